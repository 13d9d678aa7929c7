package dev.makespan.internal.local.sim;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Step;
import java.util.Arrays;

/**
 * A method of a random program. Its arguments are the {@link Place} that it is called at, how deep
 * it may recurse, and values.
 */
abstract class Method {
  private static final int VALUES = 2;

  final int number;
  final boolean isVoid;
  private TaskDef<Object> def;

  Method(int number, boolean isVoid) {
    this.number = number;
    this.isVoid = isVoid;
  }

  void define(TaskDef<Object> newDef) {
    def = newDef;
  }

  TaskDef<Object> def() {
    return def;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  TaskDef<Void> voidDef() {
    return (TaskDef) def;
  }

  /** Executes it in a run. */
  abstract Object call(Object[] in) throws Throwable;

  /** Wires it in a run. */
  Step<?> wire(Body run, Object[] in) {
    throw new IllegalStateException(this + " is no workflow");
  }

  /** What its plain call does. */
  abstract Result plain(Plain plain, int fuel, Object... values);

  static Place place(Object[] in) {
    return (Place) in[0];
  }

  static int fuel(Object[] in) {
    return (Integer) in[1];
  }

  static Object[] values(Object[] in) {
    return Arrays.copyOfRange(in, VALUES, in.length);
  }

  static Object[] arguments(Place place, int fuel, Object... values) {
    Object[] in = new Object[values.length + VALUES];
    in[0] = place;
    in[1] = fuel;
    System.arraycopy(values, 0, in, VALUES, values.length);
    return in;
  }

  /** A number that tells this piece of work from others. */
  long work(Object[] values) {
    return Mixing.mix(number, Arrays.asList(values));
  }

  @Override
  public String toString() {
    return def.kind() + " " + number;
  }
}
