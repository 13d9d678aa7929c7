package dev.makespan.processor.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which of the parts that may start is started next. */
interface Schedule {
  /** A part of a frame that may start. */
  record Ready(Frame frame, int part, Place place) {}

  void add(Ready ready);

  /** The next one; null if there is none. */
  @Nullable Ready next();

  /** Always the one that is written first, as in the plain call. */
  static Supplier<Schedule> programOrder() {
    return () -> new Schedule() {
      private final PriorityQueue<Ready> all =
          new PriorityQueue<>(Comparator.comparing(Ready::place, Place::compare));

      @Override
      public void add(Ready ready) {
        all.add(ready);
      }

      @Override
      public @Nullable Ready next() {
        return all.poll();
      }
    };
  }

  /** Any of them. */
  static Supplier<Schedule> random(Random random) {
    return () -> new Schedule() {
      private final List<Ready> all = new ArrayList<>();

      @Override
      public void add(Ready ready) {
        all.add(ready);
      }

      @Override
      public @Nullable Ready next() {
        if (all.isEmpty()) {
          return null;
        }
        Ready last = all.remove(all.size() - 1);
        int index = random.nextInt(all.size() + 1);
        return index == all.size() ? last : all.set(index, last);
      }
    };
  }
}
