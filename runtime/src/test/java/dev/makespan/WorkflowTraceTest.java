package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.support.WorkflowTrace;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lines named here are those of {@link Orders}, as {@link OrdersFlow} states them. */
class WorkflowTraceTest {
  private static final String ORDERS = Orders.class.getName() + ".";

  private static List<String> frames(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .map(frame -> frame.getMethodName()
            + (frame.getClassName().equals(Orders.class.getName()) ? "" : " of another class"))
        .toList();
  }

  private static Throwable failure(
      RuntimeException thrown, Function<OrdersFlow, CompletionStage<?>> call) throws Throwable {
    Throwable failure = Waiting.failure(call.apply(new OrdersFlow(new Orders(thrown))));
    assertSame(thrown, failure);
    return failure;
  }

  @Test
  void readsLikeTheTraceOfThePlainCall() throws Throwable {
    Throwable failure = failure(new IllegalStateException(), flow -> flow.totals(List.of(1)));

    assertEquals(List.of("price", "total", "totals"), frames(failure));
    assertEquals(
        List.of("Orders.java:21", "Orders.java:25"),
        Stream.of(failure.getStackTrace())
            .skip(1)
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .toList());
    assertEquals(ORDERS + "totals(Orders.java:25)", failure.getStackTrace()[2].toString());
  }

  @Test
  void ofATaskAloneHasItsOwnFramesOnly() throws Throwable {
    assertEquals(
        List.of("price"), frames(failure(new IllegalStateException(), flow -> flow.price(1))));
  }

  @Test
  void goesOnThroughADynamic() throws Throwable {
    List<String> frames = frames(failure(new IllegalStateException(), flow -> flow.first(1)));

    assertEquals(List.of("price", "total", "best", "first"), frames);
  }

  @Test
  void ofAnInstanceThatIsThrownAgainIsKeptBesideItWhereItsOwnIsTaken() throws Throwable {
    IllegalStateException thrown = new IllegalStateException() {
      @Override
      public synchronized Throwable fillInStackTrace() {
        return this;
      }
    };
    failure(thrown, flow -> flow.totals(List.of(1)));
    assertEquals(List.of("total", "totals"), frames(thrown));
    failure(thrown, flow -> flow.first(1));

    assertEquals(List.of("total", "totals"), frames(thrown));
    assertEquals(1, thrown.getSuppressed().length);
    assertTrue(thrown.getSuppressed()[0] instanceof WorkflowTrace);
    assertEquals(List.of("total", "best", "first"), frames(thrown.getSuppressed()[0]));
  }

  @Test
  void ofAnUnwritableExceptionIsKeptBesideIt() throws Throwable {
    RuntimeException thrown = new RuntimeException("unwritable", null, true, false) {};
    failure(thrown, flow -> flow.total(1));

    assertEquals(0, thrown.getStackTrace().length);
    assertEquals(List.of("total"), frames(thrown.getSuppressed()[0]));
  }

  @Test
  void ofAnExceptionThatKeepsNothingIsLost() throws Throwable {
    RuntimeException thrown = new RuntimeException("nothing", null, false, false) {};
    failure(thrown, flow -> flow.total(1));

    assertEquals(0, thrown.getStackTrace().length + thrown.getSuppressed().length);
  }

  @Test
  void ofAConstantThatEachRunThrowsDoesNotGrowWithTheRuns() throws Throwable {
    RuntimeException constant = new RuntimeException("constant", null, true, false) {};
    for (int i = 0; i < 50; i++) {
      failure(constant, flow -> flow.total(1));
    }

    assertTrue(constant.getSuppressed().length < 10);
  }

  @Test
  void ofAnExceptionWhoseMethodsThrowDoesNotHoldTheRun() throws Throwable {
    RuntimeException thrown = new RuntimeException("hostile") {
      @Override
      public StackTraceElement[] getStackTrace() {
        throw new UnsupportedOperationException();
      }

      @Override
      public void setStackTrace(StackTraceElement[] trace) {
        throw new UnsupportedOperationException();
      }

      @Override
      public synchronized Throwable getCause() {
        throw new UnsupportedOperationException();
      }

      @Override
      public String getMessage() {
        throw new UnsupportedOperationException();
      }
    };
    failure(thrown, flow -> flow.totals(List.of(1, 2, 3)));
    failure(thrown, flow -> flow.total(1));

    assertTrue(thrown.getSuppressed().length > 0);
  }

  @Test
  void survivesCausesInACircle() throws Throwable {
    RuntimeException[] circle = new RuntimeException[2];
    for (int i = 0; i < 2; i++) {
      int other = 1 - i;
      circle[i] = new RuntimeException("circle " + i) {
        @Override
        public synchronized Throwable getCause() {
          return circle[other];
        }
      };
    }

    failure(circle[0], flow -> flow.totals(List.of(1, 2, 3)));
  }

  @Test
  void ofABrokenCollectionLeadsToTheMap() throws Throwable {
    List<Integer> broken = new AbstractList<>() {
      @Override
      public Integer get(int index) {
        throw new IllegalStateException("unreadable");
      }

      @Override
      public int size() {
        return 1;
      }
    };
    Throwable failure =
        Waiting.failure(new OrdersFlow(new Orders(new IllegalStateException())).totals(broken));

    assertEquals("unreadable", failure.getMessage());
    String[] trace = Arrays.stream(failure.getStackTrace())
        .map(StackTraceElement::toString)
        .toArray(String[]::new);
    assertEquals(ORDERS + "totals(Orders.java:25)", trace[trace.length - 1]);
    assertFalse(String.join("", trace).contains("dev.makespan.support"));
  }
}
