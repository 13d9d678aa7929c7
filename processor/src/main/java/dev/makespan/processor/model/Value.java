package dev.makespan.processor.model;

import java.util.Objects;

/** An argument of a step. */
public sealed interface Value {
  /** The value of a parameter, local or temporary. */
  record Read(Variable variable) implements Value {
    public Read {
      Objects.requireNonNull(variable);
    }
  }

  /** The instance whose methods the flow calls. */
  record Self() implements Value {}

  /** A literal, as the source spells it: {@code 3}, {@code "a"}, {@code null}. */
  record Literal(String source) implements Value {
    public Literal {
      Objects.requireNonNull(source);
    }
  }

  /** The element of the map, in the arguments of a call that is mapped directly. */
  record Element() implements Value {}
}
