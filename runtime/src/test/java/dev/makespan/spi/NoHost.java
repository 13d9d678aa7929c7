package dev.makespan.spi;

/** The host of a future that nobody waits for. */
final class NoHost implements FlowFuture.Host {
  @Override
  public RunScope scope() {
    throw new AssertionError("nobody waits");
  }

  @Override
  public void derived(FlowFuture<?> stage) {}

  @Override
  public void joined(FlowFuture<?> future) {}
}
