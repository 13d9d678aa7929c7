package dev.makespan.support;

import java.util.List;

/**
 * Loads the classes of a JVM's first run on a thread of its own, while the run is on its way there.
 * To find and read some eighty classes is most of what that run takes.
 *
 * <p>Only loads them: what they initialize remains with who needs it first.
 */
final class Preload implements Runnable {
  /**
   * What a workflow of tasks needs after its {@link Nodes}, in about this order. A name that is
   * missing or too many does no harm but to time.
   */
  static final List<String> NAMES = List.of(
      "support.Caller",
      "spi.OwnedFuture",
      "spi.FlowFuture",
      "Run",
      "support.Ending",
      "support.LiveRun",
      "support.Caller$Starter",
      "support.LiveRun$Owner",
      "spi.FlowFuture$Host",
      "support.Part",
      "support.Step",
      "event.RunGraph$Kind",
      "support.Caller$MethodCall",
      "support.Context",
      "support.StackProbe",
      "Runner",
      "Runner$Shared",
      "spi.EngineProvider",
      "internal.local.LocalEngineProvider",
      "internal.local.Platform",
      "spi.Engine",
      "spi.RunnerSettings",
      "event.Recording",
      "internal.local.LocalEngine",
      "spi.RunScope",
      "internal.local.SystemPlatform",
      "internal.local.OwnThreads",
      "support.RootOwner",
      "internal.local.LocalRun",
      "internal.local.Ready",
      "internal.local.LocalScope",
      "spi.TaskCall$Stoppable",
      "internal.local.Slots",
      "support.CallSite",
      "support.RunInfo",
      "support.Flight",
      "spi.FlowFuture$Listener",
      "spi.FlowFuture$Listener$1",
      "spi.FlowFuture$DerivedFuture",
      "support.Parts",
      "support.UserCode",
      "support.Turn$Job",
      "support.BodyFrame",
      "spi.TaskCall",
      "support.Adopter",
      "support.SlotHolder",
      "support.Turn",
      "support.RunningMethod",
      "support.Caller$Start",
      "internal.local.LocalRun$Job",
      "internal.local.LocalRun$Arrival",
      "internal.local.Daemons",
      "internal.local.Worker",
      "internal.local.Claimant",
      "internal.local.Execution",
      "internal.local.Execution$State",
      "internal.local.Attempt",
      "support.LoaderSwitch",
      "support.BodyWiring",
      "support.Body",
      "support.Step$Maker",
      "support.Body$Call",
      "support.Step$State",
      "support.Step$Waiting",
      "support.Steps",
      "support.BodyShape$Builder",
      "event.RunGraph$Reason",
      "support.BodyShape$Link",
      "support.BodyShape",
      "support.Steps$Change",
      "support.Level",
      "support.PathLink",
      "support.UserCall",
      "TaskTimeoutException",
      "support.TaskCode",
      "support.StartedRuns",
      "support.Retries",
      "support.Outcome",
      "support.BodyFrame$Finish",
      "support.Steps$End",
      "support.Failure");

  private Preload() {}

  /** Begins, if there is a processor for it. */
  static void begin() {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      try {
        Thread thread = new Thread(null, new Preload(), "makespan-load", 0, false);
        thread.setDaemon(true);
        thread.start();
      } catch (RuntimeException | Error noThread) {
        // Who needs a class loads it.
      }
    }
  }

  @Override
  public void run() {
    ClassLoader loader = Preload.class.getClassLoader();
    try {
      for (String name : NAMES) {
        Class.forName("dev.makespan." + name, false, loader);
      }
    } catch (ClassNotFoundException | RuntimeException | Error cannotBeHad) {
      // Who needs it is told.
    }
  }
}
