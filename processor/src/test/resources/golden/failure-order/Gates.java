package demo;

import java.util.concurrent.CountDownLatch;

/** What tasks wait for, to fail in the order that a case asks for. */
record Gates(CountDownLatch witnessRuns, CountDownLatch lateHasFailed, CountDownLatch never) {

  /** Nobody waits: for the plain call, which runs one task at a time. */
  static Gates open() {
    return new Gates(new CountDownLatch(0), new CountDownLatch(0), new CountDownLatch(0));
  }

  static Gates closed() {
    return new Gates(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
  }
}
