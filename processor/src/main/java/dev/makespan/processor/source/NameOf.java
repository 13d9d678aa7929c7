package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import java.util.Optional;

/** The names in trees. */
final class NameOf {
  private NameOf() {}

  /** The simple name of the method that is called. */
  static CharSequence call(MethodInvocationTree call) {
    if (call.getMethodSelect() instanceof IdentifierTree identifier) {
      return identifier.getName();
    }
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? select.getIdentifier()
        : call.getMethodSelect().toString();
  }

  /** A type's name without its arguments. */
  static Optional<ExpressionTree> rawType(Tree type) {
    Tree name =
        type instanceof ParameterizedTypeTree parameterized ? parameterized.getType() : type;
    return name instanceof ExpressionTree expression ? Optional.of(expression) : Optional.empty();
  }
}
