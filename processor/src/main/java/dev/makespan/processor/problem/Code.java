package dev.makespan.processor.problem;

import java.util.Locale;

/** What kind of problem it is. The id stands in brackets before the message. */
public enum Code {
  /** An annotation on a constructor. */
  CONSTRUCTOR,
  /** An annotation on a component of a record. */
  RECORD_COMPONENT,
  /** An annotation on an abstract method. */
  ABSTRACT_METHOD,
  /** An annotation on a native method. */
  NATIVE_METHOD,
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
  /**
   * An annotation on a method with a variable number of arguments, of which no array can be made.
   */
  VARARGS_NODE,
  /** Several of our annotations on one method. */
  TWO_ANNOTATIONS,
  /** Overloads of an annotated method that the number of arguments can't tell apart. */
  OVERLOAD,
  /** A type that the generated class can't name. */
  PRIVATE_TYPE,
  /** A task that returns a future which no flow can give, or the map of one that tolerates. */
  ASYNC_TASK,
  /** A map task without a parameter for the element. */
  MAP_TASK_ELEMENT,
  /** A duration that can't be read. */
  DURATION,
  /** A number that must not be negative. */
  NEGATIVE,
  /** A setting of retries where there are none. */
  RETRY_SETTING,
  /** A longest wait before a retry that is shorter than the first one. */
  BACKOFF,
  /** An exception that is to be retried and never to be retried. */
  RETRY_ON,
  /** A pool without a name. */
  POOL,
  /** A method, or a class, whose name clashes on the generated class. */
  FLOW_NAME,
  /** A workflow or a list of parameters that doesn't fit into a method of a class file. */
  TOO_LARGE,
  /** Workflows that reach themselves. */
  CYCLE,
  /** An {@code @After} whose name isn't that of a local to wait for. */
  AFTER_NAME,
  /** An {@code @After} of a local that is written below. */
  AFTER_ORDER,
  /** An {@code @Options} that can't be applied. */
  OPTIONS,
  /** An annotation for a workflow's locals anywhere else. */
  LOCAL_ANNOTATION,
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
  /** A variable of a pattern that is read outside the condition which binds it. */
  PATTERN_VARIABLE,
  /** The call of an annotated method that might not be evaluated. */
  CONDITIONAL_CALL,
  /** The call of an annotated method in a lambda. */
  CALL_IN_LAMBDA,
  /** A reference to an annotated method outside {@code Makespan.map}. */
  NODE_REFERENCE,
  /** A stream of calls that does more than a map. */
  STREAM,
  /** A ratio that isn't from 0 to 1. */
  RATIO,
  /** Something else than calls of annotated methods in {@code Makespan.together}. */
  TOGETHER,
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
  /** The call of a method that overrides an annotated one, with a result of another type. */
  OVERRIDING_NODE,
  /** An override of a workflow. */
  OVERRIDDEN_WORKFLOW,
  /** The call of an annotated method on the value of a field that isn't final. */
  MUTABLE_RECEIVER,
  /** A call or reference that doesn't show which arguments an array is made of. */
  VARARGS_CALL,
  /** The call of a plain method that calls an annotated one; a warning. */
  HIDDEN_NODE_CALL,
  /** A workflow whose calls are one chain; a warning. */
  NOTHING_PARALLEL,
  /** A fence between calls that need neither it nor each other; a warning. */
  SERIAL_FENCE,
  /** A task that assigns a field; a warning. */
  ASSIGNED_FIELD,
  /** A workflow or dynamic that asks for the clock, for chance or for its thread; a warning. */
  UNREPEATABLE,
  /** A future, or work, of a dynamic that doesn't belong to its run; a warning. */
  OUTSIDE_RUN,
  /** The direct call of an annotated method in a dynamic body. */
  DIRECT_CALL,
  /** A new flow in a dynamic body. */
  NEW_FLOW,
  /** A type that is neither there nor made by a processor. */
  UNKNOWN_TYPE,
  /** A type that must be written. */
  VAR_TYPE,
  /** A workflow whose twin calls the plain method, since its body could not be read; a warning. */
  SEQUENTIAL,
  /** A name that was read otherwise than the compiler reads it. */
  RESOLUTION,
  /** A failure of the processor itself. */
  CRASH;

  /** Whether it only warns, so that the flow class is made all the same. */
  public boolean isWarning() {
    return switch (this) {
      case HIDDEN_NODE_CALL,
          NOTHING_PARALLEL,
          SERIAL_FENCE,
          ASSIGNED_FIELD,
          UNREPEATABLE,
          OUTSIDE_RUN,
          SEQUENTIAL -> true;
      default -> false;
    };
  }

  /** The name that users see, such as {@code private-node}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
