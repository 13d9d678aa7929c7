package dev.makespan.samples.documents;

import java.nio.file.Path;
import java.util.List;

/** Documents for tests. */
final class Texts {

  private Texts() {}

  /** A document of one paragraph. */
  static Document of(String text) {
    return new Document.Text(Path.of("test.txt"), 1, TextSplitter.sentences(text));
  }

  static Document empty() {
    return new Document.Unusable(Path.of("test.txt"), "empty file");
  }

  /** What the analysis makes of a document of one paragraph. */
  static Outcome.Analysed analysed(String file, String text) {
    Document document = new Document.Text(Path.of(file), 1, TextSplitter.sentences(text));
    return (Outcome.Analysed) Outcome.of(
        document,
        SentimentAnalysis.of(document),
        TopicAnalysis.of(document),
        EntityAnalysis.of(document),
        ReadabilityAnalysis.of(document));
  }

  static List<String> words(String text) {
    return TextSplitter.words(text);
  }
}
