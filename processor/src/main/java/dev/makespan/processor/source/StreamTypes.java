package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Follows the type of a stream's elements as far as declarations tell it. */
final class StreamTypes {
  private static final Set<String> SAME =
      Set.of("filter", "peek", "sorted", "limit", "skip", "distinct", "takeWhile", "dropWhile");

  private final BodyContext context;
  private final Scope around;
  private final MapBodyReader bodies;

  StreamTypes(BodyContext context, Scope around, MapBodyReader bodies) {
    this.context = context;
    this.around = around;
    this.bodies = bodies;
  }

  /** The scope inside a function of one element. */
  Scope scope(ExpressionTree function, Optional<TypeMirror> element) {
    Scope inner = around.inner();
    if (Typer.bare(function) instanceof LambdaExpressionTree lambda) {
      lambda
          .getParameters()
          .forEach(parameter -> inner.bind(
              parameter.getName().toString(), bodies.written(parameter).or(() -> element)));
    }
    return inner;
  }

  /** The type of the elements of a chain's source, if declarations tell it. */
  Optional<TypeMirror> element(StreamChain chain) {
    Optional<TypeMirror> primitive =
        StreamStage.primitive(chain.source(), around, context).map(this::primitive);
    if (primitive.isPresent()) {
      return primitive;
    }
    if (chain.source() instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      Optional<TypeMirror> of =
          context.typer.typeOf(select.getExpression(), around).flatMap(context.facts::elementOf);
      if (of.isPresent()) {
        return of;
      }
    }
    return context.typer.typeOf(chain.source(), around).flatMap(context.facts::argumentOf);
  }

  private TypeMirror primitive(TypeKind kind) {
    return context.compilation.types().getPrimitiveType(kind);
  }

  /** The type of the elements behind a call of a chain. */
  Optional<TypeMirror> after(StreamChain chain, int link, Optional<TypeMirror> element) {
    MethodInvocationTree call = chain.links().get(link);
    if (SAME.stream().anyMatch(name -> NodeSearch.isNamed(call, name))) {
      return element;
    }
    if (NodeSearch.isNamed(call, "boxed")) {
      return element.map(context.facts::boxed);
    }
    return StreamStage.of(chain, link, around, context)
        .flatMap(stage -> stage.primitive().isPresent()
            ? stage.primitive().map(this::primitive)
            : result(stage.function(), element));
  }

  /** The boxed type of what a function of one element gives. */
  Optional<TypeMirror> result(ExpressionTree function, Optional<TypeMirror> element) {
    return type(function, element).map(context.facts::boxed).filter(context.facts::isClosed);
  }

  /** The type of what a function of one element gives, if declarations tell it. */
  Optional<TypeMirror> type(ExpressionTree function, Optional<TypeMirror> element) {
    Optional<TypeMirror> type = Optional.empty();
    if (function instanceof LambdaExpressionTree lambda
        && lambda.getBody() instanceof ExpressionTree body) {
      type = context.typer.typeOf(body, scope(function, element));
    } else if (function instanceof MemberReferenceTree reference) {
      type = ofReference(reference);
    }
    return type;
  }

  private Optional<TypeMirror> ofReference(MemberReferenceTree reference) {
    if (reference.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      return context
          .targets
          .typeName(reference.getQualifierExpression(), around)
          .filter(type -> type.getTypeParameters().isEmpty())
          .map(TypeElement::asType);
    }
    List<TypeMirror> returned = context.targets.callee(reference, around).candidates().stream()
        .map(ExecutableElement::getReturnType)
        .toList();
    boolean same = !returned.isEmpty()
        && returned.stream()
            .allMatch(each -> context.compilation.types().isSameType(each, returned.get(0)));
    return same ? Optional.of(returned.get(0)) : Optional.empty();
  }
}
