package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.List;
import java.util.Optional;

/**
 * A call of one of the maps of {@code Makespan}.
 *
 * @param kind which one
 * @param ratio how much must succeed; of {@code mapSome} only
 * @param list the collection
 * @param function what is done with each element
 */
record Mapping(
    MethodInvocationTree call,
    Kind kind,
    Optional<ExpressionTree> ratio,
    ExpressionTree list,
    ExpressionTree function) {
  enum Kind {
    MAP("map", 2),
    MAP_SOME("mapSome", 3),
    FOR_EACH("forEach", 2);

    private final String method;
    private final int parameters;

    Kind(String method, int parameters) {
      this.method = method;
      this.parameters = parameters;
    }
  }

  /** The map that a call is, where it is one of {@code Makespan}'s methods. */
  static Optional<Mapping> of(MethodInvocationTree call) {
    List<? extends ExpressionTree> in = call.getArguments();
    for (Kind kind : Kind.values()) {
      if (in.size() == kind.parameters && NodeSearch.isNamed(call, kind.method)) {
        return Optional.of(new Mapping(
            call,
            kind,
            kind == Kind.MAP_SOME ? Optional.of(in.get(0)) : Optional.empty(),
            in.get(in.size() - 2),
            Typer.bare(in.get(in.size() - 1))));
      }
    }
    return Optional.empty();
  }
}
