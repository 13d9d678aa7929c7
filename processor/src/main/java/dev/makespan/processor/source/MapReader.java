package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.CallProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads {@code Makespan.map} of annotated methods. A map without any is a pure expression. */
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
    if (!isMap(call)) {
      return false;
    }
    ExpressionTree function = Typer.bare(call.getArguments().get(1));
    if (function instanceof MemberReferenceTree reference) {
      return context.targets.callee(reference, outer.scope()).mayBeNode();
    }
    return function instanceof LambdaExpressionTree lambda
        && NodeSearch.finds(lambda, inner(lambda, call), context.targets);
  }

  private boolean isMap(MethodInvocationTree call) {
    if (call.getArguments().size() != 2 || !NodeSearch.isNamed(call, "map")) {
      return false;
    }
    Optional<ExecutableElement> method =
        context.targets.callee(call, outer.scope()).method();
    return method
        .map(found ->
            Enclosing.type(found).getQualifiedName().contentEquals("dev.makespan.Makespan"))
        .orElse(false);
  }

  private Scope inner(LambdaExpressionTree lambda, MethodInvocationTree call) {
    return bodies.inner(lambda, call);
  }

  /**
   * Reads a map.
   *
   * @param local the user's variable for the list, if there is one
   * @param demanded the type that the place of the map demands
   */
  Optional<Variable> read(
      MethodInvocationTree call, Optional<Variable> local, Optional<TypeMirror> demanded) {
    ExpressionTree source = call.getArguments().get(0);
    TypeMirror type = context.typer.typeOf(source, outer.scope()).orElseGet(this::anyCollection);
    Value list = outer.value(source, type, "list");
    ExpressionTree function = Typer.bare(call.getArguments().get(1));
    Target target = new Target(call, list, local, demanded);
    if (function instanceof MemberReferenceTree reference) {
      return reference(reference, target);
    }
    LambdaExpressionTree lambda = (LambdaExpressionTree) function;
    if (lambda.getParameters().size() != 1) {
      context.invalid();
      return Optional.empty();
    }
    String element = lambda.getParameters().get(0).getName().toString();
    if (lambda.getBody() instanceof ExpressionTree expression
        && Typer.bare(expression) instanceof MethodInvocationTree body
        && isDirect(body, element, lambda, call)) {
      return direct(body, element, lambda, target);
    }
    return body(lambda, target);
  }

  /** Where a map stands, and what it maps. */
  private record Target(
      MethodInvocationTree call,
      Value list,
      Optional<Variable> local,
      Optional<TypeMirror> demanded) {}

  private Optional<Variable> reference(MemberReferenceTree reference, Target target) {
    Callee callee = context.targets.callee(reference, outer.scope());
    Optional<NodeRef> found = new CallChecks(context).node(reference, callee);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    NodeRef node = found.get();
    List<Value> in = new ArrayList<>();
    if (callee.form() == Callee.Form.EXPRESSION) {
      Value receiver =
          outer.value(reference.getQualifierExpression(), node.owner().asType(), "receiver");
      if (node.isInstance()) {
        in.add(nonNull(receiver, reference, node));
      }
    }
    in.add(new Value.Element());
    return mapCall(node, in, target);
  }

  /** A reference checks what it is bound to when it is evaluated, also if it is never called. */
  private Value nonNull(Value receiver, MemberReferenceTree reference, NodeRef node) {
    boolean isNew = Typer.bare(reference.getQualifierExpression()) instanceof NewClassTree;
    if (isNew || !(receiver instanceof Value.Read read)) {
      return receiver;
    }
    Variable checked = new Variable("receiver", node.owner().asType(), Variable.Origin.TEMPORARY);
    Optional<Step.Pure> made = read.variable().origin() == Variable.Origin.TEMPORARY
        ? outer.last(read.variable())
        : Optional.empty();
    made.ifPresent(outer::remove);
    Snippet code = made.map(Step.Pure::code)
        .orElseGet(() -> new Snippet(
            List.of(Snippet.Piece.of(read.variable())), List.of(read.variable()), false));
    List<Snippet.Piece> pieces = new ArrayList<>(code.pieces());
    TypeElement objects = context.compilation.elements().getTypeElement("java.util.Objects");
    pieces.add(0, new Snippet.Piece.Type(objects));
    pieces.add(1, new Snippet.Piece.Text(".requireNonNull("));
    pieces.add(new Snippet.Piece.Text(")"));
    Snippet check = new Snippet(pieces, code.reads(), code.readsSelf(), code.suppressed());
    outer.add(new Step.Pure(Optional.of(checked), check, context.place(reference)));
    return new Value.Read(checked);
  }

  /** Whether a lambda's body is one call of which all arguments are at hand. */
  private boolean isDirect(
      MethodInvocationTree body,
      String element,
      LambdaExpressionTree lambda,
      MethodInvocationTree call) {
    Callee callee = context.targets.callee(body, inner(lambda, call));
    boolean receiver = callee.form() != Callee.Form.EXPRESSION
        || (body.getMethodSelect() instanceof MemberSelectTree select
            && simple(select.getExpression(), element).isPresent());
    return callee.mayBeNode()
        && receiver
        && body.getArguments().stream().allMatch(each -> simple(each, element).isPresent());
  }

  private Optional<Variable> direct(
      MethodInvocationTree body, String element, LambdaExpressionTree lambda, Target target) {
    Callee callee = context.targets.callee(body, inner(lambda, target.call()));
    Optional<NodeRef> found = new CallChecks(context).node(body.getMethodSelect(), callee);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    NodeRef node = found.get();
    List<Value> in = new ArrayList<>();
    if (node.isInstance()) {
      Value receiver = callee.form() == Callee.Form.EXPRESSION
              && body.getMethodSelect() instanceof MemberSelectTree select
          ? simple(select.getExpression(), element).orElseThrow()
          : new Value.Self();
      in.add(receiver);
    }
    body.getArguments().forEach(each -> in.add(simple(each, element).orElseThrow()));
    return mapCall(node, in, target);
  }

  private Optional<Value> simple(ExpressionTree tree, String element) {
    boolean isElement = Typer.bare(tree) instanceof IdentifierTree identifier
        && identifier.getName().contentEquals(element);
    return isElement ? Optional.of(new Value.Element()) : outer.simple(tree);
  }

  private Optional<Variable> mapCall(NodeRef node, List<Value> in, Target target) {
    TreePlace place = context.place(target.call().getMethodSelect());
    if (node.isVoid()) {
      // The compiler rejects a map of a void method.
      context.invalid();
      return Optional.empty();
    }
    Variable result = result(node.method().getReturnType(), node.name(), target);
    outer.add(new Step.MapCall(Optional.of(result), target.list(), node, in, place));
    return Optional.of(result);
  }

  private Optional<Variable> body(LambdaExpressionTree lambda, Target target) {
    MethodInvocationTree call = target.call();
    Optional<TypeMirror> demanded = target.demanded().flatMap(context.facts::elementOf);
    Optional<Body> body = bodies.read(lambda, call, demanded);
    if (body.isEmpty()) {
      return Optional.empty();
    }
    Value value = body.get().result().orElseThrow();
    Variable result = result(bodies.typeOf(value), "list", target);
    TreePlace place = context.place(call.getMethodSelect());
    outer.add(new Step.MapBody(Optional.of(result), target.list(), body.get(), place));
    return Optional.of(result);
  }

  private Variable result(TypeMirror element, String name, Target target) {
    Types types = context.compilation.types();
    TypeElement list = context.compilation.elements().getTypeElement("java.util.List");
    TypeMirror type = types.getDeclaredType(list, context.facts.boxed(element));
    target
        .demanded()
        .filter(wanted -> types.isSubtype(types.erasure(type), types.erasure(wanted))
            && !types.isAssignable(type, wanted)
            && context
                .facts
                .elementOf(wanted)
                .filter(each -> types.isSubtype(context.facts.boxed(element), each))
                .isEmpty())
        .ifPresent(wanted -> context.report(CallProblems.mapType(
            context.place(target.call().getMethodSelect()),
            TypeFacts.spelled(wanted),
            TypeFacts.spelled(type))));
    return target.local().orElseGet(() -> new Variable(name, type, Variable.Origin.TEMPORARY));
  }

  private TypeMirror anyCollection() {
    Types types = context.compilation.types();
    return types.getDeclaredType(
        context.compilation.elements().getTypeElement("java.util.Collection"),
        types.getWildcardType(null, null));
  }
}
