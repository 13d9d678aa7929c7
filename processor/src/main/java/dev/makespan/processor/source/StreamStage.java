package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeKind;

/**
 * A call of a stream that maps each element by a function which is written there.
 *
 * @param function a lambda expression or a method reference
 * @param primitive what it maps to, where the stream's elements are primitives then
 */
record StreamStage(ExpressionTree function, Optional<TypeKind> primitive) {
  private static final Map<String, TypeKind> STREAMS = Map.of(
      "java.util.stream.IntStream", TypeKind.INT,
      "java.util.stream.LongStream", TypeKind.LONG,
      "java.util.stream.DoubleStream", TypeKind.DOUBLE);

  private static final Map<String, TypeKind> TO =
      Map.of("mapToInt", TypeKind.INT, "mapToLong", TypeKind.LONG, "mapToDouble", TypeKind.DOUBLE);

  /** The stage that a call of a chain is; empty if it is something else. */
  static Optional<StreamStage> of(StreamChain chain, int link, Scope scope, BodyContext context) {
    MethodInvocationTree call = chain.links().get(link);
    if (call.getArguments().size() != 1) {
      return Optional.empty();
    }
    ExpressionTree function = Typer.bare(call.getArguments().get(0));
    if (!(function instanceof LambdaExpressionTree) && !(function instanceof MemberReferenceTree)) {
      return Optional.empty();
    }
    if (NodeSearch.isNamed(call, "map")) {
      return Optional.of(
          new StreamStage(function, primitive(chain.receiver(link), scope, context)));
    }
    if (NodeSearch.isNamed(call, "mapToObj")) {
      return Optional.of(new StreamStage(function, Optional.empty()));
    }
    return TO.entrySet().stream()
        .filter(each -> NodeSearch.isNamed(call, each.getKey()))
        .findFirst()
        .map(each -> new StreamStage(function, Optional.of(each.getValue())));
  }

  /** The kind of the elements of a stream of primitives; empty for all others. */
  static Optional<TypeKind> primitive(ExpressionTree stream, Scope scope, BodyContext context) {
    return context
        .typer
        .classOf(stream, scope)
        .map(type -> type.getQualifiedName().toString())
        .flatMap(name -> Optional.ofNullable(STREAMS.get(name)));
  }
}
