package dev.makespan.support;

import dev.makespan.spi.NodeKind;
import dev.makespan.spi.RunScope;
import dev.makespan.spi.TaskDef;
import org.jspecify.annotations.Nullable;

/** Makes the part that executes a call of an annotated method, by the method's kind. */
final class Parts {
  private Parts() {}

  /** Tells methods apart, whatever settings a call site has. */
  private record Method(Object body, int number) {}

  /**
   * Where a task's method is executed: a map task in what the elements of its map share, if it is
   * called by one.
   */
  static RunScope scopeOf(TaskDef<?> def, RunScope scope) {
    return def.concurrency() == 0
        ? scope
        : scope.shared(new Method(def.body(), def.number()), def.concurrency());
  }

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
    RunScope own =
        def.kind() == NodeKind.WORKFLOW ? scope.inner(def.maxParallelism()) : scopeOf(def, scope);
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
    // A switch would bring a class of its own.
    if (def.kind() == NodeKind.DYNAMIC) {
      return new DynamicFrame(run, scope, site, caller, before, ending, def, in);
    }
    if (def.kind() != NodeKind.WORKFLOW) {
      return new UserCall(run, scope, site, caller, before, ending, new TaskCode(def, in));
    }
    return def.policy().timeoutMillis() == 0
        ? BodyFrame.ofCall(run, scope, site, caller, before, ending, def, in)
        : new Deadline(
            run,
            site,
            def,
            caller,
            ending,
            deadline -> BodyFrame.ofCall(run, scope, site, caller, before, deadline, def, in));
  }
}
