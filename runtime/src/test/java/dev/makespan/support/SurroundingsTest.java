package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.ExecutionId;
import dev.makespan.event.Recording;
import dev.makespan.event.RunGraph;
import dev.makespan.spi.ContextCarrier;
import dev.makespan.spi.RunnerSettings;
import dev.makespan.spi.TaskInterceptor;
import dev.makespan.spi.TaskInterceptor.Attempt;
import dev.makespan.spi.TaskInterceptor.Invocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** What stands around the user's code. */
class SurroundingsTest {
  private static final Attempt ATTEMPT =
      new Attempt(new ExecutionId("run-1", "w/a", "a", RunGraph.Kind.TASK, 1, -1), 1);
  private static final ThreadLocal<String> BOUND = new ThreadLocal<>();

  private final List<String> log = new ArrayList<>();

  private static Surroundings of(
      List<ContextCarrier> carriers, List<TaskInterceptor> interceptors) {
    return Surroundings.capture(new RunnerSettings(
        0, Map.of(), List.of(), Recording.DEFAULT, interceptors, carriers, true, null));
  }

  /** Carries what is bound, and notes what it does. */
  private ContextCarrier carrier(String name) {
    return () -> {
      String callers = BOUND.get();
      return () -> {
        log.add("apply " + name);
        String before = BOUND.get();
        BOUND.set(callers);
        return () -> {
          log.add("close " + name);
          BOUND.set(before);
        };
      };
    };
  }

  private TaskInterceptor noting(String name) {
    return (attempt, task) -> {
      log.add(name + " before");
      Object value = task.proceed();
      log.add(name + " after");
      return value;
    };
  }

  private Object user(Object value) {
    log.add("user " + BOUND.get());
    return value;
  }

  @Test
  void nothingStandsAroundCodeWhereNothingIsAskedFor() {
    assertNull(Surroundings.capture(RunnerSettings.DEFAULT));
  }

  @Test
  void theCallersContextIsBoundOnAnotherThreadAndUndoneThere() throws Throwable {
    BOUND.set("caller's");
    Surroundings surroundings = of(List.of(carrier("c")), List.of());
    BOUND.set("changed");
    FutureTask<String> other = new FutureTask<>(() -> {
      BOUND.set("other's");
      try {
        return surroundings.code(() -> BOUND.get()) + ", then " + BOUND.get();
      } catch (Throwable thrown) {
        throw new AssertionError(thrown);
      }
    });
    Thread thread = new Thread(other);
    thread.start();
    thread.join();

    assertEquals("caller's, then other's", other.get());
    assertEquals("changed", BOUND.get());
  }

  @Test
  void theFirstCarrierAndTheFirstInterceptorAreTheOutermost() throws Throwable {
    BOUND.set("x");
    Surroundings surroundings =
        of(List.of(carrier("c1"), carrier("c2")), List.of(noting("i1"), noting("i2")));

    assertTrue(surroundings.intercepts());
    assertEquals(5, surroundings.task(ATTEMPT, () -> user(5)));
    assertEquals(
        List.of(
            "apply c1",
            "apply c2",
            "i1 before",
            "i2 before",
            "user x",
            "i2 after",
            "i1 after",
            "close c2",
            "close c1"),
        log);
  }

  @Test
  void whatIsNoTaskHasTheContextButNoInterceptor() throws Throwable {
    BOUND.set("x");

    assertEquals(5, of(List.of(carrier("c")), List.of(noting("i"))).code(() -> user(5)));
    assertEquals(List.of("apply c", "user x", "close c"), log);
    assertFalse(of(List.of(carrier("c")), List.of()).intercepts());
  }

  @Test
  void anInterceptorSeesTheAttemptAndMayReplaceTheValueWithoutCallingTheMethod() throws Throwable {
    TaskInterceptor replacing = (attempt, task) -> attempt;

    assertSame(ATTEMPT, of(List.of(), List.of(replacing)).task(ATTEMPT, () -> user(5)));
    assertEquals(List.of(), log);
  }

  @Test
  void anInterceptorMayCallTheMethodAgain() throws Throwable {
    TaskInterceptor twice = (attempt, task) -> {
      Object unused = task.proceed();
      return task.proceed();
    };

    assertEquals(5, of(List.of(), List.of(twice, noting("inner"))).task(ATTEMPT, () -> user(5)));
    assertEquals(6, log.size());
  }

  @Test
  void theMethodsOwnExceptionComesThroughAndTheContextIsUndone() {
    IOException own = new IOException();
    Invocation failing = () -> {
      throw own;
    };
    BOUND.set("x");
    Surroundings surroundings = of(List.of(carrier("c")), List.of(noting("i")));

    assertSame(own, assertThrows(IOException.class, () -> surroundings.task(ATTEMPT, failing)));
    assertEquals(List.of("apply c", "i before", "close c"), log);
  }

  @Test
  void aContextThatCanNotBeBoundFailsTheAttemptWithoutCallingTheMethod() {
    ContextCarrier broken = () -> () -> {
      throw new IllegalStateException("no context");
    };
    Surroundings surroundings =
        of(List.of(carrier("c1"), broken, carrier("c3")), List.of(noting("i")));

    assertThrows(IllegalStateException.class, () -> surroundings.task(ATTEMPT, () -> user(5)));
    assertEquals(List.of("apply c1", "close c1"), log);
  }

  @Test
  void aContextThatCanNotBeUndoneFailsTheAttemptAndTheOthersAreUndone() {
    ContextCarrier broken = () -> () -> () -> {
      throw new IllegalStateException("stuck");
    };
    Surroundings surroundings = of(List.of(carrier("c1"), broken, carrier("c3")), List.of());

    assertThrows(IllegalStateException.class, () -> surroundings.code(() -> 5));
    assertEquals(List.of("apply c1", "apply c3", "close c3", "close c1"), log);
  }

  @Test
  void theMethodsOwnExceptionWinsOverThatOfAContext() {
    IllegalStateException shared = new IllegalStateException("both");
    ContextCarrier same = () -> () -> () -> {
      throw shared;
    };
    ContextCarrier other = () -> () -> () -> {
      throw new IllegalArgumentException("other");
    };
    Surroundings surroundings = of(List.of(other, same), List.of());
    Throwable thrown = assertThrows(
        IllegalStateException.class,
        () -> surroundings.code(() -> {
          throw shared;
        }));

    assertSame(shared, thrown);
    assertEquals("other", thrown.getSuppressed()[0].getMessage());
    assertEquals(1, thrown.getSuppressed().length);
  }

  @Test
  void aCarrierThatGivesNullIsNamed() {
    ContextCarrier none = () -> null;
    ContextCarrier noScope = () -> () -> null;

    NullPointerException thrown =
        assertThrows(NullPointerException.class, () -> of(List.of(none), List.of()));
    assertTrue(thrown.getMessage().contains("gave null"), thrown.getMessage());
    assertThrows(
        NullPointerException.class, () -> of(List.of(noScope), List.of()).code(() -> user(5)));
    assertEquals(List.of(), log);
  }
}
