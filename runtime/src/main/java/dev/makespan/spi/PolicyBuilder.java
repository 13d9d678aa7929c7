package dev.makespan.spi;

import java.util.List;

/** Makes the settings of a method from other ones. Not for use by several threads at once. */
final class PolicyBuilder {
  private long timeoutMillis;
  private int retries;
  private long backoffMillis;
  private long maxBackoffMillis;
  private List<Class<? extends Throwable>> retryOn;
  private List<Class<? extends Throwable>> neverRetryOn;
  private String pool;
  private int maxParallelism;
  private int concurrency;
  private boolean asynchronous;
  private boolean cancelsAll;

  PolicyBuilder(Policy before) {
    timeoutMillis = before.timeoutMillis();
    retries = before.retries();
    backoffMillis = before.backoffMillis();
    maxBackoffMillis = before.maxBackoffMillis();
    retryOn = before.retryOn();
    neverRetryOn = before.neverRetryOn();
    pool = before.pool();
    maxParallelism = before.maxParallelism();
    concurrency = before.concurrency();
    asynchronous = before.asynchronous();
    cancelsAll = before.cancelsAll();
  }

  PolicyBuilder timeout(long millis) {
    timeoutMillis = millis;
    return this;
  }

  PolicyBuilder retries(int times) {
    retries = times;
    return this;
  }

  PolicyBuilder backoff(long millis, long maxMillis) {
    backoffMillis = millis;
    maxBackoffMillis = maxMillis;
    return this;
  }

  PolicyBuilder retryOn(List<Class<? extends Throwable>> exceptions) {
    retryOn = exceptions;
    return this;
  }

  PolicyBuilder neverRetryOn(List<Class<? extends Throwable>> exceptions) {
    neverRetryOn = exceptions;
    return this;
  }

  PolicyBuilder pool(String name) {
    pool = name;
    return this;
  }

  PolicyBuilder maxParallelism(int slots) {
    maxParallelism = slots;
    return this;
  }

  PolicyBuilder concurrency(int elements) {
    concurrency = elements;
    return this;
  }

  PolicyBuilder asynchronous() {
    asynchronous = true;
    return this;
  }

  PolicyBuilder cancelAll() {
    cancelsAll = true;
    return this;
  }

  /** The settings; refuses negative numbers. */
  Policy build() {
    return new Policy(
        timeoutMillis,
        retries,
        backoffMillis,
        maxBackoffMillis,
        retryOn,
        neverRetryOn,
        pool,
        maxParallelism,
        concurrency,
        asynchronous,
        cancelsAll);
  }
}
