package dev.makespan.processor.check;

import dev.makespan.processor.problem.Problem;
import java.util.List;

/** A rule over the classes of a compilation. */
interface Check {
  /** What breaks the rule, in the order of the source. */
  List<Problem> problems(Compilation compilation);
}
