package dev.makespan.support;

import dev.makespan.event.Execution;
import dev.makespan.event.Executions;
import dev.makespan.event.Recording;
import dev.makespan.event.RunEvent;
import dev.makespan.event.RunReport;
import dev.makespan.event.Waits;
import dev.makespan.spi.RunnerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Takes what happens in one run to those who asked for it: listeners, Flight Recorder and
 * {@link Recording#FULL}.
 *
 * <p>There is one only for a run that somebody asks about ({@link #of}), so that other runs pay a
 * look at a null. All times are the engine's, in nanoseconds.
 *
 * <p>The caller calls {@link #runStarted} before the first execution is queued, and
 * {@link #runEnded} when the last one is over, both outside of locks; so are the listeners told.
 * Should a thread be held up for longer than the grace period while it tells an event, that of the
 * run's end waits for it.
 */
final class Observer {
  private final String run;
  private final String name;
  private final long start;
  private final Listeners listeners;
  private final Flight.@Nullable Run flight;
  private final boolean attempts;
  private final @Nullable Reservoir<Kept> kept;

  /** In the places of the reservoir that have their numbers, unless somebody else is there. */
  private final Queue<Streak> streaks = new ConcurrentLinkedQueue<>();

  private final AtomicLong numbers = new AtomicLong();
  private final AtomicInteger overruns = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();

  /** How many events wait to be told or are being told. */
  private final AtomicLong untold = new AtomicLong();

  /** The last event; once it is there, nothing more is taken. */
  private volatile RunEvent.@Nullable RunEnded last;

  private final AtomicBoolean lastTold = new AtomicBoolean();
  private final Map<CallSite, Place> places = new ConcurrentHashMap<>();

  /** A call site, and what is known of its executions. */
  static final class Place {
    final CallSite site;
    final String id;
    final SiteWaits waits = new SiteWaits();
    final LongAdder queued = new LongAdder();

    Place(CallSite site) {
      this.site = site;
      this.id = site.id();
    }
  }

  private Observer(RunnerSettings settings, String run, CallSite root, long start) {
    this.run = run;
    this.name = root.name();
    this.start = start;
    this.listeners = new Listeners(settings.listeners());
    this.attempts = Flight.isRecording();
    this.flight = attempts ? Flight.recorder().run() : null;
    // The run's id comes from the engine's source of random numbers.
    this.kept = settings.recording() == Recording.FULL
        ? new Reservoir<>(Executions.LIMIT, run.hashCode())
        : null;
  }

  /**
   * The observer of a run that starts; null if nobody asks. Interceptors ask, too: they are told
   * which attempt they stand around. A Flight Recording asks if it records when the run starts.
   *
   * @param root the run's root
   * @param start when the run starts
   */
  static @Nullable Observer of(RunnerSettings settings, String run, CallSite root, long start) {
    return RunInfo.isAsked(settings) ? new Observer(settings, run, root, start) : null;
  }

  /** Says that the run starts; before anything of it is queued. */
  void runStarted() {
    if (isListening()) {
      untold.incrementAndGet();
      tell(new RunEvent.RunStarted(run, name, Duration.ZERO));
    }
  }

  /**
   * Says that the run is over; further calls do nothing. Nothing that happens afterwards is told,
   * so a run that is given up may call this while something is still executed.
   *
   * @param failure what the run failed with; null unless the outcome is a failure
   */
  void runEnded(RunReport.Outcome outcome, @Nullable Throwable failure, long now) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    if (flight != null) {
      flight.end(run, name, outcome, numbers.get());
    }
    if (isListening()) {
      last = new RunEvent.RunEnded(run, sinceStart(now), outcome, failure, overruns.get());
      tellLast();
    }
  }

  /**
   * Says that an execution has all that it waits for and is about to be handed to the engine;
   * called before that, on the thread that does it.
   *
   * @param site where it is called
   * @param awaited what it has waited for
   * @return what is to be told of all that happens to it
   */
  Observed queued(CallSite site, Awaited awaited, long now) {
    Place place = place(site);
    long before = numbers.getAndIncrement();
    Observed execution = new Observed(this, place, before + 1, awaited, now);
    if (kept != null) {
      place.queued.increment();
      kept.offer(before, execution);
    }
    execution.queued(now);
    return execution;
  }

  /** Whether it only keeps executions, and tells nobody while they go on. */
  boolean onlyKeeps() {
    return kept != null && !isListening() && !attempts;
  }

  /**
   * Keeps executions at a call site that have ended, where it {@link #onlyKeeps}; as if each had
   * been queued when it started.
   */
  void ran(CallSite site, Streak streak) {
    Reservoir<Kept> reservoir = kept;
    if (reservoir == null || !streak.take() || streak.size() == 0) {
      return;
    }
    Place at = place(site);
    long before = numbers.getAndAdd(streak.size());
    at.queued.add(streak.size());
    streak.numbered(run, at, before);
    streak.tell(at.waits);
    int within = (int) Math.max(0, Math.min(streak.size(), Executions.LIMIT - before));
    if (within > 0) {
      streaks.add(streak);
    }
    for (int i = within; i < streak.size(); i++) {
      // Of these one in many is kept.
      if (reservoir.draws(before + i)) {
        reservoir.offer(before + i, streak.element(i));
      }
    }
  }

  private Place place(CallSite site) {
    Place place = places.get(site);
    return place == null ? places.computeIfAbsent(site, Place::new) : place;
  }

  // For Observed.

  String run() {
    return run;
  }

  /** Whether a report is to tell of each execution. */
  boolean keeps() {
    return kept != null;
  }

  boolean isListening() {
    return !listeners.isEmpty();
  }

  /**
   * Whether an event is still taken, which must then be given to {@link #tell}; else, too,
   * {@link #tellLast} must be called afterwards. May be called under the execution's lock.
   */
  boolean takes() {
    // Counted first: once the run's end has seen that nothing is to be told, nothing is taken.
    untold.incrementAndGet();
    if (ended.get()) {
      untold.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Tells an event that was taken. */
  void tell(RunEvent event) {
    listeners.tell(event);
    untold.decrementAndGet();
  }

  /** Tells the run's end if that is due, and all other events have been told. */
  void tellLast() {
    RunEvent.RunEnded event = last;
    if (event != null && untold.get() == 0 && lastTold.compareAndSet(false, true)) {
      listeners.tell(event);
      listeners.close(run);
    }
  }

  Flight.@Nullable Attempt flightAttempt() {
    return attempts ? Flight.recorder().attempt() : null;
  }

  Duration sinceStart(long now) {
    return Duration.ofNanos(now - start);
  }

  void overran() {
    overruns.incrementAndGet();
  }

  // For the report.

  /** What the executions at a call site waited for; null if nobody asked for that. */
  @Nullable Waits waits(CallSite site) {
    if (kept == null) {
      return null;
    }
    Place place = places.get(site);
    return place == null ? Waits.NONE : place.waits.waits();
  }

  private void addFree(Streak streak, long from, List<Execution> executions) {
    for (int i = 0; i < streak.size() && streak.before() + i < Executions.LIMIT; i++) {
      if (kept != null && kept.isFree((int) streak.before() + i)) {
        executions.add(streak.execution(i, from));
      }
    }
  }

  /**
   * The executions that were kept, of those at some call sites.
   *
   * @param sites all call sites of a run, or of a call inside a dynamic
   * @param from since when its times count
   */
  Executions executions(Collection<CallSite.Named> sites, long from) {
    if (kept == null) {
      return Executions.NONE;
    }
    Set<CallSite> wanted = new HashSet<>();
    for (CallSite.Named each : sites) {
      wanted.add(each.site());
    }
    List<Execution> executions = new ArrayList<>();
    for (Kept each : kept.kept()) {
      if (wanted.contains(each.site())) {
        executions.add(each.execution(from));
      }
    }
    for (Streak each : streaks) {
      if (wanted.contains(each.place().site)) {
        addFree(each, from, executions);
      }
    }
    executions.sort(Comparator.comparingLong(each -> each.id().number()));
    long total = 0;
    for (Place place : places.values()) {
      total += wanted.contains(place.site) ? place.queued.sum() : 0;
    }
    // While the run goes on, one may have been kept that was counted too late.
    return new Executions(executions, Math.max(total, executions.size()));
  }
}
