package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunGraph;
import dev.makespan.spi.RunnerSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which elements of a map are stopped when one fails, while the lanes go on. */
class MapStopTest {
  private final UncalledMethods methods = new UncalledMethods();
  private final IdleScope scope = new IdleScope();
  private final CallSite site = CallSite.root(methods.task("w"), RunGraph.Kind.WORKFLOW);
  private final RunInfo run = new RunInfo(null, RunnerSettings.DEFAULT, null, scope, site);
  private final MapFrame map = MapFrame.ofCall(
      run,
      scope,
      site,
      null,
      null,
      new NoEnding(),
      methods.task("task"),
      () -> MapPolicy.ALL,
      List.of(0, 1, 2, 3, 4, 5, 6, 7),
      new Object[] {Body.ELEMENT});

  private MapLane lane() {
    MapElement element = MapElement.call(
        run, scope, site, null, null, methods.task("task"), new Object[] {Body.ELEMENT});
    MapLane lane = new TaskLane(run, scope, map, element, false);
    assertTrue(map.schedule().begins(lane));
    return lane;
  }

  /** Has a lane claim elements, and begin the first. */
  private void begin(MapLane lane, int most, int expected) {
    assertTrue(map.schedule().claim(lane, most));
    assertEquals(expected, lane.next());
  }

  @Test
  void aLaneThatIsToBeStoppedGoesOnWithNothingBeforeTheFailingElement() {
    map.start();
    MapLane first = lane();
    begin(first, 2, 0);
    MapLane failing = lane();
    begin(failing, 1, 2);
    MapLane stopped = lane();
    begin(stopped, 1, 3);
    MapLane late = lane();
    begin(late, 1, 4);
    // The other lane ends its element before it is stopped itself, and looks for another one.
    stopped.turn().submitted(() -> assertFalse(map.schedule().claim(late, 1)));

    map.failed(2, new Failure(new IllegalStateException()), false);

    assertTrue(stopped.turn().isStopped());
    assertTrue(late.turn().isStopped());
    assertFalse(first.turn().isStopped());
    assertEquals(1, first.next());
  }

  @Test
  void aLaneThatIsStoppedBeforeItsElementBeginsLeavesThoseBeforeTheFailingOne() {
    map.start();
    MapLane yielding = lane();
    begin(yielding, 2, 0);
    MapLane failing = lane();
    begin(failing, 1, 2);
    MapLane stopped = lane();
    begin(stopped, 1, 3);
    // Others wait for its slot.
    yielding.ended(yielding.turn(), null, false);

    map.failed(2, new Failure(new IllegalStateException()), false);
    assertTrue(stopped.turn().isStopped());
    stopped.putBack(3);
    stopped.ended(stopped.turn(), null, false);

    begin(lane(), 1, 1);
  }
}
