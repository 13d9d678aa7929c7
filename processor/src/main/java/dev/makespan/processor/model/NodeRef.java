package dev.makespan.processor.model;

import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * An annotated method as a caller sees it: its signature and kind, never its body.
 *
 * @param owner the class that declares the method
 * @param method the method
 * @param kind what its annotation makes of it
 */
public record NodeRef(TypeElement owner, ExecutableElement method, NodeKind kind) {
  /** The most parameters beside the run and the instance; a long or a double counts twice. */
  public static final int MOST_SLOTS = 253;

  public NodeRef {
    Objects.requireNonNull(owner);
    Objects.requireNonNull(method);
    Objects.requireNonNull(kind);
  }

  /** The method's simple name. */
  public String name() {
    return method.getSimpleName().toString();
  }

  /** Whether it returns nothing, so that its call is a fence. */
  public boolean isVoid() {
    return method.getReturnType().getKind() == TypeKind.VOID;
  }

  /** Whether it is a task that returns a stage, and ends when that completes. */
  public boolean isAsynchronous() {
    if ((kind != NodeKind.TASK && kind != NodeKind.MAP_TASK)
        || !(method.getReturnType() instanceof DeclaredType type)) {
      return false;
    }
    Name name = ((TypeElement) type.asElement()).getQualifiedName();
    return name.contentEquals("java.util.concurrent.CompletableFuture")
        || name.contentEquals("java.util.concurrent.CompletionStage");
  }

  /** Whether methods of a generated class can take its arguments. */
  public boolean fits() {
    int slots = 0;
    for (VariableElement parameter : method.getParameters()) {
      slots += slots(parameter.asType());
    }
    return slots <= MOST_SLOTS;
  }

  /** For how many parameters one of a type counts. */
  public static int slots(TypeMirror type) {
    return type.getKind() == TypeKind.LONG || type.getKind() == TypeKind.DOUBLE ? 2 : 1;
  }

  /** Whether a call needs an instance of the owner. */
  public boolean isInstance() {
    return !method.getModifiers().contains(Modifier.STATIC);
  }
}
