package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(
        () -> Types.types(new Runner("r"), new Body("b")).text(),
        () -> new TypesFlow().types(new Runner("r"), new Body("b")).thenApply(Named::text));
    Equivalence.assertSame(
        () -> Types.caller(new CompletableFuture("f")).text(),
        () ->
            new TypesFlow().caller(java.util.List.of(new CompletableFuture("f"))).thenApply(list -> list.get(0).text()));
  }
}
