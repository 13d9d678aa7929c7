package demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Notes the places that a run has come to, and may hold it at one of them. */
final class Probe {
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final String held;
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  private Probe(String held) {
    this.held = held;
  }

  /** Holds nothing. */
  static Probe open() {
    return new Probe("");
  }

  static Probe holding(String place) {
    return new Probe(place);
  }

  void at(String place) throws InterruptedException {
    log.add(place);
    if (place.equals(held)) {
      reached.countDown();
      released.await();
    }
  }

  int seen() {
    log.add("expression");
    return log.size();
  }

  List<String> log() {
    return List.copyOf(log);
  }

  void awaitHeld() throws InterruptedException {
    reached.await();
  }

  void release() {
    released.countDown();
  }
}
