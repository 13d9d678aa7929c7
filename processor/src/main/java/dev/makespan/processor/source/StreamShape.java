package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.type.TypeMirror;

/**
 * The parts of a stream with calls of annotated methods in it: what stands above the first one and
 * is a pure expression, the stages that an element goes through, and what follows the last one.
 *
 * @param chain the whole
 * @param first the first stage; all calls of the chain before it belong to the source
 * @param last the last stage: it holds annotated methods, or maps what they give
 * @param type the type of the elements of the source, if declarations tell it
 */
record StreamShape(StreamChain chain, int first, int last, Optional<TypeMirror> type) {
  /** The shape of a chain; empty if there are no annotated methods in it. */
  static Optional<StreamShape> of(
      StreamChain chain, Scope scope, MapBodyReader bodies, BodyContext context) {
    StreamTypes types = new StreamTypes(context, scope, bodies);
    Optional<TypeMirror> type = types.element(chain);
    // What each call of the chain takes.
    List<Optional<TypeMirror>> all = new ArrayList<>();
    OptionalInt first = OptionalInt.empty();
    int last = -1;
    for (int i = 0; i < chain.links().size(); i++) {
      all.add(type);
      for (ExpressionTree argument : chain.links().get(i).getArguments()) {
        if (isOfNodes(Typer.bare(argument), types.scope(argument, type), context)) {
          first = first.isPresent() ? first : OptionalInt.of(i);
          last = i;
        }
      }
      type = types.after(chain, i, type);
    }
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int from = first.getAsInt();
    while (from > 0 && isMapOfObjects(chain, from - 1, scope, context)) {
      from--;
    }
    int to = last + 1;
    while (to < chain.links().size()
        && isMapOfObjects(chain, to, scope, context)
        && (mapsToList(chain, to, scope, context)
            || types.after(chain, to, all.get(to)).isPresent())) {
      to++;
    }
    return Optional.of(new StreamShape(chain, from, to - 1, all.get(from)));
  }

  /** Whether all calls from here on map, but the one that makes a list. */
  private static boolean mapsToList(StreamChain chain, int link, Scope scope, BodyContext context) {
    int end = chain.links().size() - 1;
    for (int i = link; i < end; i++) {
      if (!isMapOfObjects(chain, i, scope, context)) {
        return false;
      }
    }
    return NodeSearch.isNamed(chain.end(), "toList") || NodeSearch.isNamed(chain.end(), "collect");
  }

  private static boolean isOfNodes(ExpressionTree function, Scope scope, BodyContext context) {
    return (function instanceof LambdaExpressionTree || function instanceof MemberReferenceTree)
        && NodeSearch.finds(function, scope, context.targets);
  }

  private static boolean isMapOfObjects(
      StreamChain chain, int link, Scope scope, BodyContext context) {
    return NodeSearch.isNamed(chain.links().get(link), "map")
        && StreamStage.of(chain, link, scope, context)
            .filter(stage -> stage.primitive().isEmpty())
            .isPresent();
  }

  /** What gives the stream to the first stage. */
  ExpressionTree source() {
    return chain.receiver(first);
  }

  /** Whether nothing follows the last stage, so that the whole is a stream. */
  boolean isOpen() {
    return last == chain.links().size() - 1;
  }

  /** What follows the last stage. */
  List<MethodInvocationTree> rest() {
    return chain.links().subList(last + 1, chain.links().size());
  }
}
