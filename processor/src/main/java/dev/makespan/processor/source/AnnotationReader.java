package dev.makespan.processor.source;

import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.Settings;
import dev.makespan.processor.problem.Place;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.SettingProblems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads the values of one annotation. */
final class AnnotationReader {
  private static final Pattern DURATION = Pattern.compile("([0-9]+)(ms|s|m|h)");
  private static final int DEFAULT_PARALLELISM = 25;

  private final AnnotationMirror annotation;
  private final DeclarationPlaces places;
  private final List<Problem> problems = new ArrayList<>();
  private boolean unknown;

  AnnotationReader(AnnotationMirror annotation, DeclarationPlaces places) {
    this.annotation = annotation;
    this.places = places;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The name for reports and errors, if one is given. */
  Optional<String> title() {
    return value("name").map(Object::toString).filter(name -> !name.isBlank());
  }

  /** The values for a method of a kind. */
  Settings settings(NodeKind kind, Compilation compilation, TypeElement owner) {
    boolean task = kind == NodeKind.TASK || kind == NodeKind.MAP_TASK;
    boolean workflow = kind == NodeKind.WORKFLOW;
    return new Settings(
        task || workflow ? duration("timeout") : Optional.empty(),
        task ? new RetryReader(this, compilation, owner).read() : Settings.Retries.NONE,
        task ? pool() : "",
        workflow ? count("maxParallelism", DEFAULT_PARALLELISM) : DEFAULT_PARALLELISM,
        kind == NodeKind.MAP_TASK ? count("concurrency", 0) : 0,
        workflow
            && value("onFailure")
                .filter(constant -> constant.toString().equals("CANCEL_ALL"))
                .isPresent());
  }

  private String pool() {
    String pool = value("pool").map(Object::toString).orElse("");
    if (pool.isBlank() && value("pool").isPresent()) {
      problems.add(SettingProblems.pool(place("pool")));
    }
    return pool;
  }

  /** Notes that a value names a class that doesn't exist, or not yet. */
  void unknown() {
    unknown = true;
  }

  boolean hasUnknown() {
    return unknown;
  }

  void report(Problem problem) {
    problems.add(problem);
  }

  /** A duration, if one is given; one that is none is told. */
  Optional<Duration> duration(String option) {
    Optional<String> text = value(option).map(Object::toString);
    Optional<Duration> duration = text.flatMap(AnnotationReader::parsed);
    if (text.isPresent() && duration.isEmpty()) {
      problems.add(SettingProblems.duration(place(option), option, text.get()));
    }
    return duration;
  }

  /** The duration that a text means; empty if it is none. */
  static Optional<Duration> parsed(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(matcher.group(1));
      Duration duration = switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(number);
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        default -> Duration.ofHours(number);
      };
      return duration.toMillis() > 0 ? Optional.of(duration) : Optional.empty();
    } catch (NumberFormatException | ArithmeticException tooLong) {
      return Optional.empty();
    }
  }

  private int count(String option, int defaultValue) {
    int count = number(option, defaultValue);
    if (count < 0) {
      problems.add(SettingProblems.negative(place(option), option, count));
    }
    return Math.max(count, 0);
  }

  int number(String option, int defaultValue) {
    return value(option)
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .orElse(defaultValue);
  }

  /** The value of an option, if one is given. */
  Optional<Object> value(String option) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(option)) {
        return Optional.of(entry.getValue().getValue());
      }
    }
    return Optional.empty();
  }

  /** Where the value of an option is told. */
  Place place(String option) {
    return places.option(option);
  }

  /** Where one of an option's values is told. */
  Place place(String option, int index) {
    return places.option(option, index);
  }
}
