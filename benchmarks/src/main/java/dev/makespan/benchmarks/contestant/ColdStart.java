package dev.makespan.benchmarks.contestant;

import dev.makespan.benchmarks.workload.Diamond;
import dev.makespan.benchmarks.workload.DiamondFlow;
import java.util.concurrent.Executor;

/**
 * W8, the main of a JVM that runs W2 once by the contestant that it is told, and ends. It loads no
 * class of the others.
 */
public final class ColdStart {
  /** The one that does nothing. */
  public static final String EMPTY = "empty";

  private static final long VALUE = 42;

  private ColdStart() {}

  public static void main(String[] args) throws Exception {
    if (!args[0].equals("empty") && diamond(args[0]) != Diamond.diamond(VALUE)) {
      throw new AssertionError("another result than the plain call's");
    }
  }

  private static long diamond(String name) throws Exception {
    return switch (name) {
      case "plain" -> Diamond.diamond(VALUE);
      case "cf-pool" -> {
        Executor executor = Threads.fixed(name, Threads.CORES);
        yield new Futures(name, executor, executor, true).diamond(VALUE);
      }
      case "dagger" -> new DaggerPeer(Threads.fixed(name, Threads.CORES)).diamond(VALUE);
      case "reactor" -> new ReactorPeer().diamond(VALUE);
      case "rxjava" -> new RxJavaPeer().diamond(VALUE);
      case "parseq" -> new ParSeqPeer().diamond(VALUE);
      case "makespan" -> new DiamondFlow().diamond(VALUE).join();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
