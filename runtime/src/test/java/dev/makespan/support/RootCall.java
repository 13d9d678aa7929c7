package dev.makespan.support;

import dev.makespan.spi.RunScope;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskDef;

/** A call that is the root of a run, without arguments, in a scope of the test's. */
final class RootCall {
  final CallSite site;
  final Part part;

  RootCall(TaskDef<?> def, RunScope scope, Ending ending) {
    site = CallSite.root(def, Step.kindOf(def));
    RunInfo run = new RunInfo(null, RunnerSettings.DEFAULT, null, scope, site);
    part = Parts.root(run, scope, site, null, null, ending, def, new Object[0]);
  }
}
