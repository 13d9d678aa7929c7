package dev.makespan.samples.seeds.fanout;

/** What a task does while it is under way: here it sleeps, in a test it meets other tasks. */
interface Work {
  /** Sleeps 20 ms for each unit. */
  Work SLEEP = (task, units) -> Thread.sleep(20L * units);

  /** Returns when the task is done. */
  void on(String task, int units) throws InterruptedException;
}
