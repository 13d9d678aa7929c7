package dev.makespan.samples.documents;

import dev.makespan.samples.documents.Entities.Entity;
import dev.makespan.samples.documents.Entities.Kind;
import dev.makespan.samples.documents.Outcome.Analysed;
import dev.makespan.samples.documents.Outcome.Skipped;
import dev.makespan.samples.documents.Summary.Shared;
import dev.makespan.samples.documents.Topics.Topic;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The printer of an analysis: a short table per document, then the summary. Whatever comes from
 * files or their names is printed as {@link Printable} text.
 */
final class AnalysisPrinter {

  private static final int ENTITIES_PER_KIND = 5;
  private static final int ENTITY_LENGTH = 40;
  private static final int QUOTE_LENGTH = 110;

  private final PrintStream out;
  private final FileNames names;

  AnalysisPrinter(PrintStream out, FileNames names) {
    this.out = out;
    this.names = names;
  }

  void print(Analysis analysis) {
    for (Outcome outcome : analysis.outcomes()) {
      if (outcome instanceof Analysed analysed) {
        print(analysed);
      } else if (outcome instanceof Skipped skipped) {
        line("%s%n  skipped      %s%n", name(skipped.file()), Printable.of(skipped.reason()));
      }
    }
    print(analysis.summary());
  }

  private void print(Analysed document) {
    Sentiment sentiment = document.sentiment();
    Readability readability = document.readability();
    line("%s", name(document.file()));
    line(
        "  size         %s, %s, %s",
        count(document.words(), "word"),
        count(document.sentences(), "sentence"),
        count(document.paragraphs(), "paragraph"));
    line(
        "  sentiment    %+.2f: of the sentences %d positive, %d negative, %d neutral",
        sentiment.overall(), sentiment.positive(), sentiment.negative(), sentiment.neutral());
    quote("brightest", sentiment.brightest());
    quote("darkest", sentiment.darkest());
    List<Topic> topics = document.topics().topics();
    line("  topics       %s", topics.isEmpty() ? "none" : join(topics, AnalysisPrinter::describe));
    quote("key", document.topics().keySentence());
    for (Kind kind : Kind.values()) {
      print(kind, document.entities().of(kind));
    }
    line(
        "  readability  Flesch ease %.1f, school grade %.1f (Flesch–Kincaid %.1f, fog %.1f, SMOG %.1f, ARI %.1f)%n",
        readability.fleschEase(),
        readability.grade(),
        readability.fleschKincaid(),
        readability.gunningFog(),
        readability.smog(),
        readability.automatedReadability());
  }

  private void print(Kind kind, List<Entity> entities) {
    if (!entities.isEmpty()) {
      List<Entity> first = entities.subList(0, Math.min(ENTITIES_PER_KIND, entities.size()));
      String more = entities.size() > first.size()
          ? "; and " + (entities.size() - first.size()) + " more"
          : "";
      line(
          "  %-12s %s%s",
          kind.name().toLowerCase(Locale.ROOT),
          join(first, entity -> Printable.of(entity.text(), ENTITY_LENGTH) + " ×" + entity.count()),
          more);
    }
  }

  private void print(Summary summary) {
    line("Summary");
    line(
        "  documents    %d analysed, %d skipped, %s",
        summary.analysed(), summary.skipped(), count(summary.words(), "word"));
    if (summary.analysed() == 0) {
      return;
    }
    line(
        "  in general   mean sentiment %+.2f, median Flesch ease %.1f, median school grade %.1f",
        summary.meanSentiment(), summary.medianEase(), summary.medianGrade());
    printExtremes(summary);
    printShared("topics", summary.commonTopics());
    printShared("entities", summary.sharedEntities());
  }

  private void printExtremes(Summary summary) {
    String extremes = Stream.of(
            extreme("most positive", summary.mostPositive()),
            extreme("most negative", summary.mostNegative()),
            extreme("hardest to read", summary.hardest()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
    if (!extremes.isEmpty()) {
      line("  extremes     %s", extremes);
    }
  }

  private Optional<String> extreme(String label, Optional<Path> file) {
    return file.map(path -> label + " " + name(path));
  }

  private void printShared(String label, List<Shared> shared) {
    line(
        "  %-12s %s",
        label,
        shared.isEmpty()
            ? "none in more than one document"
            : "in several documents: "
                + join(
                    shared,
                    one -> Printable.of(one.text(), ENTITY_LENGTH) + " (" + one.documents() + ")"));
  }

  private void quote(String label, String sentence) {
    if (!sentence.isEmpty()) {
      line("    %-10s %s", label, Printable.of(sentence, QUOTE_LENGTH));
    }
  }

  private static String count(int number, String noun) {
    return String.format(Locale.ROOT, number == 1 ? "%,d %s" : "%,d %ss", number, noun);
  }

  private static String describe(Topic topic) {
    return topic.related().isEmpty()
        ? topic.word()
        : topic.word() + " (" + String.join(", ", topic.related()) + ")";
  }

  private String name(Path file) {
    return Printable.of(names.of(file));
  }

  private static <T> String join(List<T> elements, Function<T, String> text) {
    return elements.stream().map(text).collect(Collectors.joining("; "));
  }

  private void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
