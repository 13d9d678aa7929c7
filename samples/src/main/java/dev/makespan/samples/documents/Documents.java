package dev.makespan.samples.documents;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.nio.file.Path;
import java.util.List;

/**
 * The analysis of text files: what is done, and what needs what.
 *
 * <p>Called directly, the methods are ordinary Java that does one thing after the other. Called on
 * the generated {@code DocumentsFlow}, the same methods run in parallel: the four analyses of a
 * file side by side, and several files at once.
 */
public final class Documents {

  private Documents() {}

  @Task
  static Document extract(Path file) {
    return TextReader.read(file);
  }

  @Task
  static Sentiment sentiment(Document document) {
    return SentimentAnalysis.of(document);
  }

  @Task
  static Topics topics(Document document) {
    return TopicAnalysis.of(document);
  }

  @Task
  static Entities entities(Document document) {
    return EntityAnalysis.of(document);
  }

  @Task
  static Readability readability(Document document) {
    return ReadabilityAnalysis.of(document);
  }

  @Task
  static Outcome report(
      Document document,
      Sentiment sentiment,
      Topics topics,
      Entities entities,
      Readability readability) {
    return Outcome.of(document, sentiment, topics, entities, readability);
  }

  @Task
  static Summary summarize(List<Outcome> outcomes) {
    return Summary.of(outcomes);
  }

  /**
   * Analyses one file. A file that holds no readable text becomes a {@link Outcome.Skipped}, never
   * an exception.
   */
  @Workflow
  static Outcome analyze(Path file) {
    Document document = extract(file);
    Sentiment sentiment = sentiment(document);
    Topics topics = topics(document);
    Entities entities = entities(document);
    Readability readability = readability(document);
    return report(document, sentiment, topics, entities, readability);
  }

  /**
   * Analyses all files, at most eight tasks at a time, and sums them up. Outcomes are in the order
   * of the files.
   */
  @Workflow(maxParallelism = 8)
  static Analysis analyzeAll(List<Path> files) {
    List<Outcome> outcomes = Makespan.map(files, Documents::analyze);
    Summary summary = summarize(outcomes);
    return new Analysis(outcomes, summary);
  }
}
