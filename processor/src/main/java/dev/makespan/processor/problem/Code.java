package dev.makespan.processor.problem;

import java.util.Locale;

/** What kind of problem it is. The id stands in brackets before the message. */
public enum Code {
  /** An annotation on a constructor. */
  CONSTRUCTOR,
  /** An annotation on an abstract method. */
  ABSTRACT_METHOD,
  /** An annotation on a native method. */
  NATIVE_METHOD,
  /** An annotation on a method of an interface. */
  INTERFACE_METHOD,
  /** A synchronized workflow. */
  SYNCHRONIZED,
  /** An annotation on a private method. */
  PRIVATE_NODE,
  /** An annotation on a method with type parameters. */
  GENERIC_NODE,
  /** An annotation on a method of a class with type parameters. */
  GENERIC_CLASS,
  /** An annotation on a method of an inner, local or anonymous class. */
  INNER_CLASS,
  /** An annotation on a method of a private class. */
  PRIVATE_CLASS,
  /** An annotation on a method with a variable number of arguments. */
  VARARGS_NODE,
  /** Several of our annotations on one method. */
  TWO_ANNOTATIONS,
  /** Overloads of an annotated method that the number of arguments can't tell apart. */
  OVERLOAD,
  /** A type that the generated class can't name. */
  PRIVATE_TYPE,
  /** A task that returns a future or a stage. */
  ASYNC_TASK,
  /** A map task without a parameter for the element. */
  MAP_TASK_ELEMENT,
  /** A duration that can't be read. */
  DURATION,
  /** A number that must not be negative. */
  NEGATIVE,
  /** A method, or a class, whose name clashes on the generated class. */
  FLOW_NAME,
  /** Workflows that reach themselves. */
  CYCLE,
  /** A loop in a workflow. */
  LOOP,
  /** A statement that branches in a workflow. */
  BRANCH,
  /** A {@code try} in a workflow. */
  TRY,
  /** Any other statement that isn't part of a workflow's language. */
  STATEMENT,
  /** A call as a statement that isn't the call of an annotated method. */
  PLAIN_CALL,
  /** A second value for a local or parameter. */
  REASSIGNMENT,
  /** A pure expression that assigns, or changes an object that others may see. */
  SIDE_EFFECT,
  /** A local without a value. */
  NO_VALUE,
  /** The call of an annotated method that might not be evaluated. */
  CONDITIONAL_CALL,
  /** The call of an annotated method in a lambda. */
  CALL_IN_LAMBDA,
  /** A reference to an annotated method outside {@code Makespan.map}. */
  NODE_REFERENCE,
  /** A map whose declared element type isn't its function's. */
  MAP_TYPE,
  /** Something that may fail and is evaluated before a nested call. */
  EVALUATION_ORDER,
  /** A member that the generated class can't reach. */
  PRIVATE_MEMBER,
  /** A variable that hides a class or package which the generated class has to name. */
  HIDDEN_CLASS,
  /** An expression that takes more values than a method can. */
  TOO_MANY_VALUES,
  /** An anonymous or local class in a workflow. */
  ANONYMOUS_CLASS,
  /** A use of {@code super} in a workflow. */
  SUPER,
  /** The call of a generated class in a workflow. */
  FLOW_CALL,
  /** An annotated method that the generated class can't reach. */
  HIDDEN_NODE,
  /** An annotated method whose class was compiled without the processor. */
  NO_FLOW,
  /** The call of an inherited annotated method. */
  INHERITED_NODE,
  /** The call of a plain method that calls an annotated one; a warning. */
  HIDDEN_NODE_CALL,
  /** The direct call of an annotated method in a dynamic body. */
  DIRECT_CALL,
  /** A new flow in a dynamic body. */
  NEW_FLOW,
  /** A type that is neither there nor made by a processor. */
  UNKNOWN_TYPE,
  /** A type that must be written. */
  VAR_TYPE,
  /** A name that was read otherwise than the compiler reads it. */
  RESOLUTION,
  /** A failure of the processor itself. */
  CRASH;

  /** Whether it only warns, so that the flow class is made all the same. */
  public boolean isWarning() {
    return this == HIDDEN_NODE_CALL;
  }

  /** The name that users see, such as {@code private-node}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
