package dev.makespan.samples.documents;

import dev.makespan.samples.documents.Document.Text;
import dev.makespan.samples.documents.Document.Unusable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * The reader of text files: strict UTF-8 in, a {@link Document} out. Every other file becomes an
 * {@link Unusable} one, with the reason in words.
 */
final class TextReader {

  static final int MAX_BYTES = 5_000_000;

  private static final String TOO_LARGE = "larger than " + MAX_BYTES / 1_000_000 + " MB";

  private TextReader() {}

  /** What opens a file, such as {@link Files#newInputStream}. */
  interface Opener {
    InputStream open(Path file) throws IOException;
  }

  /** The document in that file. */
  static Document read(Path file) {
    return read(file, Files::newInputStream);
  }

  /** The document in that file, opened by that opener. */
  static Document read(Path file, Opener opener) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return new Unusable(
            file,
            leadsBack(file) ? "leads back to a folder above it" : "a folder that cannot be listed");
      }
      if (!attributes.isRegularFile()) {
        return new Unusable(file, "not a regular file");
      }
      if (attributes.size() > MAX_BYTES) {
        return new Unusable(file, TOO_LARGE);
      }
      byte[] bytes = bytes(file, opener);
      if (bytes.length > MAX_BYTES) {
        return new Unusable(file, TOO_LARGE);
      }
      if (bytes.length == 0) {
        return new Unusable(file, "empty file");
      }
      if (isUtf16(bytes)) {
        return new Unusable(file, "not UTF-8: begins like UTF-16");
      }
      if (isBinary(bytes)) {
        return new Unusable(file, "binary file");
      }
      return parse(file, decode(bytes));
    } catch (NoSuchFileException e) {
      return new Unusable(
          file, Files.isSymbolicLink(file) ? "a link to nothing" : "no such file or folder");
    } catch (AccessDeniedException e) {
      return new Unusable(file, "access denied");
    } catch (CharacterCodingException e) {
      return new Unusable(file, e.getMessage());
    } catch (FileSystemException e) {
      return new Unusable(file, "cannot be read: " + e.getReason());
    } catch (IOException e) {
      return new Unusable(file, "cannot be read: " + e.getMessage());
    }
  }

  /** The file's bytes, no more than tell that it is too large: some files have no size, or grow. */
  private static byte[] bytes(Path file, Opener opener) throws IOException {
    try (InputStream in = opener.open(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  /** Whether a link on the way to a folder makes it one of those above it. */
  private static boolean leadsBack(Path folder) throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    while (above != null && !Files.isSameFile(above, folder)) {
      above = above.getParent();
    }
    return above != null;
  }

  private static Document parse(Path file, String text) {
    List<String> paragraphs = TextSplitter.paragraphs(text);
    List<Sentence> sentences = paragraphs.stream()
        .flatMap(paragraph -> TextSplitter.sentences(paragraph).stream())
        .toList();
    return sentences.isEmpty()
        ? new Unusable(file, "no words in it")
        : new Text(file, paragraphs.size(), sentences);
  }

  /** These two bytes are UTF-16's byte order mark, and never occur in UTF-8. */
  private static boolean isUtf16(byte[] bytes) {
    return bytes.length >= 2
        && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
            || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
  }

  /** A NUL byte never occurs in UTF-8 text and nearly always does in anything else. */
  private static boolean isBinary(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Decodes UTF-8, without the byte order mark if there is one.
   *
   * @throws MalformedTextException at the first malformed byte
   */
  static String decode(byte[] bytes) throws MalformedTextException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new MalformedTextException(in.position());
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Thrown when bytes are not UTF-8; says where. */
  static final class MalformedTextException extends CharacterCodingException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    MalformedTextException(int offset) {
      this.offset = offset;
    }

    @Override
    public String getMessage() {
      return "not UTF-8: malformed at byte " + offset;
    }
  }
}
