package dev.makespan.processor.problem;

/** What can be wrong in the declaration of an annotated method, with the cures. */
public final class DeclarationProblems {
  private DeclarationProblems() {}

  /** An annotation on a constructor. */
  public static Problem constructor(Place place, CharSequence type) {
    return new Problem(
        Code.CONSTRUCTOR,
        place,
        "A constructor of " + type + " can't be a task or a workflow.",
        "Annotate a static method that calls new " + type + "(…).");
  }

  /** An annotation on a component of a record, which is one on its accessor. */
  public static Problem recordComponent(Place place, CharSequence component) {
    return new Problem(
        Code.RECORD_COMPONENT,
        place,
        component + " is a component of a record, so there is nothing to run.",
        "Remove the annotation; annotate a method with a body, which may read it.");
  }

  /** An annotation on an abstract method. */
  public static Problem abstractMethod(Place place, CharSequence method) {
    return new Problem(
        Code.ABSTRACT_METHOD,
        place,
        method + " is abstract, so there is nothing to run.",
        "Annotate a method with a body, which may call it.");
  }

  /** An annotation on a native method. */
  public static Problem nativeMethod(Place place, CharSequence method) {
    return new Problem(
        Code.NATIVE_METHOD,
        place,
        method + " is native, so there is no Java body to run.",
        "Annotate a Java method that calls it.");
  }

  /** An override of a workflow. */
  public static Problem overriddenWorkflow(Place place, CharSequence method, CharSequence above) {
    return new Problem(
        Code.OVERRIDDEN_WORKFLOW,
        place,
        method + " overrides a workflow of " + above + ", whose flow runs as " + above
            + " writes it and never calls this.",
        "Give it another name, or make the one of " + above + " a @Dynamic or a @Task.");
  }

  /** A synchronized workflow. */
  public static Problem synchronizedWorkflow(Place place, CharSequence method) {
    return new Problem(
        Code.SYNCHRONIZED,
        place,
        method + " is synchronized, but no thread holds a lock while the steps of a workflow run.",
        "Remove the word synchronized; synchronise a @Task instead.");
  }

  /** An annotation on a private method. */
  public static Problem privateNode(Place place, CharSequence method) {
    return new Problem(
        Code.PRIVATE_NODE,
        place,
        method + " is private, so the generated class can't call it.",
        "Make it package-private: remove the word private.");
  }

  /** An annotation on a generic method. */
  public static Problem genericNode(Place place, CharSequence method) {
    return new Problem(
        Code.GENERIC_NODE,
        place,
        method + " has type parameters of its own.",
        "Write it for the types that you use, or let an annotated method of fixed types call it.");
  }

  /** An annotation in a generic class. */
  public static Problem genericClass(Place place, CharSequence type) {
    return new Problem(
        Code.GENERIC_CLASS,
        place,
        type + " has type parameters, but its flow would have none.",
        "Move the annotated methods into a class without type parameters.");
  }

  /** An annotation in an inner class. */
  public static Problem innerClass(Place place, CharSequence type) {
    return new Problem(
        Code.INNER_CLASS,
        place,
        type + " is an inner class: its instances belong to an outer one.",
        "Make " + type + " static, or move it to the top level.");
  }

  /** An annotation in a local or anonymous class. */
  public static Problem localNode(Place place, CharSequence method) {
    return new Problem(
        Code.INNER_CLASS,
        place,
        method + " belongs to a class inside a method, which nothing outside can call.",
        "Move it into a top-level or static nested class.");
  }

  /** An annotation in a private class. */
  public static Problem privateClass(Place place, CharSequence type) {
    return new Problem(
        Code.PRIVATE_CLASS,
        place,
        type + " is private, so the generated class can't name it.",
        "Make it package-private: remove the word private.");
  }

  /** An annotation on a method with a variable number of arguments. */
  public static Problem varargsNode(Place place, CharSequence method, String cure) {
    return new Problem(
        Code.VARARGS_NODE,
        place,
        method + " takes a variable number of arguments that can't be passed on.",
        cure);
  }

  /** Several annotations on one method. */
  public static Problem twoAnnotations(Place place, CharSequence method, String annotations) {
    return new Problem(
        Code.TWO_ANNOTATIONS,
        place,
        method + " has " + annotations + ", but a method is one of them only.",
        "Keep one. For another kind write a second method that calls this one.");
  }

  /** Overloads of one number of arguments. */
  public static Problem overload(Place place, CharSequence method, int arguments) {
    return new Problem(
        Code.OVERLOAD,
        place,
        "There is another method " + method + " with as many arguments (" + arguments + ").",
        "Give the annotated one a name of its own: calls are told apart by name and number of arguments.");
  }

  /** A type that the generated class can't name. */
  public static Problem privateType(Place place, CharSequence type) {
    return new Problem(
        Code.PRIVATE_TYPE,
        place,
        "The generated class can't name the type " + type + ".",
        "Make it package-private, or public if it is in another package.");
  }

  /** A task that returns a future which nobody but its class can complete, or say when it is. */
  public static Problem future(Place place, CharSequence method, CharSequence type) {
    return new Problem(
        Code.ASYNC_TASK,
        place,
        "A flow makes futures of its own, so it can't give the " + type + " that " + method
            + " returns.",
        "Return a CompletionStage or a CompletableFuture, or wait for it and return the value.");
  }

  /** A task that returns a stage of anything. */
  public static Problem rawStage(Place place, CharSequence method, CharSequence type) {
    return new Problem(
        Code.ASYNC_TASK,
        place,
        "What " + method + " gives in the end isn't written.",
        "Write it, such as " + type + "<String>; of nothing, " + type + "<Void>.");
  }

  /** A map task without parameters. */
  public static Problem mapTaskElement(Place place, CharSequence method) {
    return new Problem(
        Code.MAP_TASK_ELEMENT,
        place,
        "The map task " + method + " has no parameter for the element.",
        "Make the element its first parameter, or make it a @Task.");
  }
}
