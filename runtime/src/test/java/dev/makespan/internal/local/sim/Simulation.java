package dev.makespan.internal.local.sim;

import dev.makespan.Runner;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One simulation: a few runs of random programs on one engine, what befalls them from outside, and
 * the checks of what they come to. All of it follows from the seed.
 */
public final class Simulation implements Scheduler.Checks {
  private final Trace trace;
  private final Scheduler scheduler;
  private final World world;
  private final Subject subject;
  private final Runner runner;
  private final List<Launch> launches = new ArrayList<>();
  private Phase phase = Phase.RUNS;

  /** For one simulation in so many it is looked whether something holds on to ended runs. */
  private static final int RETENTION = 500;

  private static final int MOST_COLLECTIONS = 10;

  private enum Phase {
    RUNS,
    STOPS,
    CLOSES
  }

  /**
   * What was found.
   *
   * @param violations what went wrong; empty if nothing did
   * @param hash of the trace
   * @param lines of the trace, if they were kept
   */
  public record Findings(List<String> violations, long hash, List<String> lines) {}

  private Simulation(long seed, boolean keep, Subject.Maker subjects) {
    Random random = new Random(Mixing.mix(seed));
    trace = new Trace(keep);
    scheduler = new Scheduler(random, trace, this);
    boolean timeouts = random.nextInt(6) == 0;
    double rejection = random.nextInt(10) == 0 ? 0.03 : 0;
    Watch watch = new Watch(scheduler, timeouts);
    world = new World(scheduler, trace, rejection == 0, watch);
    subject = subjects.make(scheduler, rejection);
    runner = Runner.on(subject.engine(), watch.settings());
    int runs = 1 + Math.max(0, random.nextInt(5) - 2);
    List<ProgramBuilder> builders = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      builders.add(new ProgramBuilder(random, scheduler.isPatient(), timeouts, 40 / runs));
    }
    boolean anyHangs = builders.stream().anyMatch(ProgramBuilder::mayHang);
    for (int i = 0; i < runs; i++) {
      ProgramBuilder builder = builders.get(i);
      boolean disturbed = timeouts || rejection > 0 || watch.disturbs();
      launches.add(new Launch(
          world,
          "run" + i,
          builder.root(),
          random.nextInt(100),
          disturbed,
          !anyHangs,
          builder.mayStarve()
              || (watch.limits() && builder.mayHang())
              || (disturbed && builder.mayHang())
              || (anyHangs && builder.isPooled())));
    }
  }

  /** Executes the simulation of a seed. */
  public static Findings of(long seed, boolean keep, Subject.Maker subjects) {
    Simulation simulation = new Simulation(seed, keep, subjects);
    simulation.arrange();
    simulation.scheduler.simulate();
    simulation.check();
    if (Math.floorMod(Mixing.mix(seed, 1), RETENTION) == 0) {
      simulation.checkRetention();
    }
    simulation.scheduler.end();
    return new Findings(
        simulation.scheduler.violations(), simulation.trace.hash(), simulation.trace.lines());
  }

  private void arrange() {
    Random random = scheduler.random();
    boolean quiet = random.nextBoolean();
    for (Launch launch : launches) {
      int start = random.nextInt(2) * random.nextInt(30);
      scheduler.arrive(start, () -> launch.start(runner));
      if (!quiet && random.nextBoolean()) {
        boolean completes = random.nextInt(3) == 0;
        scheduler.arrive(moment(start), completes ? launch::complete : launch::cancel);
      }
      if (!quiet && random.nextInt(4) == 0) {
        scheduler.arrive(moment(start), launch::disturb);
      }
    }
    if (!quiet && random.nextInt(4) == 0) {
      scheduler.arrive(moment(0), random.nextBoolean() ? this::close : this::closeNow);
    }
  }

  private int moment(int from) {
    return from + scheduler.random().nextInt(1 << (1 + scheduler.random().nextInt(9)));
  }

  private void close() {
    launches.forEach(launch -> launch.closing(false));
    runner.close();
  }

  private void closeNow() {
    launches.forEach(launch -> launch.closing(true));
    runner.closeNow();
  }

  @Override
  public void step() {
    subject.checkStep();
  }

  @Override
  public void idle() {
    subject.checkIdle(world.tasks());
  }

  @Override
  public boolean goesOn() {
    switch (phase) {
      case RUNS:
        phase = Phase.STOPS;
        for (Launch launch : launches) {
          if (launch.isOpen()) {
            if (!launch.mayHang()) {
              scheduler.violation("nothing is left to do, but a run is open");
            }
            scheduler.execute(launch::cancel);
          }
        }
        return true;
      case STOPS:
        phase = Phase.CLOSES;
        scheduler.execute(runner::close);
        return true;
      default:
        return false;
    }
  }

  /** The engine, its threads and its timers must not hold what is dropped. */
  private void checkRetention() {
    List<WeakReference<?>> dropped = new ArrayList<>();
    for (Launch launch : launches) {
      dropped.addAll(launch.drop());
    }
    world.forget();
    for (int i = 0; i < MOST_COLLECTIONS && !dropped.isEmpty(); i++) {
      System.gc();
      dropped.removeIf(each -> each.get() == null);
    }
    if (!dropped.isEmpty() && scheduler.violations().isEmpty()) {
      scheduler.violation(dropped.size() + " ended runs can still be reached");
    }
    Reference.reachabilityFence(subject);
  }

  private void check() {
    if (scheduler.blockedCarriers() > 0) {
      scheduler.violation(scheduler.blockedCarriers() + " threads are blocked for ever");
    }
    if (!scheduler.violations().isEmpty()) {
      return;
    }
    world.checkFutures();
    launches.forEach(Launch::check);
    world.watch().check();
    subject.check();
  }
}
