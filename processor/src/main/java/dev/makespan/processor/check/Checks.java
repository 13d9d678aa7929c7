package dev.makespan.processor.check;

import dev.makespan.processor.problem.Problem;
import java.util.List;

/** All rules over the graphs. */
public final class Checks {
  private static final List<Check> ALL = List.of(
      new RecursionCheck(),
      new AfterCheck(),
      new FlowNameCheck(),
      new MemberNameCheck(),
      new ConstantNameCheck(),
      new HiddenClassCheck(),
      new SizeCheck(),
      new ParallelismCheck(),
      new FenceCheck());

  private Checks() {}

  /** What any rule finds. */
  public static List<Problem> problems(Compilation compilation) {
    return ALL.stream().flatMap(check -> check.problems(compilation).stream()).toList();
  }
}
