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
        "Decide inside a @Task or in a @Dynamic method; or, if it may run in any case, give it a local above.");
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
        "The map gives a " + actual + ", which as a " + wanted
            + " has other elements than its calls return.",
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

  /** An inherited static method. */
  public static Problem inheritedStatic(Place place, CharSequence owner, CharSequence method) {
    return new Problem(
        Code.INHERITED_NODE,
        place,
        method + " is inherited from " + owner + ".",
        "Write " + owner + "." + method + "(…).");
  }

  /** An inherited instance method. */
  public static Problem inherited(
      Place place, CharSequence owner, CharSequence method, CharSequence type) {
    return new Problem(
        Code.INHERITED_NODE,
        place,
        method + " is inherited from " + owner + ", whose flow " + type + " doesn't share.",
        "Declare a @Task in " + type + " that calls super." + method + "(…): it runs as one step.");
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

  /** A name that the compiler reads otherwise. */
  public static Problem misread(Place place, CharSequence read, CharSequence compiled) {
    return new Problem(
        Code.RESOLUTION,
        place,
        "Makespan reads this as " + read + ", the compiler as " + compiled + ".",
        "Qualify it: with the class, with this, or with a local of a written type.");
  }
}
