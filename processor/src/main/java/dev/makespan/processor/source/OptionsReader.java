package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.VariableTree;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Options;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.problem.LocalProblems;
import dev.makespan.processor.problem.SettingProblems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the {@code @Options} of a local into the step of the call that they are for. */
final class OptionsReader {
  private final BodyContext context;

  OptionsReader(BodyContext context) {
    this.context = context;
  }

  /**
   * Reads them, if the local has any.
   *
   * @param steps the steps of the initialiser, of which one is replaced
   * @param isCall whether the initialiser is a call of an annotated method, or a map of one
   */
  void read(VariableTree tree, List<Step> steps, Scope scope, boolean isCall) {
    Optional<LocalAnnotation> annotation = LocalAnnotation.read(tree, "Options", context);
    if (annotation
        .filter(found -> found.hasOtherThan(List.of("name", "timeout", "retries")))
        .isPresent()) {
      // The compiler tells that there is no such option.
      context.invalid();
    } else if (annotation.isPresent()) {
      options(annotation.get(), scope)
          .ifPresent(options -> apply(options, annotation.get(), tree, steps, isCall));
    }
  }

  /** The values; empty if nothing is set. */
  private Optional<Options> options(LocalAnnotation annotation, Scope scope) {
    Optional<String> name = text(annotation, "name", scope).filter(text -> !text.isBlank());
    Optional<String> timeout = text(annotation, "timeout", scope).filter(text -> !text.isEmpty());
    Optional<Duration> duration = timeout.flatMap(AnnotationReader::parsed);
    if (timeout.isPresent() && duration.isEmpty()) {
      TreePlace place = context.place(annotation.values("timeout").get(0));
      context.report(SettingProblems.duration(place, "timeout", timeout.get()));
    }
    Optional<Integer> retries = retries(annotation, scope);
    if (name.isEmpty() && timeout.isEmpty() && retries.isEmpty() && !context.isBroken()) {
      context.report(LocalProblems.emptyOptions(annotation.place()));
    }
    Options options = new Options(name, duration, retries);
    return options.isNone() ? Optional.empty() : Optional.of(options);
  }

  private Optional<Integer> retries(LocalAnnotation annotation, Scope scope) {
    for (ExpressionTree value : annotation.values("retries")) {
      Optional<Integer> number = annotation.number(value, scope);
      if (LocalAnnotation.isRejected(value, Integer.class)) {
        context.invalid();
      } else if (number.isEmpty()) {
        context.report(LocalProblems.noNumber(context.place(value)));
      } else if (number.get() < 0) {
        context.report(SettingProblems.negativeRetries(context.place(value), number.get()));
      }
      return number;
    }
    return Optional.empty();
  }

  private Optional<String> text(LocalAnnotation annotation, String element, Scope scope) {
    for (ExpressionTree value : annotation.values(element)) {
      Optional<String> text = annotation.text(value, scope);
      if (LocalAnnotation.isRejected(value, String.class)) {
        context.invalid();
      } else if (text.isEmpty()) {
        context.report(LocalProblems.noText(context.place(value)));
      }
      return text;
    }
    return Optional.empty();
  }

  private void apply(
      Options options,
      LocalAnnotation annotation,
      VariableTree tree,
      List<Step> steps,
      boolean isCall) {
    if (context.isBroken()) {
      // What is wrong in the initialiser is told.
      return;
    }
    List<Step> calls = new ArrayList<>(steps);
    calls.removeIf(Step.Pure.class::isInstance);
    Optional<NodeRef> node = calls.size() == 1 && isCall ? node(calls.get(0)) : Optional.empty();
    if (node.isEmpty()) {
      context.report(LocalProblems.options(annotation.place(), tree.getName()));
      return;
    }
    NodeKind kind = node.get().kind();
    if (kind != NodeKind.TASK && kind != NodeKind.MAP_TASK) {
      context.report(LocalProblems.optionsOfOther(
          annotation.place(), node.get().name(), kind.name().toLowerCase(Locale.ROOT)));
      return;
    }
    steps.replaceAll(step -> step == calls.get(0) ? with(options, step) : step);
  }

  private static Optional<NodeRef> node(Step step) {
    if (step instanceof Step.Call call) {
      return Optional.of(call.node());
    }
    return step instanceof Step.MapCall map ? Optional.of(map.node()) : Optional.empty();
  }

  private static Step with(Options options, Step step) {
    if (step instanceof Step.Call call) {
      return new Step.Call(
          call.result(), call.node(), call.in(), call.place(), call.ordered(), options);
    }
    Step.MapCall map = (Step.MapCall) step;
    return new Step.MapCall(
        map.result(),
        map.form(),
        map.list(),
        map.node(),
        map.in(),
        map.place(),
        map.called(),
        options);
  }
}
