package dev.makespan.support;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskDef;
import java.util.List;

/** Makes maps and lanes that execute nothing, for what is stressed. */
final class LaneStates {
  private LaneStates() {}

  private static final TaskDef<Integer> TASK = new UncalledMethods().task("task");
  static final CallSite SITE = CallSite.root(TASK, RunGraph.Kind.WORKFLOW);
  private static final IdleScope SCOPE = new IdleScope() {
    @Override
    public void submit(dev.makespan.spi.TaskCall<?> call) {}
  };
  static final RunInfo RUN = new RunInfo(null, RunnerSettings.DEFAULT, null, SCOPE, SITE);
  private static final Object[] IN = {Body.ELEMENT};
  private static final List<Integer> ELEMENTS = List.of(0, 1, 2, 3);

  /** A map of four elements. */
  static MapFrame map() {
    MapFrame map = MapFrame.ofCall(
        RUN, SCOPE, SITE, null, null, new NoEnding(), TASK, () -> MapPolicy.ALL, ELEMENTS, IN);
    map.start();
    return map;
  }

  /** A lane of a map, which has begun. */
  static MapLane lane(MapFrame map) {
    MapElement element = MapElement.call(RUN, SCOPE, SITE, null, null, TASK, IN);
    MapLane lane = new TaskLane(RUN, SCOPE, map, element, false);
    map.schedule().begins(lane);
    return lane;
  }

  /** A turn that has begun, and does nothing by itself. */
  static Turn turn() {
    Turn turn = new Turn(RUN, SCOPE, false, new Turn.Job() {
      @Override
      public Ending ending() {
        return new NoEnding();
      }

      @Override
      public void run(Turn own) {}

      @Override
      public void ended(Turn own, Throwable broken, boolean overrun) {}
    });
    turn.submitted(() -> {});
    turn.invoke();
    return turn;
  }
}
