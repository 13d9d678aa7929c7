package dev.makespan.samples.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The reader of the word lists that ship beside these classes: lines of words; {@code #} begins a
 * comment.
 */
final class WordList {

  private WordList() {}

  /** The lines of that list, each as its words. */
  static List<List<String>> lines(String resource) {
    InputStream stream =
        Objects.requireNonNull(WordList.class.getResourceAsStream(resource), resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> List.of(line.strip().split("\\s+")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
