package dev.makespan.internal.local;

import dev.makespan.internal.local.sim.Scheduler;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks into the engine between two steps, when nobody is in the middle of something under a lock.
 */
final class Inspection {
  private static final Field OPEN = field(LocalEngine.class, "open");
  private static final Field READY = field(LocalRun.class, "ready");
  private static final Field WATCHED = field(LocalRun.class, "watched");
  private static final Field STATE = field(Execution.class, "state");
  private static final Field WAITING_FOR_SLOT = field(Slots.class, "waiting");
  private static final Field WAITING_FOR_PLACE = field(Pool.class, "waiting");
  private static final Field POOL = field(Claimant.class, "pool");
  private static final Field STOPPED = field(Execution.class, "stopped");

  private final Scheduler scheduler;
  private final LocalEngine engine;
  private final Set<Slots> limits;

  /** Who waited where after the step before, in the order of arrival. */
  private final Map<Object, List<Object>> queues = new IdentityHashMap<>();

  Inspection(Scheduler scheduler, LocalEngine engine, Set<Slots> limits) {
    this.scheduler = scheduler;
    this.engine = engine;
    this.limits = limits;
  }

  private static Field field(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object get(Field field, Object of) {
    try {
      return field.get(of);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** After each step. */
  void step() {
    for (Slots each : limits) {
      if (each.used() < 0 || each.used() > each.width()) {
        scheduler.violation(each.used() + " of " + each.width() + " slots are taken");
      }
    }
    limits.forEach(this::checkOrder);
    engine.pools().values().forEach(this::checkOrder);
  }

  private void checkOrder(Object at) {
    List<Object> before = queues.getOrDefault(at, List.of());
    List<Object> now = waiting(at);
    if (before.isEmpty() && now.isEmpty()) {
      return;
    }
    checkOrder(at, before, now);
    if (at instanceof Pool) {
      // They keep their turn when they go to wait for slots and come back.
      queues.put(at, now);
      return;
    }
    List<Object> arrived = new ArrayList<>(before);
    arrived.retainAll(now);
    now.removeAll(arrived);
    arrived.addAll(now);
    queues.put(at, arrived);
  }

  private static List<Object> waiting(Object at) {
    if (at instanceof Slots) {
      Collection<?> queue = (Collection<?>) get(WAITING_FOR_SLOT, at);
      return queue == null ? new ArrayList<>() : new ArrayList<>(queue);
    }
    return new ArrayList<>(((Map<?, ?>) get(WAITING_FOR_PLACE, at)).values());
  }

  /**
   * Who waits longer goes first, but for those who are stopped. One who found no place in its pool
   * may have come back for the slots.
   */
  private void checkOrder(Object at, List<Object> before, List<Object> now) {
    Object waits = null;
    for (Object each : before) {
      if (get(POOL, each) != null && (at instanceof Slots || hasSlots(each))) {
        continue;
      }
      if (now.contains(each)) {
        waits = waits == null ? each : waits;
      } else if (waits != null && !(Boolean) get(STOPPED, each)) {
        scheduler.violation("one goes before another who has waited longer");
      }
    }
  }

  /** Whether a thread is needed for it. One that waited may have taken it up where it is. */
  private static boolean isOpen(Object ready) {
    return !(ready instanceof Execution) || get(STATE, ready).toString().equals("GRANTED");
  }

  private static boolean hasSlots(Object claimant) {
    return ((Claimant) claimant).slots != null;
  }

  /**
   * When time is about to pass, since no thread can go on.
   *
   * @param roots the limits of whole runs
   * @param tasks how many tasks have begun and not ended
   */
  void idle(List<Slots> roots, int tasks) {
    long expected = 0;
    LocalRun run = (LocalRun) get(OPEN, engine);
    for (; run != null; run = run.next) {
      long open =
          ((Collection<?>) get(READY, run)).stream().filter(Inspection::isOpen).count();
      // Where a worker expects to be back soon, a check is to come instead of a thread.
      if (!(Boolean) get(WATCHED, run) && open > 0) {
        scheduler.violation("something is ready, and no thread comes");
      }
      expected += open;
    }
    int used = roots.stream().mapToInt(Slots::used).sum();
    if (used > tasks + expected) {
      scheduler.violation(used + " slots are held, and only " + tasks + " tasks run");
    }
  }
}
