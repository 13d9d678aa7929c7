package dev.makespan.processor.source;

import dev.makespan.processor.problem.Place;
import dev.makespan.processor.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
  private final SourceReader reader;
  private final Messager messager;
  private final Set<String> printed = new HashSet<>();
  private boolean errors;
  private boolean mayHold;
  private final List<Problem> held = new ArrayList<>();

  /** A printer of what a reader finds, and of what others find at its places. */
  public ProblemPrinter(ProcessingEnvironment env, SourceReader reader) {
    this.reader = reader;
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
    if (problem.place() instanceof TreePlace place) {
      reader.syntax().print(kind, problem.text(), place);
    } else if (problem.place() instanceof ElementPlace place) {
      place.print(messager, kind, problem.text());
    } else {
      messager.printMessage(kind, problem.text());
    }
  }
}
