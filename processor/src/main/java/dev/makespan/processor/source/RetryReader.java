package dev.makespan.processor.source;

import dev.makespan.processor.model.Settings;
import dev.makespan.processor.problem.DeclarationProblems;
import dev.makespan.processor.problem.Place;
import dev.makespan.processor.problem.SettingProblems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the settings of an annotation that say whether and how a task is tried again. */
final class RetryReader {
  private static final List<String> OPTIONS =
      List.of("backoff", "maxBackoff", "retryOn", "neverRetryOn");

  private final AnnotationReader annotation;
  private final Compilation compilation;
  private final TypeElement owner;

  RetryReader(AnnotationReader annotation, Compilation compilation, TypeElement owner) {
    this.annotation = annotation;
    this.compilation = compilation;
    this.owner = owner;
  }

  Settings.Retries read() {
    int times = annotation.number("retries", 0);
    if (times < 0) {
      annotation.report(SettingProblems.negativeRetries(annotation.place("retries"), times));
    }
    List<String> given = new ArrayList<>(0);
    for (String option : OPTIONS) {
      if (annotation.value(option).filter(value -> !List.of().equals(value)).isPresent()) {
        given.add(option);
      }
    }
    if (times == 0 && !given.isEmpty()) {
      annotation.report(SettingProblems.withoutRetries(
          annotation.place(given.get(0)), String.join(" and ", given)));
    }
    if (given.isEmpty()) {
      return times > 0
          ? new Settings.Retries(
              times, Settings.Retries.BACKOFF, Settings.Retries.MAX_BACKOFF, List.of(), List.of())
          : Settings.Retries.NONE;
    }
    Optional<Duration> backoff = annotation.duration("backoff");
    Optional<Duration> max = annotation.duration("maxBackoff");
    boolean readable = backoff.isPresent() == given.contains("backoff")
        && max.isPresent() == given.contains("maxBackoff");
    Duration first = backoff.orElse(Settings.Retries.BACKOFF);
    Duration longest = max.orElse(Settings.Retries.MAX_BACKOFF);
    if (readable && longest.compareTo(first) < 0) {
      report(backoff, max);
    }
    List<TypeMirror> on = types("retryOn");
    List<TypeMirror> never = types("neverRetryOn");
    covered(on, never);
    if (times > 0 && on.isEmpty() && !annotation.hasUnknown()) {
      coveredByDefault(never, times);
    }
    return new Settings.Retries(Math.max(times, 0), first, longest, on, never);
  }

  private void report(Optional<Duration> backoff, Optional<Duration> max) {
    String missing = backoff.isEmpty() ? "backoff" : max.isEmpty() ? "maxBackoff" : "";
    annotation.report(SettingProblems.backoff(
        annotation.place(max.isPresent() ? "maxBackoff" : "backoff"),
        text("maxBackoff").orElse("\"30s\" by default"),
        text("backoff").orElse("\"100ms\" by default"),
        missing));
  }

  private Optional<String> text(String option) {
    return annotation.value(option).map(value -> "\"" + value + "\"");
  }

  private void covered(List<TypeMirror> on, List<TypeMirror> never) {
    for (int i = 0; i < on.size(); i++) {
      for (TypeMirror each : never) {
        if (compilation.types().isSubtype(on.get(i), each)) {
          annotation.report(SettingProblems.retryOn(
              annotation.place("retryOn", i), simpleName(on.get(i)), simpleName(each)));
          break;
        }
      }
    }
  }

  /** Where {@code retryOn} has nothing, it stands for every exception. */
  private void coveredByDefault(List<TypeMirror> never, int times) {
    TypeMirror every =
        compilation.elements().getTypeElement(Exception.class.getName()).asType();
    for (int i = 0; i < never.size(); i++) {
      if (compilation.types().isSubtype(every, never.get(i))) {
        annotation.report(SettingProblems.neverRetryOn(
            annotation.place("neverRetryOn", i), simpleName(never.get(i)), times));
        return;
      }
    }
  }

  private static CharSequence simpleName(TypeMirror type) {
    return ((DeclaredType) type).asElement().getSimpleName();
  }

  /** The classes that an option lists, if the compiler knows all of them. */
  private List<TypeMirror> types(String option) {
    List<TypeMirror> types = new ArrayList<>(0);
    Object value = annotation.value(option).orElse(List.of());
    if (!(value instanceof List<?> listed)) {
      annotation.unknown();
      return List.of();
    }
    for (int i = 0; i < listed.size(); i++) {
      if (!(listed.get(i) instanceof AnnotationValue each
          && each.getValue() instanceof TypeMirror type
          && type.getKind() == TypeKind.DECLARED)) {
        annotation.unknown();
        return List.of();
      }
      Place place = annotation.place(option, i);
      TypeParts.unreachable(type, owner, compilation)
          .map(hidden -> DeclarationProblems.privateType(place, hidden.getSimpleName()))
          .ifPresent(annotation::report);
      types.add(type);
    }
    return types;
  }
}
