package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.MapForm;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.CallProblems;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Reads {@code Makespan.map} and its siblings, and streams, of annotated methods. A map without any
 * is a pure expression.
 */
final class MapReader {
  private final BodyContext context;
  private final ExpressionReader outer;
  private final MapBodyReader bodies;

  MapReader(BodyContext context, ExpressionReader outer) {
    this.context = context;
    this.outer = outer;
    this.bodies = new MapBodyReader(context, outer.scope());
  }

  boolean isMapOfNodes(MethodInvocationTree call) {
    return mapping(call).map(this::hasNodes).orElseGet(() -> streams().isStreamOfNodes(call));
  }

  StreamReader streams() {
    return new StreamReader(context, outer, this, bodies);
  }

  private boolean hasNodes(Mapping map) {
    if (map.function() instanceof MemberReferenceTree reference) {
      return context.targets.callee(reference, outer.scope()).mayBeNode()
          || context.targets.isMisfit(reference, outer.scope());
    }
    return map.function() instanceof LambdaExpressionTree lambda
        && NodeSearch.finds(lambda, bodies.inner(lambda, elementOf(map.list())), context.targets);
  }

  private Optional<Mapping> mapping(MethodInvocationTree call) {
    return Mapping.of(call)
        .filter(map -> context
            .targets
            .callee(call, outer.scope())
            .method()
            .filter(MapReader::isOfMakespan)
            .isPresent());
  }

  static boolean isOfMakespan(ExecutableElement method) {
    return Enclosing.type(method).getQualifiedName().contentEquals("dev.makespan.Makespan");
  }

  private Optional<TypeMirror> elementOf(ExpressionTree list) {
    return context.typer.typeOf(list, outer.scope()).flatMap(context.facts::elementOf);
  }

  /** Reads a map whose value nobody reads. */
  void statement(MethodInvocationTree call) {
    read(call, Optional.empty(), Optional.empty());
  }

  /**
   * Reads a map whose value is read.
   *
   * @param local the user's variable for the list, if there is one
   * @param demanded the type that the place of the map demands
   */
  Optional<Variable> value(
      MethodInvocationTree call, Optional<Variable> local, Optional<TypeMirror> demanded) {
    if (mapping(call).filter(map -> map.kind() == Mapping.Kind.FOR_EACH).isPresent()) {
      // The compiler rejects the value of a void call.
      context.invalid();
    }
    return read(call, local, demanded);
  }

  private Optional<Variable> read(
      MethodInvocationTree call, Optional<Variable> local, Optional<TypeMirror> demanded) {
    Optional<Mapping> mapping = mapping(call);
    if (mapping.isEmpty()) {
      return streams().read(call, local, demanded);
    }
    Mapping map = mapping.get();
    MapForm form = map.ratio()
        .<MapForm>map(ratio -> new MapForm.Some(new Ratio(context, outer).read(ratio, call)))
        .orElseGet(
            () -> map.kind() == Mapping.Kind.FOR_EACH ? new MapForm.Nothing() : new MapForm.All());
    TypeMirror type =
        context.typer.typeOf(map.list(), outer.scope()).orElseGet(this::anyCollection);
    Optional<Value> sound = context.sound(() -> outer.value(map.list(), type, "list"));
    Value list = sound.orElseGet(() -> new Value.Literal("null"));
    Optional<TypeMirror> element = elementOf(map.list());
    if (sound.isEmpty() && element.isEmpty()) {
      Optional<TypeMirror> any = Optional.of(outer.object("java.lang.Object"));
      Target wrong = new Target(
          context.place(call.getMethodSelect()), form, list, any, local, Optional.empty());
      context.silently(() -> read(map.function(), wrong));
      return Optional.empty();
    }
    return read(
        map.function(),
        new Target(context.place(call.getMethodSelect()), form, list, element, local, demanded));
  }

  /**
   * Where a map stands, and what it maps.
   *
   * @param place that of the map, of the end of the stream, or of the loop
   * @param element the type of the elements, if declarations tell it
   */
  record Target(
      TreePlace place,
      MapForm form,
      Value list,
      Optional<TypeMirror> element,
      Optional<Variable> local,
      Optional<TypeMirror> demanded) {
    boolean isVoid() {
      return form instanceof MapForm.Nothing;
    }

    /** The same map at another place. */
    Target at(TreePlace other) {
      return new Target(other, form, list, element, local, demanded);
    }
  }

  /** Reads what is done with each element. */
  Optional<Variable> read(ExpressionTree function, Target target) {
    MappedCallReader calls = new MappedCallReader(context, outer, this);
    if (function instanceof MemberReferenceTree reference) {
      return calls.reference(reference, target);
    }
    LambdaExpressionTree lambda = (LambdaExpressionTree) function;
    if (lambda.getParameters().size() != 1) {
      context.invalid();
      return Optional.empty();
    }
    String element = lambda.getParameters().get(0).getName().toString();
    if (lambda.getBody() instanceof ExpressionTree expression
        && Typer.bare(expression) instanceof MethodInvocationTree body
        && calls.isDirect(body, element, bodies.inner(lambda, target.element()))) {
      return calls.direct(body, element, bodies.inner(lambda, target.element()), target);
    }
    return body(lambda, target);
  }

  private Optional<Variable> body(LambdaExpressionTree lambda, Target target) {
    if (target.isVoid()) {
      bodies
          .readVoid(lambda, target.element())
          .ifPresent(body -> add(body, Optional.empty(), target));
      return Optional.empty();
    }
    Optional<TypeMirror> demanded = target.demanded().flatMap(context.facts::elementOf);
    if (target.form() instanceof MapForm.Some) {
      demanded = demanded.flatMap(context.facts::argumentOf);
    }
    return bodies.read(lambda, target.element(), demanded).map(body -> add(body, target));
  }

  /** Adds a map whose elements have a body with a result. */
  Variable add(Body body, Target target) {
    Variable result = result(bodies.typeOf(body.returned().orElseThrow()), "list", target);
    add(body, Optional.of(result), target);
    return result;
  }

  private void add(Body body, Optional<Variable> result, Target target) {
    outer.add(new Step.MapBody(result, target.form(), target.list(), body, target.place()));
  }

  /** The variable that holds a map's list; its type must be what is demanded. */
  Variable result(TypeMirror element, String name, Target target) {
    Types types = context.compilation.types();
    TypeMirror boxed = context.facts.boxed(element);
    TypeMirror each = target.form() instanceof MapForm.Some
        ? types.getDeclaredType(type("java.util.Optional"), boxed)
        : boxed;
    TypeMirror type = types.getDeclaredType(type("java.util.List"), each);
    target
        .demanded()
        .filter(wanted -> types.isSubtype(types.erasure(type), types.erasure(wanted))
            && !types.isAssignable(type, wanted)
            && context
                .facts
                .elementOf(wanted)
                .filter(demanded -> types.isSubtype(each, demanded))
                .isEmpty())
        .ifPresent(wanted -> context.doubt(CallProblems.mapType(
            target.place(), TypeFacts.spelled(wanted), TypeFacts.spelled(type))));
    return target.local().orElseGet(() -> new Variable(name, type, Variable.Origin.TEMPORARY));
  }

  private TypeElement type(String name) {
    return context.compilation.elements().getTypeElement(name);
  }

  private TypeMirror anyCollection() {
    Types types = context.compilation.types();
    return types.getDeclaredType(type("java.util.Collection"), types.getWildcardType(null, null));
  }
}
