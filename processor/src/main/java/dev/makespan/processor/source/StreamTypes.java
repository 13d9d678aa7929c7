package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
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

  /** The type of the elements behind a call. */
  Optional<TypeMirror> after(MethodInvocationTree link, Optional<TypeMirror> element) {
    if (SAME.stream().anyMatch(name -> NodeSearch.isNamed(link, name))) {
      return element;
    }
    return NodeSearch.isNamed(link, "map") && link.getArguments().size() == 1
        ? result(Typer.bare(link.getArguments().get(0)), element)
        : Optional.empty();
  }

  /** The boxed type of what a function of one element gives. */
  Optional<TypeMirror> result(ExpressionTree function, Optional<TypeMirror> element) {
    Optional<TypeMirror> type = Optional.empty();
    if (function instanceof LambdaExpressionTree lambda
        && lambda.getBody() instanceof ExpressionTree body) {
      type = context.typer.typeOf(body, scope(function, element));
    } else if (function instanceof MemberReferenceTree reference) {
      type = ofReference(reference);
    }
    return type.map(context.facts::boxed).filter(context.facts::isClosed);
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
