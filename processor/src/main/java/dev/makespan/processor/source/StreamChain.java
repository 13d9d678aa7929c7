package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/**
 * A chain of calls on a stream.
 *
 * @param source the expression that gives the stream
 * @param links the calls, in the order in which they are written
 */
record StreamChain(ExpressionTree source, List<MethodInvocationTree> links) {
  StreamChain {
    links = List.copyOf(links);
  }

  /** The chain that ends in a call; empty if that isn't the call of a stream's method. */
  static Optional<StreamChain> of(MethodInvocationTree call, Scope scope, BodyContext context) {
    // Types are dear to tell, and most calls have nothing of a stream.
    if (!hasFunctions(call)) {
      return Optional.empty();
    }
    Deque<MethodInvocationTree> links = new ArrayDeque<>();
    ExpressionTree at = call;
    while (at instanceof MethodInvocationTree link
        && link.getMethodSelect() instanceof MemberSelectTree select
        && isStream(select.getExpression(), scope, context)) {
      links.addFirst(link);
      at = Typer.bare(select.getExpression());
    }
    boolean functions = links.stream()
        .flatMap(link -> link.getArguments().stream())
        .anyMatch(StreamChain::isFunction);
    return functions ? Optional.of(new StreamChain(at, List.copyOf(links))) : Optional.empty();
  }

  private static boolean hasFunctions(MethodInvocationTree call) {
    ExpressionTree at = call;
    while (at instanceof MethodInvocationTree link
        && link.getMethodSelect() instanceof MemberSelectTree select) {
      if (link.getArguments().stream().anyMatch(StreamChain::isFunction)) {
        return true;
      }
      at = Typer.bare(select.getExpression());
    }
    return false;
  }

  private static boolean isFunction(ExpressionTree argument) {
    ExpressionTree tree = Typer.bare(argument);
    return tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
  }

  static boolean isStream(ExpressionTree tree, Scope scope, BodyContext context) {
    Types types = context.compilation.types();
    TypeElement stream =
        context.compilation.elements().getTypeElement("java.util.stream.BaseStream");
    return context
        .typer
        .classOf(tree, scope)
        .filter(
            type -> types.isSubtype(types.erasure(type.asType()), types.erasure(stream.asType())))
        .isPresent();
  }

  /** The last call. */
  MethodInvocationTree end() {
    return links.get(links.size() - 1);
  }

  /** What a call of the chain is called on. */
  ExpressionTree receiver(int link) {
    return link == 0 ? source : links.get(link - 1);
  }

  /** The chain up to a call. */
  StreamChain upTo(int link) {
    return new StreamChain(source, links.subList(0, link + 1));
  }

  static boolean is(ExecutableElement method, String type, String name) {
    return method.getSimpleName().contentEquals(name)
        && Enclosing.type(method).getQualifiedName().contentEquals(type);
  }
}
