package dev.makespan.samples.documents;

import java.nio.file.Path;
import java.util.List;

/**
 * A file as the analyses see it: its sentences.
 *
 * <p>An {@link Unusable} document has none, so that every analysis of it is naturally empty.
 */
sealed interface Document {

  Path file();

  List<Sentence> sentences();

  /** A document with text, {@code paragraphs} blocks of it. */
  record Text(Path file, int paragraphs, List<Sentence> sentences) implements Document {}

  /** A file without any readable text, and the reason in words. */
  record Unusable(Path file, String reason) implements Document {

    @Override
    public List<Sentence> sentences() {
      return List.of();
    }
  }
}
