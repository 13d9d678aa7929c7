package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.makespan.processor.model.MapForm;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
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

  /** Whether a call is a stream that ends in its last stage, or in a list. */
  boolean isStreamOfNodes(MethodInvocationTree call) {
    return shape(call).filter(shape -> shape.isOpen() || isList(shape)).isPresent();
  }

  private Optional<StreamShape> shape(MethodInvocationTree call) {
    return StreamChain.of(call, outer.scope(), context)
        .flatMap(chain -> StreamShape.of(chain, outer.scope(), bodies, context));
  }

  private boolean isList(StreamShape shape) {
    return shape.rest().size() == 1 && isList(shape.rest().get(0));
  }

  /**
   * Notes that a pure expression goes on with a stream's last stage. Says whether it is in order;
   * if not, that is told.
   */
  boolean goesOn(MethodInvocationTree call) {
    Optional<StreamShape> shape = shape(call)
        .filter(each -> !each.isOpen() && !isList(each))
        .filter(each -> !context.continued.contains(each.chain().links().get(each.last())));
    if (shape.isEmpty()) {
      return true;
    }
    Optional<Problem> wrong = new StreamChecks(context, outer.scope()).rest(shape.get());
    wrong.ifPresent(context::report);
    context.continued.add(shape.get().chain().links().get(shape.get().last()));
    return wrong.isEmpty();
  }

  /** Reads a stream, as {@link MapReader#value}. */
  Optional<Variable> read(
      MethodInvocationTree call, Optional<Variable> local, Optional<TypeMirror> demanded) {
    StreamShape shape = shape(call).orElseThrow();
    Optional<Problem> wrong = new StreamChecks(context, outer.scope())
        .stages(shape)
        .or(() -> shape.isOpen() && !context.continued.contains(call)
            ? Optional.of(new StreamChecks(context, outer.scope()).open(call))
            : Optional.empty());
    if (wrong.isPresent()) {
      context.report(wrong.get());
      return Optional.empty();
    }
    if (shape.isOpen()) {
      return map(shape, Optional.empty(), Optional.empty());
    }
    boolean collects = NodeSearch.isNamed(call, "collect");
    Optional<Variable> result =
        map(shape, collects ? Optional.empty() : local, collects ? Optional.empty() : demanded);
    return collects ? result.map(list -> copy(list, local, call)) : result;
  }

  /** What stands behind the name of the list that an open stream becomes. */
  List<Piece> stream(MethodInvocationTree call) {
    Optional<TypeKind> primitive = shape(call)
        .flatMap(shape -> StreamStage.of(shape.chain(), shape.last(), outer.scope(), context))
        .flatMap(StreamStage::primitive);
    if (primitive.isEmpty()) {
      return List.of(new Piece.Text(".stream()"));
    }
    PrimitiveType type = context.compilation.types().getPrimitiveType(primitive.get());
    return List.of(
        new Piece.Text(".stream().mapTo" + capitalized(primitive.get()) + "("),
        new Piece.Type(context.compilation.types().boxedClass(type)),
        new Piece.Text("::" + type + "Value)"));
  }

  /** Whether a call ends in a stage. */
  boolean isOpen(MethodInvocationTree call) {
    return shape(call).filter(StreamShape::isOpen).isPresent();
  }

  private static String capitalized(TypeKind kind) {
    return kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private Optional<Variable> map(
      StreamShape shape, Optional<Variable> local, Optional<TypeMirror> demanded) {
    Variable stream = new Variable("stream", anyStream(shape.source()), Variable.Origin.TEMPORARY);
    outer.pure(Typer.bare(shape.source()), stream);
    MapReader.Target target = new MapReader.Target(
        context.place(shape.chain().end().getMethodSelect()),
        new MapForm.All(),
        new Value.Read(stream),
        shape.type(),
        local,
        demanded);
    List<StreamStage> stages = stages(shape);
    if (stages.size() == 1 && isPlain(stages.get(0), shape)) {
      return maps.read(stages.get(0).function(), target);
    }
    Optional<TypeMirror> last = stages
        .get(stages.size() - 1)
        .primitive()
        .<TypeMirror>map(context.compilation.types()::getPrimitiveType)
        .or(() -> demanded.flatMap(context.facts::elementOf));
    return stages.stream().allMatch(this::isUnary)
        ? new StageReader(context, outer, bodies)
            .read(stages, shape.type(), last)
            .map(body -> maps.add(body, target))
        : Optional.empty();
  }

  private List<StreamStage> stages(StreamShape shape) {
    return IntStream.rangeClosed(shape.first(), shape.last())
        .mapToObj(
            link -> StreamStage.of(shape.chain(), link, outer.scope(), context).orElseThrow())
        .toList();
  }

  /** Whether a stage's values need no conversion. */
  private boolean isPlain(StreamStage stage, StreamShape shape) {
    StreamTypes types = new StreamTypes(context, outer.scope(), bodies);
    return stage.primitive().isEmpty()
        || types
            .type(stage.function(), shape.type())
            .filter(type -> type.getKind() == stage.primitive().get())
            .isPresent();
  }

  private boolean isUnary(StreamStage stage) {
    boolean unary = stage.function() instanceof MemberReferenceTree reference
        ? !context.targets.isMisfit(reference, outer.scope())
        : ((LambdaExpressionTree) stage.function()).getParameters().size() == 1;
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
    List<Piece> pieces = List.of(
        new Piece.Text("new "),
        new Piece.Type(arrayList),
        new Piece.Text("<>("),
        Piece.of(list),
        new Piece.Text(")"));
    outer.add(new Step.Pure(
        Optional.of(copy),
        new Snippet(pieces, List.of(list), false),
        context.place(call.getMethodSelect())));
    return copy;
  }

  /** Whether a call makes a list of a stream, and nothing else. */
  private boolean isList(MethodInvocationTree link) {
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

  private TypeMirror anyStream(ExpressionTree source) {
    Types types = context.compilation.types();
    String primitive = StreamStage.primitive(source, outer.scope(), context)
        .map(StreamReader::capitalized)
        .orElse("");
    TypeElement stream =
        context.compilation.elements().getTypeElement("java.util.stream." + primitive + "Stream");
    return primitive.isEmpty()
        ? types.getDeclaredType(stream, types.getWildcardType(null, null))
        : stream.asType();
  }
}
