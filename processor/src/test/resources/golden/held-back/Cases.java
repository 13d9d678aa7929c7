package demo;

import dev.makespan.Makespan;
import dev.makespan.Run;
import dev.makespan.testing.Equivalence;
import java.util.List;
import java.util.function.Function;

public final class Cases {
  private static final HeldBackFlow FLOW = new HeldBackFlow();

  public static void run() throws InterruptedException {
    for (boolean answer : new boolean[] {true, false}) {
      Equivalence.assertSame(
          () -> HeldBack.earlyReturn(Probe.open(), answer),
          () -> FLOW.earlyReturn(Probe.open(), answer));
      Equivalence.assertSame(
          () -> HeldBack.branches(Probe.open(), answer),
          () -> FLOW.branches(Probe.open(), answer));
      Equivalence.assertSame(
          () -> HeldBack.fenceInOneBranch(Probe.open(), answer),
          () -> FLOW.fenceInOneBranch(Probe.open(), answer));
    }
    Equivalence.assertSame(
        () -> HeldBack.fenceBetweenExpressions(Probe.open()),
        () -> FLOW.fenceBetweenExpressions(Probe.open()));

    nothingBelowAnEarlyReturn();
    nothingInABranch();
    nothingAroundAFenceInABranch();
    noExpressionAcrossAFence();
  }

  private static void nothingBelowAnEarlyReturn() throws InterruptedException {
    held("condition", probe -> FLOW.earlyReturn(probe, true), List.of("condition"), List.of());
    held(
        "condition",
        probe -> FLOW.earlyReturn(probe, false),
        List.of("condition"),
        List.of("below", "expression"));
  }

  private static void nothingInABranch() throws InterruptedException {
    held("condition", probe -> FLOW.branches(probe, true), List.of("condition"), List.of("inside"));
    held(
        "condition",
        probe -> FLOW.branches(probe, false),
        List.of("condition"),
        List.of("below", "expression"));
  }

  private static void nothingAroundAFenceInABranch() throws InterruptedException {
    held(
        "above",
        probe -> FLOW.fenceInOneBranch(probe, false),
        List.of("above"),
        List.of("condition", "below"));
    held(
        "condition",
        probe -> FLOW.fenceInOneBranch(probe, false),
        List.of("above", "condition"),
        List.of("below"));
    held(
        "store",
        probe -> FLOW.fenceInOneBranch(probe, true),
        List.of("above", "condition", "store"),
        List.of("below"));
  }

  private static void noExpressionAcrossAFence() throws InterruptedException {
    held(
        "store",
        FLOW::fenceBetweenExpressions,
        List.of("expression", "store"),
        List.of("expression"));
  }

  /** Holds a run at a place, and looks what it did until then, and does afterwards. */
  private static void held(
      String place, Function<Probe, Run<?>> start, List<String> until, List<String> afterwards)
      throws InterruptedException {
    Probe probe = Probe.holding(place);
    Run<?> run = start.apply(probe);
    probe.awaitHeld();
    // Time enough for what starts too soon: runs that go the same way from their start to their end.
    for (int i = 0; i < 3; i++) {
      Makespan.join(start.apply(Probe.open()));
    }
    check(until, probe.log());
    probe.release();
    Makespan.join(run);
    List<String> later = probe.log().subList(until.size(), probe.log().size());
    check(sorted(afterwards), sorted(later));
  }

  private static List<String> sorted(List<String> places) {
    return places.stream().sorted().toList();
  }

  private static void check(List<String> expected, List<String> actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + ", but was " + actual);
    }
  }
}
