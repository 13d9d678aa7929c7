package dev.makespan.processor.reference;

import dev.makespan.spi.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs and has parts in program order: a body its steps, a map its elements. It
 * keeps rule 5, failure, rule 6, try, and rule 7, that it ends only when all it started has ended.
 */
abstract class Frame implements Place.Siblings {
  private static final int NONE = Integer.MAX_VALUE;

  private final Interpreter run;
  private final @Nullable Frame parent;
  private final Place place;
  private final List<@Nullable Outcome> ends = new ArrayList<>();
  private final TreeMap<Integer, Frame> open = new TreeMap<>();
  private int missing;

  /** The failed part that is written first; nothing below it is started any more. */
  private int cut = NONE;

  private final int index;

  /** A part of another frame. */
  Frame(Frame parent, int part) {
    this.run = parent.run;
    this.parent = parent;
    this.place = parent.place(part);
    this.index = part;
  }

  /** The root of a run, which stands here. */
  Frame(Interpreter run, Place place) {
    this.run = run;
    this.parent = null;
    this.place = place;
    this.index = 0;
  }

  /** Lets as many parts start as the rules allow; called when one has ended. */
  abstract void startReady();

  /**
   * Runs a part.
   *
   * @return how it ended; null if a frame was opened for it
   */
  abstract @Nullable Outcome run(int part) throws Throwable;

  /**
   * Takes the value of a part.
   *
   * @return the failure that nothing tolerates if it is refused; null if it isn't
   */
  abstract @Nullable Throwable keep(int part, @Nullable Object value);

  /** Whether the failure of a part is the whole's, whatever becomes of the others. */
  boolean isFatal(Throwable thrown) {
    return true;
  }

  /** How the whole ends when all parts have ended, none of them with a fatal failure. */
  abstract Outcome outcome();

  final Interpreter run() {
    return run;
  }

  final Place place(int part) {
    return new Place(place, this, part);
  }

  final @Nullable Outcome end(int part) {
    return ends.get(part);
  }

  final int size() {
    return ends.size();
  }

  /** Begins with so many parts. */
  final void begin(int parts) {
    for (int i = 0; i < parts; i++) {
      ends.add(null);
    }
    missing = parts;
    goOn();
  }

  /** Opens the frame of a part; what it needs to begin has been done. */
  final void open(int part, Frame frame, int parts) {
    open.put(part, frame);
    frame.begin(parts);
  }

  final void ready(int part) {
    run.schedule().add(new Schedule.Ready(this, part, place(part)));
  }

  final void start(int part) {
    if (ends.get(part) != null) {
      return;
    }
    Outcome outcome;
    try {
      outcome = run(part);
    } catch (Throwable thrown) {
      outcome = new Outcome.Thrown(thrown);
    }
    if (outcome != null) {
      ended(part, outcome);
    }
  }

  /** Ends a part that is never started. */
  final void leaveOut(int part, Outcome why) {
    ends.set(part, why);
    missing--;
  }

  private void ended(int part, Outcome outcome) {
    open.remove(part);
    missing--;
    Throwable refused = outcome instanceof Outcome.Value value ? keep(part, value.value()) : null;
    Outcome end = refused == null ? outcome : new Outcome.Thrown(refused);
    ends.set(part, end);
    if (end instanceof Outcome.Thrown failure && (refused != null || isFatal(failure.thrown()))) {
      int to = blockEnd(part);
      if (to == ends.size() && part < cut) {
        cut = part;
      }
      if (run.cancels()) {
        dropBetween(part, to);
      }
    }
    goOn();
  }

  private void goOn() {
    if (missing > 0) {
      startReady();
    }
    if (missing == 0) {
      missing = -1;
      Outcome outcome = cut == NONE ? outcome() : failure();
      if (parent == null) {
        run.ended(outcome);
      } else {
        parent.ended(index, outcome);
      }
    }
  }

  /**
   * Rule 6: where the block ends to which the failure of a part belongs; where all ends if it
   * belongs to none.
   */
  int blockEnd(int part) {
    return ends.size();
  }

  /** Says otherwise how a part has ended. */
  final void takenAs(int part, Outcome end) {
    ends.set(part, end);
  }

  /** Rule 5: a failing call cancels what is written below it, and nothing else. */
  private void dropBetween(int part, int to) {
    for (int i = part + 1; i < to; i++) {
      if (ends.get(i) == null) {
        Frame frame = open.remove(i);
        ends.set(i, frame == null ? new Outcome.Dropped() : frame.drop());
        missing--;
      }
    }
  }

  /** Ends it where it is. */
  private Outcome drop() {
    dropBetween(-1, ends.size());
    missing = -1;
    return cut == NONE ? new Outcome.Dropped() : failure();
  }

  /** Rule 5: the failure that is written first wins; the others are suppressed in it. */
  final Outcome failure() {
    List<Throwable> all = failures();
    Throwable first = cut != NONE && ends.get(cut) instanceof Outcome.Thrown failure
        ? failure.thrown()
        : all.get(0);
    Failures.suppress(first, all);
    return new Outcome.Thrown(first);
  }

  /** Those of the parts, in program order. */
  final List<Throwable> failures() {
    return ends.stream()
        .filter(Outcome.Thrown.class::isInstance)
        .map(end -> ((Outcome.Thrown) end).thrown())
        .toList();
  }
}
