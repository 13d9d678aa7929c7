package dev.makespan.processor.source;

import dev.makespan.processor.model.NodeRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * What a call or a method reference may mean.
 *
 * @param form how it is written
 * @param site the class through which the method is seen; empty if the receiver's type can't be
 *     told
 * @param candidates the methods of that name that take so many arguments
 * @param receiver the type of the expression before the dot; empty without one, and if it can't be
 *     told
 */
record Callee(
    Form form,
    Optional<TypeElement> site,
    List<ExecutableElement> candidates,
    Optional<TypeMirror> receiver) {
  /** How a call is written. */
  enum Form {
    /** {@code m(x)}, a member of the class around it. */
    SIMPLE,
    /** {@code m(x)}, imported. */
    IMPORTED,
    /** {@code Type.m(x)}. */
    TYPE,
    /** {@code expression.m(x)}. */
    EXPRESSION
  }

  Callee {
    candidates = List.copyOf(candidates);
  }

  /** Without an expression before the dot. */
  Callee(Form form, Optional<TypeElement> site, List<ExecutableElement> candidates) {
    this(form, site, candidates, Optional.empty());
  }

  /** The methods that take so many arguments. */
  static List<ExecutableElement> taking(int arguments, List<ExecutableElement> methods) {
    return methods.stream()
        .filter(method -> method.getParameters().size() == arguments
            || (method.isVarArgs() && arguments >= method.getParameters().size() - 1))
        .toList();
  }

  /** The only method that it can mean. */
  Optional<ExecutableElement> method() {
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  /** The annotated method that it means. */
  Optional<NodeRef> node() {
    return method().flatMap(Markers::node);
  }

  /** An annotated method that it may mean, among others that take as many arguments. */
  Optional<NodeRef> ambiguousNode() {
    return candidates.size() < 2
        ? Optional.empty()
        : candidates.stream().map(Markers::node).flatMap(Optional::stream).findFirst();
  }

  boolean mayBeNode() {
    return candidates.stream().anyMatch(method -> Markers.node(method).isPresent());
  }
}
