package dev.makespan.processor.problem;

/** What can be wrong in the call of an annotated method, with the cures. */
public final class CallProblems {
  private CallProblems() {}

  /** A call that may mean several methods. */
  public static Problem overloaded(Place place, CharSequence method) {
    return new Problem(
        Code.OVERLOAD,
        place,
        "Several methods " + method + " take as many arguments, and one of them is annotated.",
        "Give the annotated one a name of its own.");
  }

  /** A call that may not be evaluated. */
  public static Problem conditional(Place place, CharSequence method) {
    return new Problem(
        Code.CONDITIONAL_CALL,
        place,
        "The call of " + method + " depends on a condition inside an expression.",
        "Write an if, or a conditional expression such as a ? b(x) : false; or, if it may run in any case, give it a local above.");
  }

  /** A call in a lambda. */
  public static Problem inLambda(Place place, CharSequence method) {
    return new Problem(
        Code.CALL_IN_LAMBDA,
        place,
        method + " is called in a lambda, which would run it inline.",
        "Use Makespan.map(list, x -> …), call it above, or write a @Dynamic method.");
  }

  /** A reference outside a map. */
  public static Problem reference(Place place, CharSequence method) {
    return new Problem(
        Code.NODE_REFERENCE,
        place,
        "The reference to " + method + " would run it inline.",
        "Use Makespan.map(list, …::" + method + ").");
  }

  /** A map of another type than demanded. */
  public static Problem mapType(Place place, CharSequence wanted, CharSequence actual) {
    return new Problem(
        Code.MAP_TYPE,
        place,
        "The map gives a " + actual + ", whose elements are what its calls return, and no " + wanted
            + ".",
        "Write " + actual + ".");
  }

  /** The call of a generated class. */
  public static Problem flow(Place place, CharSequence flow, CharSequence type) {
    return new Problem(
        Code.FLOW_CALL,
        place,
        flow + " is the parallel twin of " + type + ", which a workflow doesn't need.",
        "Call the methods of " + type + " themselves: that is parallel here.");
  }

  /** A method out of reach. */
  public static Problem hidden(Place place, CharSequence owner, CharSequence method) {
    return new Problem(
        Code.HIDDEN_NODE,
        place,
        "The generated class can't reach " + owner + "." + method + ".",
        "Make it public, or package-private in the same package.");
  }

  /** A class without its flow. */
  public static Problem noFlow(Place place, CharSequence owner) {
    return new Problem(
        Code.NO_FLOW,
        place,
        owner + " was compiled without the Makespan processor, so it has no flow.",
        "Compile " + owner + " with the processor.");
  }

  /** A class whose flow doesn't know the method. */
  public static Problem staleFlow(
      Place place, CharSequence flow, CharSequence owner, CharSequence method) {
    return new Problem(
        Code.NO_FLOW,
        place,
        flow + " was made from another version of " + owner + ", without " + method + ".",
        "Compile " + owner + " with the processor.");
  }

  /** An override with a result of another type than the annotated method has. */
  public static Problem narrowed(
      Place place, CharSequence method, CharSequence type, String result, CharSequence above) {
    return new Problem(
        Code.OVERRIDING_NODE,
        place,
        type + "." + method + " overrides the annotated method of " + above + ", but returns a "
            + result + ".",
        "Annotate " + type + "." + method + ", too.");
  }

  /** A single argument for any number of them, of a type that can't be told. */
  public static Problem variableArgument(Place place, CharSequence method) {
    return new Problem(
        Code.VARARGS_CALL,
        place,
        "Whether " + method
            + " takes this as its array or as an element of it depends on a type that can't be told here.",
        "Give it a local of a written type, above.");
  }

  /** A reference to a method with any number of arguments. */
  public static Problem variableReference(Place place, CharSequence method) {
    return new Problem(
        Code.VARARGS_CALL,
        place,
        method + " takes a variable number of arguments, which a reference doesn't show.",
        "Write x -> " + method + "(x).");
  }

  /** A call on what a field that isn't final holds. */
  public static Problem mutableReceiver(Place place, CharSequence field, CharSequence type) {
    return new Problem(
        Code.MUTABLE_RECEIVER,
        place,
        field + " isn't final, so the run might call another " + type + " than the plain call.",
        "Make " + field + " final and set it in the constructor, or take the " + type
            + " as a parameter.");
  }

  /** A helper that calls an annotated method. */
  public static Problem hiddenNodeCall(Place place, CharSequence helper, CharSequence method) {
    return new Problem(
        Code.HIDDEN_NODE_CALL,
        place,
        helper + " calls " + method + ", which runs inline here: it is no step of the run.",
        "Make " + helper + " a @Workflow, or pass it the value of " + method
            + ". To keep it so: @SuppressWarnings(\"makespan:hidden-node-call\").");
  }

  /** A direct call in a dynamic. */
  public static Problem direct(
      Place place, CharSequence method, CharSequence current, boolean mapTask) {
    String call = method + (mapTask ? "(List.of(element), …).join().get(0)" : "(…).join()");
    return new Problem(
        Code.DIRECT_CALL,
        place,
        "This calls " + method + " outside the run.",
        "Call it on the flow: var flow = " + current + " at the top of the method, then flow."
            + call + "; what should run meanwhile goes before the join().");
  }

  /** A new flow in a dynamic. */
  public static Problem newFlow(Place place, CharSequence flow, CharSequence current) {
    return new Problem(
        Code.NEW_FLOW,
        place,
        "new " + flow + "(…) would start another run.",
        "Use " + current + ", which joins the run of this method.");
  }

  /** The call of an annotated method that can't be told from the source. */
  public static Problem unseen(Place place, CharSequence method) {
    return new Problem(
        Code.RESOLUTION,
        place,
        "That this is the annotated method " + method + " can't be told from the source.",
        "Qualify it: with the class, with this, or with a local of a written type.");
  }

  /** A name that the compiler reads otherwise. */
  public static Problem misread(Place place, CharSequence read, CharSequence compiled) {
    return new Problem(
        Code.RESOLUTION,
        place,
        "Makespan reads this as " + read + ", the compiler as " + compiled + ".",
        "Qualify it: with the class, with this, or with a local of a written type.");
  }
}
