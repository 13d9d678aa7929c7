package dev.makespan.processor.model;

import java.util.Objects;
import javax.lang.model.type.TypeMirror;

/**
 * A name that a body binds once: a parameter, a local, or a temporary for a nested call. Compared
 * by identity, because two bodies may bind the same name.
 */
public final class Variable {
  /** How a variable came to be. */
  public enum Origin {
    /**
     * A parameter of the method, or the element of a map. Its value is at hand when the body
     * starts.
     */
    PARAMETER,
    /** A local variable that the user declared. */
    LOCAL,
    /** The result of a step that the user gave no name. The emitter may rename it. */
    TEMPORARY
  }

  private final String name;
  private final TypeMirror type;
  private final Origin origin;

  public Variable(String name, TypeMirror type, Origin origin) {
    this.name = Objects.requireNonNull(name);
    this.type = Objects.requireNonNull(type);
    this.origin = Objects.requireNonNull(origin);
  }

  /** The user's name, or a proposal for a temporary. */
  public String name() {
    return name;
  }

  /** The type as the source declares it; for a temporary the type of the step's value. */
  public TypeMirror type() {
    return type;
  }

  public Origin origin() {
    return origin;
  }

  @Override
  public String toString() {
    return name;
  }
}
