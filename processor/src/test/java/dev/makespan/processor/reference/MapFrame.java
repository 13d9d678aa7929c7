package dev.makespan.processor.reference;

import dev.makespan.processor.model.MapForm;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.spi.Failures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a map: {@code map}, {@code mapSome}, {@code forEach} or a stream of calls. Its
 * parts are its elements, with no order among them, so that each goes on as soon as its own call
 * ended.
 */
final class MapFrame extends Frame {
  /** Stands for the element in the arguments of a mapped call. */
  static final Object ELEMENT = new Object();

  /** Calls one element; null if a frame was opened for it. */
  interface Each {
    @Nullable Outcome call(MapFrame map, int part, @Nullable Object element) throws Throwable;
  }

  private final MapForm form;
  private final double ratio;
  private final List<@Nullable Object> elements = new ArrayList<>();
  private final List<@Nullable Object> results = new ArrayList<>();
  private final Each each;
  private @Nullable Throwable unread;
  private boolean isReady;

  /** A map in a body. Its ratio and its elements are read now. */
  MapFrame(BodyFrame body, int part, Step step) throws Throwable {
    this(
        body,
        part,
        step instanceof Step.MapCall map ? map.form() : ((Step.MapBody) step).form(),
        body,
        step instanceof Step.MapCall map ? map.list() : ((Step.MapBody) step).list(),
        each(step, body));
  }

  private MapFrame(Frame parent, int part, MapForm form, BodyFrame body, Value list, Each each)
      throws Throwable {
    this(parent, part, form, ratio(form, body), body.value(list, null), each);
  }

  /** A map of its own, as the twin of a map task is. */
  MapFrame(Frame parent, int part, @Nullable Object elements, Each each) {
    this(parent, part, new MapForm.All(), 1, elements, each);
  }

  private MapFrame(
      Frame parent, int part, MapForm form, double ratio, @Nullable Object elements, Each each) {
    super(parent, part);
    this.form = form;
    this.ratio = ratio;
    this.each = each;
    read(elements);
  }

  private static Each each(Step step, BodyFrame body) throws Throwable {
    if (step instanceof Step.MapBody map) {
      return (frame, part, element) -> {
        BodyFrame inner = body.inner(frame, part, map.body(), element);
        frame.open(part, inner, inner.steps());
        return null;
      };
    }
    Step.MapCall map = (Step.MapCall) step;
    List<@Nullable Object> in = body.values(map.in());
    return (frame, part, element) -> frame.run().call(frame, part, map.node(), with(in, element));
  }

  /** The arguments for one element. */
  static List<@Nullable Object> with(List<@Nullable Object> in, @Nullable Object element) {
    List<@Nullable Object> all = new ArrayList<>(in);
    all.replaceAll(value -> value == ELEMENT ? element : value);
    return all;
  }

  private static double ratio(MapForm form, BodyFrame body) throws Throwable {
    if (!(form instanceof MapForm.Some some)) {
      return 1;
    }
    Object given = Objects.requireNonNull(body.value(some.ratio(), null));
    double ratio = given instanceof Character c ? c : ((Number) given).doubleValue();
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException("ratio " + ratio + " isn't from 0 to 1");
    }
    return ratio;
  }

  /** A plain call has mapped what it read before reading fails, so that is the last part then. */
  private void read(@Nullable Object source) {
    Objects.requireNonNull(source, "elements");
    try {
      Iterator<?> all = source instanceof BaseStream<?, ?> stream
          ? stream.iterator()
          : ((Collection<?>) source).iterator();
      while (all.hasNext()) {
        elements.add(all.next());
      }
    } catch (Throwable thrown) {
      unread = thrown;
    }
    results.addAll(Collections.nCopies(elements.size(), null));
  }

  int parts() {
    return elements.size() + (unread == null ? 0 : 1);
  }

  @Override
  public boolean isBefore(int one, int other) {
    return false;
  }

  @Override
  void startReady() {
    if (!isReady) {
      isReady = true;
      for (int i = 0; i < parts(); i++) {
        ready(i);
      }
    }
  }

  @Override
  @Nullable Outcome run(int part) throws Throwable {
    if (part == elements.size() && unread != null) {
      throw unread;
    }
    return each.call(this, part, elements.get(part));
  }

  /** {@code mapSome} refuses a null result. */
  @Override
  @Nullable Throwable keep(int part, @Nullable Object value) {
    results.set(part, value);
    return form instanceof MapForm.Some && value == null
        ? new NullPointerException("the result of element " + part + " is null")
        : null;
  }

  /** {@code mapSome} tolerates failures, but no errors, and no interruption. */
  @Override
  boolean isFatal(Throwable thrown) {
    return !(form instanceof MapForm.Some)
        || thrown == unread
        || thrown instanceof Error
        || Failures.isInterruption(thrown);
  }

  /** {@code mapSome}: fewer successes than the ratio are the first failure in order. */
  @Override
  Outcome outcome() {
    int failed = failures().size();
    if (failed > 0 && (double) (elements.size() - failed) / elements.size() < ratio) {
      return failure();
    }
    if (form instanceof MapForm.Nothing) {
      return new Outcome.Value(null);
    }
    List<@Nullable Object> all = new ArrayList<>(results);
    if (form instanceof MapForm.Some) {
      all.replaceAll(Optional::ofNullable);
    }
    return new Outcome.Value(Collections.unmodifiableList(all));
  }
}
