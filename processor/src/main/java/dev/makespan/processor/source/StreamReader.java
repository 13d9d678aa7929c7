package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.makespan.processor.model.MapForm;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.MapProblems;
import dev.makespan.processor.problem.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Reads a stream that maps a collection's elements by annotated methods: into one map, whose
 * element goes through all stages. A stream is lazy, so this is also the order of the plain call.
 */
final class StreamReader {
  private final BodyContext context;
  private final ExpressionReader outer;
  private final MapReader maps;
  private final MapBodyReader bodies;

  StreamReader(BodyContext context, ExpressionReader outer, MapReader maps, MapBodyReader bodies) {
    this.context = context;
    this.outer = outer;
    this.maps = maps;
    this.bodies = bodies;
  }

  boolean isStreamOfNodes(MethodInvocationTree call) {
    return StreamChain.of(call, outer.scope(), context).filter(this::hasNodes).isPresent();
  }

  private boolean hasNodes(StreamChain chain) {
    StreamTypes types = new StreamTypes(context, outer.scope(), bodies);
    Optional<TypeMirror> type = chain.element(outer.scope(), context);
    for (MethodInvocationTree link : chain.links()) {
      for (ExpressionTree argument : link.getArguments()) {
        if (isOfNodes(Typer.bare(argument), types.scope(argument, type))) {
          return true;
        }
      }
      type = types.after(link, type);
    }
    return false;
  }

  private boolean isOfNodes(ExpressionTree function, Scope scope) {
    return (function instanceof LambdaExpressionTree || function instanceof MemberReferenceTree)
        && NodeSearch.finds(function, scope, context.targets);
  }

  /** Reads a stream, as {@link MapReader#value}. */
  Optional<Variable> read(
      MethodInvocationTree call, Optional<Variable> local, Optional<TypeMirror> demanded) {
    StreamChain chain = StreamChain.of(call, outer.scope(), context).orElseThrow();
    if (!isSupported(chain)) {
      return Optional.empty();
    }
    boolean collects = NodeSearch.isNamed(call, "collect");
    Optional<Variable> result =
        map(chain, collects ? Optional.empty() : local, collects ? Optional.empty() : demanded);
    return collects ? result.map(list -> copy(list, local, call)) : result;
  }

  private Optional<Variable> map(
      StreamChain chain, Optional<Variable> local, Optional<TypeMirror> demanded) {
    Variable stream = new Variable("stream", anyStream(), Variable.Origin.TEMPORARY);
    outer.pure(chain.source(), stream);
    Optional<TypeMirror> element = chain.element(outer.scope(), context);
    MapReader.Target target = new MapReader.Target(
        context.place(chain.end().getMethodSelect()),
        new MapForm.All(),
        new Value.Read(stream),
        element,
        local,
        demanded);
    List<ExpressionTree> stages = chain.functions();
    if (stages.size() == 1) {
      return maps.read(stages.get(0), target);
    }
    Optional<TypeMirror> last = demanded.flatMap(context.facts::elementOf);
    return stages.stream().allMatch(this::isUnary)
        ? new StageReader(context, outer, bodies)
            .read(stages, element, last)
            .map(body -> maps.add(body, target))
        : Optional.empty();
  }

  private boolean isUnary(ExpressionTree stage) {
    boolean unary = stage instanceof MemberReferenceTree reference
        ? !context.targets.isMisfit(reference, outer.scope())
        : ((LambdaExpressionTree) stage).getParameters().size() == 1;
    if (!unary) {
      // The compiler rejects it.
      context.invalid();
    }
    return unary;
  }

  /** What is collected isn't unmodifiable. */
  private Variable copy(Variable list, Optional<Variable> local, MethodInvocationTree call) {
    Variable copy =
        local.orElseGet(() -> new Variable("list", list.type(), Variable.Origin.TEMPORARY));
    TypeElement arrayList = context.compilation.elements().getTypeElement("java.util.ArrayList");
    List<Snippet.Piece> pieces = List.of(
        new Snippet.Piece.Text("new "),
        new Snippet.Piece.Type(arrayList),
        new Snippet.Piece.Text("<>("),
        Snippet.Piece.of(list),
        new Snippet.Piece.Text(")"));
    outer.add(new Step.Pure(
        Optional.of(copy),
        new Snippet(pieces, List.of(list), false),
        context.place(call.getMethodSelect())));
    return copy;
  }

  /** Tells the first call that isn't part of the language. */
  private boolean isSupported(StreamChain chain) {
    if (!chain.isOfCollection(outer.scope(), context)) {
      boolean parallel = chain.source() instanceof MethodInvocationTree call
          && NodeSearch.isNamed(call, "parallelStream");
      TreePlace place = context.placeOf(chain.source());
      context.report(parallel ? MapProblems.parallel(place) : MapProblems.source(place));
      return false;
    }
    for (MethodInvocationTree link : chain.links()) {
      boolean last = link == chain.end();
      if (last ? !isEnd(link) : !isMap(link)) {
        context.report(unsupported(link, last));
        return false;
      }
    }
    return true;
  }

  private Problem unsupported(MethodInvocationTree link, boolean last) {
    TreePlace place = context.place(link.getMethodSelect());
    if (NodeSearch.isNamed(link, "parallel")) {
      return MapProblems.parallel(place);
    }
    if (NodeSearch.isNamed(link, "map") && link.getArguments().size() == 1) {
      return last
          ? MapProblems.open(place)
          : MapProblems.function(context.place(link.getArguments().get(0)));
    }
    Optional<String> node =
        last && NodeSearch.isNamed(link, "forEach") && link.getArguments().size() == 1
            ? NodeSearch.first(link.getArguments().get(0), outer.scope(), context.targets)
            : Optional.empty();
    return node.map(method -> MapProblems.forEach(place, method))
        .orElseGet(() -> MapProblems.operation(place, NameOf.call(link)));
  }

  private static boolean isMap(MethodInvocationTree link) {
    if (!NodeSearch.isNamed(link, "map") || link.getArguments().size() != 1) {
      return false;
    }
    ExpressionTree function = Typer.bare(link.getArguments().get(0));
    return function instanceof LambdaExpressionTree || function instanceof MemberReferenceTree;
  }

  private boolean isEnd(MethodInvocationTree link) {
    if (NodeSearch.isNamed(link, "toList")) {
      return link.getArguments().isEmpty();
    }
    return NodeSearch.isNamed(link, "collect")
        && link.getArguments().size() == 1
        && Typer.bare(link.getArguments().get(0)) instanceof MethodInvocationTree collector
        && context
            .targets
            .callee(collector, outer.scope())
            .method()
            .filter(method -> StreamChain.is(method, "java.util.stream.Collectors", "toList"))
            .isPresent();
  }

  private TypeMirror anyStream() {
    Types types = context.compilation.types();
    return types.getDeclaredType(
        context.compilation.elements().getTypeElement("java.util.stream.Stream"),
        types.getWildcardType(null, null));
  }
}
