package dev.makespan.processor.problem;

/** What can be wrong in loops, and in what they fill, with the cures. */
public final class LoopProblems {
  private static final String DYNAMIC = "write a @Dynamic method, which is ordinary Java.";

  private LoopProblems() {}

  /** A loop whose turns depend on each other, or whose number isn't known. */
  public static Problem unknown(Place place, CharSequence word) {
    return new Problem(
        Code.LOOP,
        place,
        "How often this " + word + " loop turns isn't known before it does.",
        "Write for (T each : list) for independent calls, or " + DYNAMIC);
  }

  /** A counting loop of another form. */
  public static Problem counting(Place place) {
    return new Problem(
        Code.LOOP,
        place,
        "Of counting loops a workflow has for (int i = a; i < b; i++), where a and b are of type"
            + " int and b holds no calls of annotated methods.",
        "Write it so, with locals for a and b; or " + DYNAMIC);
  }

  /** A local that a turn changes, and the next one reads. */
  public static Problem carried(Place place, CharSequence local) {
    return new Problem(
        Code.LOOP,
        place,
        "A turn of this loop changes " + local
            + ", which the next one goes on with: turns run side by side.",
        "Let each turn add its value to a list, and compute " + local
            + " from that below the loop; or " + DYNAMIC);
  }

  /** A turn that decides whether there are others. */
  public static Problem leaves(Place place, CharSequence word) {
    return new Problem(
        Code.LOOP,
        place,
        "A " + word + " in a loop decides whether later turns run, but turns run side by side.",
        "Choose the elements above the loop, or the result below it; or " + DYNAMIC);
  }

  /** A {@code continue} of a loop further out. */
  public static Problem label(Place place) {
    return new Problem(
        Code.LOOP,
        place,
        "A continue with a label leaves the loop that it stands in.",
        "Choose the elements of the inner loop above it; or " + DYNAMIC);
  }

  /** A reading of what the loop fills. */
  public static Problem filled(Place place, CharSequence local) {
    return new Problem(
        Code.LOOP,
        place,
        local
            + " is filled around here, and nothing tells what it holds by now: turns of a loop run"
            + " side by side, and a try may fail.",
        "Read " + local + " below the loop or try; or " + DYNAMIC);
  }

  /** A second list that the same loop fills. */
  public static Problem second(Place place, CharSequence local, CharSequence first) {
    return new Problem(
        Code.LOOP,
        place,
        "This loop fills " + first + " already, and " + local + " too.",
        "Add a record of both values to one list, or write a loop for each.");
  }

  /** An addition to what somebody else may have. */
  public static Problem shared(Place place, CharSequence local, int line) {
    return new Problem(
        Code.SIDE_EFFECT,
        place,
        local + " is read in line " + line
            + " already, so what that gave it to would see it change.",
        "Fill " + local + " first, or fill another list here.");
  }

  /** An addition to what isn't made here. */
  public static Problem notFresh(Place place, CharSequence call, CharSequence local) {
    return new Problem(
        Code.SIDE_EFFECT,
        place,
        call + " changes what others may see: a workflow fills lists, sets and maps of its own.",
        "Fill a local that is declared with new ArrayList<>(), LinkedList, HashSet, LinkedHashSet,"
            + " HashMap or LinkedHashMap, and use it below instead of " + local + ".");
  }

  /** An addition in a switch of which perhaps no case is chosen. */
  public static Problem noCase(Place place, CharSequence local) {
    return new Problem(
        Code.BRANCH,
        place,
        "This switch fills " + local + ", but not for every value.",
        "Add default -> {}, or default: break.");
  }

  /** An addition inside an expression. */
  public static Problem inSwitch(Place place, CharSequence local) {
    return new Problem(
        Code.SIDE_EFFECT,
        place,
        "A switch expression with calls can't fill " + local + ".",
        "Write a switch statement that fills " + local + ", and assigns a local in each case.");
  }

  /** An addition to what is made above a try, in the midst of it or in its finally. */
  public static Problem inTry(Place place, CharSequence local) {
    return new Problem(
        Code.SIDE_EFFECT,
        place,
        "Of a try only the last statement, or a catch, may fill " + local
            + ", which is declared above: if the try failed later, what follows would see " + local
            + " half filled.",
        "Assign a local in the try, and add it to " + local
            + " below; a catch that has nothing to add ends with continue or return.");
  }

  /** An addition in a lambda expression. */
  public static Problem inLambda(Place place, CharSequence local) {
    return new Problem(
        Code.SIDE_EFFECT,
        place,
        "A lambda expression can't fill " + local + ", which is declared around it.",
        "Write for (T each : list) " + local + ".add(…), or let the lambda return the value.");
  }

  /** A local whose elements have no type that can be written. */
  public static Problem untyped(Place place, CharSequence local) {
    return new Problem(
        Code.VAR_TYPE,
        place,
        "The type of the elements of " + local + " can't be told.",
        "Declare it with its elements' type, without wildcards: List<T> " + local + ".");
  }

  /** A loop's variable whose type can't be told. */
  public static Problem untypedElement(Place place, CharSequence variable) {
    return new Problem(
        Code.VAR_TYPE,
        place,
        "The type of the elements that become " + variable + " can't be told.",
        "Give what the loop reads a local of its own with its type, above the loop.");
  }
}
