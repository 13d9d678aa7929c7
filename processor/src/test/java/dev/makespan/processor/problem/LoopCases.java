package dev.makespan.processor.problem;

import java.util.List;

/** Problems in loops, and in what they fill. */
final class LoopCases {
  private LoopCases() {}

  private static final String DYNAMIC = "or write a @Dynamic method, which is ordinary Java.";
  private static final String OUT = "List<Integer> out = new ArrayList<>();\n    ";
  private static final String FRESH =
      "Fill a local that is declared with new ArrayList<>(), LinkedList, HashSet, LinkedHashSet, HashMap or LinkedHashMap, and use it below instead of ";

  private static final String IN_TRY =
      "Assign a local in the try, and add it to out below; a catch that has nothing to add ends with continue or return.";

  static final List<ProblemCase> CASES = List.of(
      go(
          Code.LOOP,
          "Let each turn add its value to a list, and compute sum from that below the loop; "
              + DYNAMIC,
          "int sum = 0;\n    for (int x : xs) sum /*!*/+= one(x);"),
      go(
          Code.LOOP,
          "Let each turn add its value to a list, and compute n from that below the loop; "
              + DYNAMIC,
          "int n = 0;\n    for (int x : xs) { store(n/*!*/++); }"),
      go(
          Code.LOOP,
          "Write for (T each : list) for independent calls, " + DYNAMIC,
          "/*!*/while (xs.isEmpty()) store(1);"),
      go(
          Code.LOOP,
          "Write for (T each : list) for independent calls, " + DYNAMIC,
          "/*!*/do { store(1); } while (xs.isEmpty());"),
      go(
          Code.LOOP,
          "Write it so, with locals for a and b; " + DYNAMIC,
          "/*!*/for (int i = xs.size(); i > 0; i--) store(i);"),
      go(
          Code.LOOP,
          "Write it so, with locals for a and b; " + DYNAMIC,
          "/*!*/for (int i = 0; i < one(3); i++) store(i);"),
      go(
          Code.LOOP,
          "Choose the elements above the loop, or the result below it; " + DYNAMIC,
          "for (int x : xs) { int y = one(x); if (y > 1) /*!*/return; }"),
      go(
          Code.LOOP,
          "Choose the elements above the loop, or the result below it; " + DYNAMIC,
          "for (int x : xs) { int y = one(x); if (y > 1) /*!*/break; }"),
      go(
          Code.LOOP,
          "Read out below the loop or try; " + DYNAMIC,
          OUT + "for (int x : xs) { if (!/*!*/out.contains(x)) out.add(one(x)); }"),
      go(
          Code.LOOP,
          "Add a record of both values to one list, or write a loop for each.",
          OUT
              + "List<Integer> more = new ArrayList<>();\n    for (int x : xs) { out.add(one(x)); more/*!*/.add(x); }"),
      go(
          Code.SIDE_EFFECT,
          "Fill out first, or fill another list here.",
          OUT
              + "List<Integer> same = out;\n    for (int x : xs) { out/*!*/.add(one(x)); }\n    store(same.size());"),
      go(Code.SIDE_EFFECT, FRESH + "xs.", "for (int x : List.of(1)) { xs/*!*/.add(one(x)); }"),
      go(
          Code.SIDE_EFFECT,
          FRESH + "map.",
          "Map<Integer, Integer> map = new TreeMap<>();\n    for (int x : xs) { map/*!*/.put(x, one(x)); }"),
      go(
          Code.SIDE_EFFECT,
          "Write for (T each : list) out.add(…), or let the lambda return the value.",
          OUT + "Makespan.forEach(xs, x -> { out/*!*/.add(one(x)); });"),
      go(
          Code.TRY,
          "Continue below the try, and catch what is to be ignored.",
          "for (int x : xs) { try { store(x); } finally { if (x > 1) /*!*/continue; store(1); } }"),
      go(
          Code.LOOP,
          "Choose the elements above the loop, or the result below it; " + DYNAMIC,
          "for (int x : xs) { try { store(x); } catch (IllegalStateException e) { /*!*/break; } }"),
      go(
          Code.LOOP,
          "Choose the elements above the loop, or the result below it; " + DYNAMIC,
          "try { for (int x : xs) { if (x > 1) /*!*/return; store(x); } } finally { store(1); }"),
      go(
          Code.LOOP,
          "Let each turn add its value to a list, and compute sum from that below the loop; "
              + DYNAMIC,
          "int sum = 0;\n    for (int x : xs) { try { store(x); } catch (IllegalStateException e) { sum/*!*/++; } }"),
      go(
          Code.LOOP,
          "Read out below the loop or try; " + DYNAMIC,
          OUT + "try { out.add(one(1)); store(2); } finally { store(/*!*/out.size()); }"),
      go(
          Code.SIDE_EFFECT,
          IN_TRY,
          OUT
              + "for (int x : xs) { try { out/*!*/.add(x); store(x); } catch (IllegalStateException e) { store(1); } }"),
      go(
          Code.SIDE_EFFECT,
          IN_TRY,
          OUT
              + "try { for (int x : xs) { out/*!*/.add(one(x)); } } catch (IllegalStateException e) { store(1); }"),
      go(
          Code.SIDE_EFFECT,
          IN_TRY,
          OUT + "for (int x : xs) { try { store(x); } finally { out/*!*/.add(one(x)); } }"),
      go(
          Code.SIDE_EFFECT,
          "Fill out first, or fill another list here.",
          OUT
              + "try { out/*!*/.add(one(1)); } catch (IllegalStateException e) { store(out.size()); }"),
      go(
          Code.VAR_TYPE,
          "Declare it with its elements' type, without wildcards: List<T> out.",
          "List<? super Integer> out = new ArrayList<>();\n    for (int x : xs) out/*!*/.add(one(x));"));

  private static ProblemCase go(Code code, String cure, String statements) {
    return ProblemCase.in(
        code,
        cure,
        "  @Workflow static void go(List<Integer> xs) {\n    " + statements + "\n  }\n");
  }
}
