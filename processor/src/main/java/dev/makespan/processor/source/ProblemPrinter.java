package dev.makespan.processor.source;

import com.sun.source.util.Trees;
import dev.makespan.processor.problem.Place;
import dev.makespan.processor.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/**
 * Prints problems at their places, in the order of the source, none twice.
 *
 * <p>An error that is printed while annotations are processed keeps the compiler from attributing
 * classes, and so from telling what else is wrong in them. So problems can be held back until then.
 */
public final class ProblemPrinter {
  private final Optional<Trees> trees;
  private final Messager messager;
  private final Set<String> printed = new HashSet<>();
  private boolean errors;
  private boolean mayHold;
  private final List<Problem> held = new ArrayList<>();

  public ProblemPrinter(ProcessingEnvironment env) {
    this.trees = Unwrapping.javac(env).map(Trees::instance);
    this.messager = env.getMessager();
  }

  /** Lets problems be held back from now on: somebody will release them. */
  void mayHold() {
    mayHold = true;
  }

  /** Keeps problems for {@link #release}; prints them if nobody would call that. */
  public void hold(Collection<Problem> problems) {
    if (mayHold) {
      held.addAll(problems);
    } else {
      print(problems);
    }
  }

  /** Prints what was held back. */
  public void release() {
    List<Problem> released = List.copyOf(held);
    held.clear();
    print(released);
  }

  /** Prints those that weren't printed before. */
  public void print(Collection<Problem> problems) {
    problems.stream()
        .sorted(Comparator.comparing((Problem problem) -> problem.place().file())
            .thenComparing(problem -> problem.place().line())
            .thenComparing(problem -> column(problem.place())))
        .filter(problem -> printed.add(key(problem)))
        .forEach(this::print);
  }

  /** Whether any of those that were printed is an error. */
  boolean hasErrors() {
    return errors;
  }

  private static String key(Problem problem) {
    Place place = problem.place();
    return place.file() + ":" + place.line() + ":" + column(place) + ":" + problem.text();
  }

  private static int column(Place place) {
    return place instanceof TreePlace tree ? tree.column() : 0;
  }

  private void print(Problem problem) {
    Diagnostic.Kind kind =
        problem.code().isWarning() ? Diagnostic.Kind.WARNING : Diagnostic.Kind.ERROR;
    errors |= kind == Diagnostic.Kind.ERROR;
    if (problem.place() instanceof TreePlace place && trees.isPresent()) {
      trees.get().printMessage(kind, problem.text(), place.tree(), place.unit());
    } else {
      messager.printMessage(kind, problem.text());
    }
  }
}
