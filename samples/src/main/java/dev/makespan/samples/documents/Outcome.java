package dev.makespan.samples.documents;

import java.nio.file.Path;

/** What became of one file. */
sealed interface Outcome {

  Path file();

  /** A file that was analysed. */
  record Analysed(
      Path file,
      int paragraphs,
      int sentences,
      int words,
      Sentiment sentiment,
      Topics topics,
      Entities entities,
      Readability readability)
      implements Outcome {}

  /** A file that could not be analysed, and why. */
  record Skipped(Path file, String reason) implements Outcome {}

  /** The outcome for a document: analysed if it has text, skipped if not. */
  static Outcome of(
      Document document,
      Sentiment sentiment,
      Topics topics,
      Entities entities,
      Readability readability) {
    if (document instanceof Document.Unusable unusable) {
      return new Skipped(unusable.file(), unusable.reason());
    }
    Document.Text text = (Document.Text) document;
    int words =
        text.sentences().stream().mapToInt(sentence -> sentence.words().size()).sum();
    return new Analysed(
        text.file(),
        text.paragraphs(),
        text.sentences().size(),
        words,
        sentiment,
        topics,
        entities,
        readability);
  }
}
