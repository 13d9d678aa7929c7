package dev.makespan.samples.documents;

import dev.makespan.samples.documents.Document.Text;
import dev.makespan.samples.documents.Document.Unusable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** The reader of text files: strict UTF-8 in, a {@link Document} out. */
final class TextReader {

  static final long MAX_BYTES = 5_000_000;

  private TextReader() {}

  /** The document in that file; an {@link Unusable} one if it can't be read or isn't text. */
  static Document read(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return new Unusable(file, "a folder that cannot be listed");
      }
      if (!attributes.isRegularFile()) {
        return new Unusable(file, "not a regular file");
      }
      if (attributes.size() > MAX_BYTES) {
        return new Unusable(file, "larger than " + MAX_BYTES / 1_000_000 + " MB");
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0) {
        return new Unusable(file, "empty file");
      }
      if (isBinary(bytes)) {
        return new Unusable(file, "binary file");
      }
      return parse(file, decode(bytes));
    } catch (NoSuchFileException e) {
      return new Unusable(file, "no such file or folder");
    } catch (AccessDeniedException e) {
      return new Unusable(file, "access denied");
    } catch (CharacterCodingException e) {
      return new Unusable(file, e.getMessage());
    } catch (IOException e) {
      return new Unusable(file, "cannot be read: " + e.getMessage());
    }
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
