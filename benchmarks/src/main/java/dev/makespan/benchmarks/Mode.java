package dev.makespan.benchmarks;

/** What stands between two calls. */
enum Mode {
  /** 300 µs in which nothing runs, as for a server that waits for its next request. */
  LONE("lone calls, 300 µs idle before each"),
  /** Nothing. */
  BUSY("back to back");

  static final long IDLE_NANOS = 300_000;

  private final String title;

  Mode(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
