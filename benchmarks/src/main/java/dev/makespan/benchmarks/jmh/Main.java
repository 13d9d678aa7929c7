package dev.makespan.benchmarks.jmh;

/** JMH's own program, with options that may come as one argument. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    org.openjdk.jmh.Main.main(String.join(" ", args).trim().split("\\s+"));
  }
}
