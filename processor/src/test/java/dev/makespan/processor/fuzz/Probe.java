package dev.makespan.processor.fuzz;

import dev.makespan.processor.reference.Log;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the programs' own code calls: it tells what it does, and makes values. */
public final class Probe {
  private Probe() {}

  /** One execution of a task or of the body of a dynamic; closed when it ends. */
  public static final class Call implements AutoCloseable {
    private final Recorder recorder;
    private final Log.Call call;
    private final int hash;

    private Call(Recorder recorder, Log.Call call) {
      this.recorder = recorder;
      this.call = call;
      this.hash = Probe.hash(call.toString());
    }

    /** A number from 0 that depends on the task and its arguments. */
    public int hash() {
      return hash;
    }

    /** An exception that the task is about to throw. */
    public <X extends Throwable> X thrown(X exception) {
      recorder.threw(exception);
      return exception;
    }

    @Override
    public String toString() {
      return call.toString();
    }

    @Override
    public void close() {
      call.close();
    }
  }

  /** A task begins, and takes its time. */
  public static Call task(String method, @Nullable Object... in) {
    return task(0, method, in);
  }

  /** The same; in a flow the first attempts fail. */
  public static Call task(int failing, String method, @Nullable Object... in) {
    Recorder recorder = Recorder.current();
    String key = method + text(Arrays.asList(in));
    Log.Call call = recorder.begin(method, key, true);
    if (failing > 0 && recorder.fails(key, failing)) {
      recorder.forget(call);
      throw new IllegalStateException("an attempt at " + key);
    }
    try {
      recorder.spend(key);
    } catch (InterruptedException e) {
      throw Probe.<RuntimeException>unchecked(e);
    }
    return new Call(recorder, call);
  }

  /** The body of a dynamic begins. */
  public static Call dynamic(String method, @Nullable Object... in) {
    Recorder recorder = Recorder.current();
    return new Call(recorder, recorder.begin(method, method + text(Arrays.asList(in)), false));
  }

  /** A pure expression is evaluated; gives a number from 0 that depends on it. */
  public static int pure(String method, @Nullable Object... in) {
    try (Call call = dynamic(method, in)) {
      return call.hash();
    }
  }

  /** A list that depends on a number: of 0 to 3 elements. */
  public static List<Integer> list(int hash) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < hash % 4; i++) {
      list.add((hash / 4 + 7 * i) % 20);
    }
    return list;
  }

  /** A list of so many elements. */
  public static List<Integer> numbers(int size) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(i % 50);
    }
    return list;
  }

  /** A number from 0 to 99 that depends on a value. */
  public static int number(@Nullable Object value) {
    return hash(text(value)) % 100;
  }

  static int hash(String text) {
    return (int) (mixed(text.hashCode()) & 0xffff);
  }

  static long mixed(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X unchecked(Throwable thrown) throws X {
    throw (X) thrown;
  }

  /** What tells values apart, and is the same in every run. */
  static String text(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Probe::text).collect(Collectors.joining(", ", "(", ")"));
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(each -> "?" + text(each)).orElse("?");
    }
    if (value instanceof int[] array) {
      return Arrays.toString(array);
    }
    if (value instanceof Object[] array) {
      return "[]" + text(Arrays.asList(array));
    }
    return String.valueOf(value);
  }
}
