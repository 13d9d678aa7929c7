package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.VariableTree;
import dev.makespan.processor.model.Ordering;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.LocalProblems;
import dev.makespan.processor.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code @After} annotations of one body's locals. */
final class Orderings {
  private final BodyContext context;
  private final List<Local> locals = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private final List<Ordering> found = new ArrayList<>();

  /**
   * A local that has a value.
   *
   * @param steps the steps of its initialiser, or of what it is assigned
   * @param scope where it has that value
   */
  private record Local(Variable variable, List<Step> steps, Scope scope) {
    String name() {
      return variable.name();
    }
  }

  /** A name that no local above has; perhaps one below has it. */
  private record Pending(Local local, String name, TreePlace place, List<Local> above) {}

  Orderings(BodyContext context) {
    this.context = context;
  }

  /**
   * Notes a local, and reads its annotation.
   *
   * @param steps the steps of its initialiser
   * @param above what its initialiser sees
   */
  void read(VariableTree tree, Variable variable, List<Step> steps, Scope above) {
    Local local = new Local(variable, flat(steps), above);
    LocalAnnotation.read(tree, "After", context)
        .ifPresent(annotation -> read(annotation, local, above));
    locals.add(local);
  }

  /** Notes what a local that is declared without a value is given. */
  void assigned(Variable variable, List<Step> steps, Scope scope) {
    locals.add(new Local(variable, flat(steps), scope));
  }

  /**
   * Notes that a variable has the value of another one, or its own, if the branch of that one is
   * taken.
   */
  void join(Variable joined, Variable value, Scope scope) {
    List<Step> steps = new ArrayList<>(steps(joined));
    if (joined != value) {
      steps.addAll(steps(value));
    }
    locals.removeIf(each -> each.variable() == joined);
    locals.add(new Local(joined, List.copyOf(steps), scope));
  }

  private List<Step> steps(Variable variable) {
    return locals.stream()
        .filter(each -> each.variable() == variable)
        .flatMap(each -> each.steps().stream())
        .toList();
  }

  /** The steps, and those that decisions among them hold. */
  private static List<Step> flat(List<Step> steps) {
    List<Step> flat = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Compound choice) {
        flat.addAll(flat(choice.steps()));
      }
      flat.add(step);
    }
    return List.copyOf(flat);
  }

  private void read(LocalAnnotation annotation, Local local, Scope above) {
    List<? extends ExpressionTree> values = annotation.values("value");
    if (annotation.hasOtherThan(List.of("value"))) {
      // The compiler tells that there is no such element.
      context.invalid();
    } else if (values.isEmpty()) {
      context.report(LocalProblems.emptyAfter(annotation.place()));
    } else if (context.constants.value(local.variable()).isPresent()) {
      context.report(LocalProblems.constantAfter(annotation.place(), local.name()));
      return;
    }
    Set<String> names = new HashSet<>();
    for (ExpressionTree value : values) {
      TreePlace place = context.place(value);
      Optional<String> name = annotation.text(value, above);
      if (LocalAnnotation.isRejected(value, String.class)) {
        context.invalid();
      } else if (name.isEmpty()) {
        context.report(LocalProblems.noName(place));
      } else if (!names.add(name.get())) {
        context.report(LocalProblems.twiceAfter(place, name.get()));
      } else {
        read(name.get(), place, local, above);
      }
    }
  }

  private void read(String name, TreePlace place, Local local, Scope above) {
    Optional<Variable> variable = above.variable(name);
    if (name.equals(local.name())) {
      add(local, local, place);
    } else if (variable.isEmpty()) {
      pending.add(new Pending(local, name, place, List.copyOf(locals)));
    } else if (variable.get().origin() == Variable.Origin.PARAMETER) {
      context.report(LocalProblems.readyAfter(place, name, "a parameter"));
    } else if (context.constants.value(variable.get()).isPresent()) {
      context.report(LocalProblems.readyAfter(place, name, "a constant"));
    } else {
      Optional<Local> after =
          locals.stream().filter(each -> each.variable() == variable.get()).findAny();
      after.ifPresentOrElse(
          other -> add(local, other, place),
          () -> context.report(LocalProblems.outerAfter(place, name)));
    }
  }

  private void add(Local local, Local after, TreePlace place) {
    found.add(
        new Ordering(local.variable(), local.steps(), after.variable(), after.steps(), place));
  }

  /** The orderings, when all locals of the body have been noted. */
  List<Ordering> all() {
    for (Pending each : pending) {
      List<Local> named =
          locals.stream().filter(local -> local.name().equals(each.name())).toList();
      // One above of that name stands in a block that has ended.
      Optional<Local> below = named.stream()
          .filter(local -> !each.above().contains(local))
          .filter(local -> each.local().scope().sees(local.scope()))
          .findFirst();
      if (below.isEmpty()) {
        context.report(unknown(each, !named.isEmpty()));
      } else if (context.constants.value(below.get().variable()).isPresent()) {
        context.report(LocalProblems.readyAfter(each.place(), each.name(), "a constant"));
      } else {
        add(each.local(), below.get(), each.place());
      }
    }
    pending.clear();
    return List.copyOf(found);
  }

  private Problem unknown(Pending pending, boolean elsewhere) {
    Local local = pending.local();
    List<String> above = pending.above().stream()
        .filter(each -> local.scope().sees(each.scope()))
        .filter(each -> context.constants.value(each.variable()).isEmpty())
        .map(Local::name)
        .toList();
    return elsewhere
        ? LocalProblems.hiddenAfter(pending.place(), pending.name(), local.name(), above)
        : LocalProblems.unknownAfter(pending.place(), pending.name(), local.name(), above);
  }
}
