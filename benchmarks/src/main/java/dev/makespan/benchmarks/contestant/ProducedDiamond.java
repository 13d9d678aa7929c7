package dev.makespan.benchmarks.contestant;

import com.google.common.util.concurrent.ListenableFuture;
import dagger.BindsInstance;
import dagger.producers.ProducerModule;
import dagger.producers.Produces;
import dagger.producers.Production;
import dagger.producers.ProductionComponent;
import dev.makespan.benchmarks.workload.Diamond;
import jakarta.inject.Named;
import java.util.concurrent.Executor;

/** W2 as a production component. */
@ProductionComponent(modules = ProducedDiamond.Calls.class)
interface ProducedDiamond {
  @Named("sink")
  ListenableFuture<Long> result();

  /** Makes a run. */
  @ProductionComponent.Factory
  interface Factory {
    ProducedDiamond create(
        @BindsInstance @Production Executor executor, @BindsInstance @Named("input") long input);
  }

  /** The calls. */
  @ProducerModule
  final class Calls {
    private Calls() {}

    @Produces
    @Named("source")
    static long source(@Named("input") long input) {
      return Diamond.source(input);
    }

    @Produces
    @Named("left")
    static long left(@Named("source") long source) {
      return Diamond.left(source);
    }

    @Produces
    @Named("middle")
    static long middle(@Named("source") long source) {
      return Diamond.middle(source);
    }

    @Produces
    @Named("right")
    static long right(@Named("source") long source) {
      return Diamond.right(source);
    }

    @Produces
    @Named("sink")
    static long sink(
        @Named("left") long left, @Named("middle") long middle, @Named("right") long right) {
      return Diamond.sink(left, middle, right);
    }
  }
}
