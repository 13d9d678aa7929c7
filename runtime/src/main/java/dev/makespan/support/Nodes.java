package dev.makespan.support;

import dev.makespan.fingerprint.Fingerprints;
import dev.makespan.spi.NodeKind;
import dev.makespan.spi.TaskBody;
import dev.makespan.spi.TaskDef;
import org.jspecify.annotations.Nullable;

/** The annotated methods of one class. A generated subclass calls and wires them by number. */
public abstract class Nodes implements TaskBody {
  static {
    Preload.begin();
  }

  private final Class<?> owner;
  private final String file;

  private final Pace.Place paces = new Pace.Place();

  /** Holds those of the workflows, by number. */
  private final BodyShape.Place places = new BodyShape.Place();

  /** Null until a version is asked for. */
  private volatile @Nullable Fingerprints fingerprints;

  protected Nodes(Class<?> owner, String file) {
    this.owner = owner;
    this.file = file;
  }

  /** How long a method's executions took lately. */
  final Pace pace(int node) {
    return paces.of(node);
  }

  /** Where the shape of a workflow's body is kept. */
  final BodyShape.Place place(int node) {
    return places.inner(node);
  }

  /** Calls the plain method. */
  protected abstract @Nullable Object call(int node, @Nullable Object[] in) throws Throwable;

  /**
   * Adds the steps of a workflow to a body; returns the step whose value is the result, null for a
   * void workflow.
   */
  protected @Nullable Step<?> wire(int node, Body run, @Nullable Object[] in) throws Throwable {
    throw unknown(node);
  }

  public final <R> TaskDef<R> task(int node, String method, int line) {
    return new TaskDef<>(this, node, NodeKind.TASK, method, line);
  }

  public final <R> TaskDef<R> mapTask(int node, String method, int line) {
    return new TaskDef<>(this, node, NodeKind.MAP_TASK, method, line);
  }

  public final <R> TaskDef<R> workflow(int node, String method, int line) {
    return new TaskDef<>(this, node, NodeKind.WORKFLOW, method, line);
  }

  public final <R> TaskDef<R> dynamic(int node, String method, int line) {
    return new TaskDef<>(this, node, NodeKind.DYNAMIC, method, line);
  }

  @Override
  public final Class<?> owner() {
    return owner;
  }

  @Override
  public final String file() {
    return file;
  }

  @Override
  public final @Nullable Object invoke(int node, @Nullable Object[] in) throws Throwable {
    return call(node, in);
  }

  @Override
  public final String version(int node) {
    Fingerprints all = fingerprints;
    if (all == null) {
      // Two of them do no harm: what they tell is the same.
      all = new Fingerprints(owner, getClass());
      fingerprints = all;
    }
    return all.of(node);
  }

  /** For the default branch of the generated switches, which is never reached. */
  protected static RuntimeException unknown(int node) {
    return new IllegalStateException("no method has the number " + node);
  }

  // Arguments arrive boxed by the type of the caller's expression. These widen them as a method
  // call would.

  protected static boolean asBoolean(@Nullable Object value) {
    return (Boolean) unboxed(value);
  }

  protected static byte asByte(@Nullable Object value) {
    return (Byte) unboxed(value);
  }

  protected static short asShort(@Nullable Object value) {
    return ((Number) unboxed(value)).shortValue();
  }

  protected static char asChar(@Nullable Object value) {
    return (Character) unboxed(value);
  }

  protected static int asInt(@Nullable Object value) {
    return value instanceof Character c ? c : ((Number) unboxed(value)).intValue();
  }

  protected static long asLong(@Nullable Object value) {
    return value instanceof Character c ? c : ((Number) unboxed(value)).longValue();
  }

  protected static float asFloat(@Nullable Object value) {
    return value instanceof Character c ? c : ((Number) unboxed(value)).floatValue();
  }

  protected static double asDouble(@Nullable Object value) {
    return value instanceof Character c ? c : ((Number) unboxed(value)).doubleValue();
  }

  private static Object unboxed(@Nullable Object value) {
    if (value == null) {
      throw new NullPointerException("null for a parameter of a primitive type");
    }
    return value;
  }
}
