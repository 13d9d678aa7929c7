package dev.makespan.benchmarks.contestant;

import com.google.common.util.concurrent.ListenableFuture;
import dagger.BindsInstance;
import dagger.producers.ProducerModule;
import dagger.producers.Produces;
import dagger.producers.Production;
import dagger.producers.ProductionComponent;
import dev.makespan.benchmarks.workload.Chain;
import jakarta.inject.Named;
import java.util.concurrent.Executor;

/** W1 as a production component. */
@ProductionComponent(modules = ProducedChain.Calls.class)
interface ProducedChain {
  @Named("j")
  ListenableFuture<Long> result();

  /** Makes a run. */
  @ProductionComponent.Factory
  interface Factory {
    ProducedChain create(
        @BindsInstance @Production Executor executor, @BindsInstance @Named("input") long input);
  }

  /** The calls. */
  @ProducerModule
  final class Calls {
    private Calls() {}

    @Produces
    @Named("a")
    static long a(@Named("input") long input) {
      return Chain.step(input);
    }

    @Produces
    @Named("b")
    static long b(@Named("a") long a) {
      return Chain.step(a);
    }

    @Produces
    @Named("c")
    static long c(@Named("b") long b) {
      return Chain.step(b);
    }

    @Produces
    @Named("d")
    static long d(@Named("c") long c) {
      return Chain.step(c);
    }

    @Produces
    @Named("e")
    static long e(@Named("d") long d) {
      return Chain.step(d);
    }

    @Produces
    @Named("f")
    static long f(@Named("e") long e) {
      return Chain.step(e);
    }

    @Produces
    @Named("g")
    static long g(@Named("f") long f) {
      return Chain.step(f);
    }

    @Produces
    @Named("h")
    static long h(@Named("g") long g) {
      return Chain.step(g);
    }

    @Produces
    @Named("i")
    static long i(@Named("h") long h) {
      return Chain.step(h);
    }

    @Produces
    @Named("j")
    static long j(@Named("i") long i) {
      return Chain.step(i);
    }
  }
}
