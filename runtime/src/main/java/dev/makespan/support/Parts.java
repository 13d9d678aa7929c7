package dev.makespan.support;

import dev.makespan.spi.NodeKind;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import org.jspecify.annotations.Nullable;

/** Makes the part that executes a call of an annotated method, by the method's kind. */
final class Parts {
  private Parts() {}

  /** A call inside a scope of a run: a workflow gets a scope of its own within it. */
  static Part call(
      RunInfo run,
      RunScope scope,
      CallSite site,
      @Nullable Level caller,
      @Nullable PathLink before,
      Ending ending,
      TaskDef<?> def,
      @Nullable Object[] in) {
    RunScope own = def.kind() == NodeKind.WORKFLOW ? scope.inner(def.maxParallelism()) : scope;
    return root(run, own, site, caller, before, ending, def, in);
  }

  /** The same in a scope that is already the call's own. */
  static Part root(
      RunInfo run,
      RunScope scope,
      CallSite site,
      @Nullable Level caller,
      @Nullable PathLink before,
      Ending ending,
      TaskDef<?> def,
      @Nullable Object[] in) {
    return switch (def.kind()) {
      case TASK, MAP_TASK ->
        new UserCall(run, scope, site, caller, before, ending, new TaskCode(def, in));
      case DYNAMIC -> new DynamicFrame(run, scope, site, caller, before, ending, def, in);
      case WORKFLOW ->
        def.policy().timeoutMillis() == 0
            ? BodyFrame.ofCall(run, scope, site, caller, before, ending, def, in)
            : new Deadline(
                run,
                site,
                def,
                caller,
                ending,
                deadline -> BodyFrame.ofCall(run, scope, site, caller, before, deadline, def, in));
    };
  }
}
