package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

public final class HeldBack {

  @Task
  static boolean isTrue(Probe probe, boolean answer) throws InterruptedException {
    probe.at("condition");
    return answer;
  }

  @Task
  static int above(Probe probe) throws InterruptedException {
    probe.at("above");
    return 1;
  }

  @Task
  static int inside(Probe probe) throws InterruptedException {
    probe.at("inside");
    return 10;
  }

  @Task
  static int below(Probe probe) throws InterruptedException {
    probe.at("below");
    return 100;
  }

  @Task
  static void store(Probe probe) throws InterruptedException {
    probe.at("store");
  }

  @Workflow
  static int earlyReturn(Probe probe, boolean answer) throws InterruptedException {
    if (isTrue(probe, answer)) {
      return -1;
    }
    int below = below(probe);
    int seen = probe.seen();
    return below + (seen > 0 ? 1 : 0);
  }

  @Workflow
  static int branches(Probe probe, boolean answer) throws InterruptedException {
    int result;
    if (isTrue(probe, answer)) {
      result = inside(probe);
    } else {
      int below = below(probe);
      int seen = probe.seen();
      result = below + (seen > 0 ? 1 : 0);
    }
    return result;
  }

  @Workflow
  static int fenceInOneBranch(Probe probe, boolean answer) throws InterruptedException {
    int above = above(probe);
    if (isTrue(probe, answer)) {
      store(probe);
    }
    int below = below(probe);
    return above + below;
  }

  @Workflow
  static String fenceBetweenExpressions(Probe probe) throws InterruptedException {
    int before = probe.seen();
    store(probe);
    int after = probe.seen();
    return before + " " + after;
  }
}
