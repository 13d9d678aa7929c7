package dev.makespan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.spi.TaskDef;
import dev.makespan.support.WorkflowTrace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
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

  private static void assertNoFrameOfTheEngine(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    assertFalse(text.toString().contains("dev.makespan.support."), text.toString());
    assertFalse(text.toString().contains("dev.makespan.internal."), text.toString());
  }

  private static Exception madeHere(String message) {
    return new Exception(message);
  }

  @Test
  void ofCausesAndSuppressedExceptionsEndsWithTheUsersCodeToo() throws Throwable {
    TestFlow flow = new TestFlow();
    TaskDef<Integer> failing = flow.task("failing", in -> {
      Exception cause = new Exception("cause", madeHere("its cause"));
      cause.addSuppressed(new Exception("beside the cause", madeHere("its cause")));
      Exception thrown = new Exception("thrown", cause);
      thrown.addSuppressed(madeHere("beside"));
      throw thrown;
    });
    Throwable failure = Waiting.failure(flow.run((run, in) -> run.call(failing, 7)));

    assertNoFrameOfTheEngine(failure);
    for (Throwable made : List.of(
        failure.getCause().getCause(),
        failure.getSuppressed()[0],
        failure.getCause().getSuppressed()[0].getCause())) {
      assertEquals("madeHere", made.getStackTrace()[0].getMethodName());
      assertEquals(2, made.getStackTrace().length, "the task's own frames are kept");
    }
  }

  @Test
  void ofACauseThatHasPassedLevelsIsLeftAsItIs() throws Throwable {
    TestFlow flow = new TestFlow();
    IllegalStateException inner = new IllegalStateException();
    AtomicReference<List<StackTraceElement>> before = new AtomicReference<>();
    Throwable failure = Waiting.failure(flow.run(flow.<Integer>dynamic("dynamic", in -> {
      try {
        return Makespan.join(OrdersFlow.current(new Orders(inner)).total(1));
      } catch (IllegalStateException e) {
        before.set(List.of(e.getStackTrace()));
        throw new IOException("outer", e);
      }
    })));

    assertSame(inner, failure.getCause());
    assertEquals(List.of("price", "total"), frames(inner));
    assertEquals(before.get(), List.of(inner.getStackTrace()));
    assertEquals(0, inner.getSuppressed().length);
    assertNoFrameOfTheEngine(failure);
  }

  @Test
  void ofACauseThatIsThrownByItselfAfterwardsGetsItsLevelsOnce() throws Throwable {
    TestFlow flow = new TestFlow();
    AtomicReference<RuntimeException> shared = new AtomicReference<>();
    TaskDef<Integer> wrapping = flow.task("wrapping", in -> {
      shared.set(new IllegalStateException());
      throw new IOException(shared.get());
    });
    TaskDef<Integer> throwing = flow.task("throwing", in -> {
      throw shared.get();
    });
    for (int i = 0; i < 2; i++) {
      Waiting.failure(flow.run((run, in) -> run.call(wrapping, 7)));
      Throwable failure = Waiting.failure(flow.run((run, in) -> run.call(throwing, 8)));
      Waiting.failure(flow.run((run, in) -> run.call(
          flow.task("wrappingAgain", x -> {
            throw new IOException(shared.get());
          }),
          9)));

      assertNoFrameOfTheEngine(failure);
      StackTraceElement[] trace = failure.getStackTrace();
      assertEquals(8, trace[trace.length - 1].getLineNumber());
      assertEquals(
          1, Arrays.stream(trace).filter(frame -> frame.getLineNumber() == 8).count());
    }
  }

  @Test
  void survivesCausesThatAreManyOrLeadInACircleOrCanNotBeRead() throws Throwable {
    TestFlow flow = new TestFlow();
    Exception last = new Exception("last");
    Exception chain = last;
    for (int i = 0; i < 10_000; i++) {
      chain = new Exception("a link", chain);
    }
    Exception head = chain;
    last.initCause(head);
    for (int i = 0; i < 10_000; i++) {
      head.addSuppressed(last);
    }
    head.addSuppressed(new RuntimeException("unwritable", head, true, false) {});
    head.addSuppressed(new RuntimeException("hostile") {
      @Override
      public StackTraceElement[] getStackTrace() {
        throw new UnsupportedOperationException();
      }

      @Override
      public synchronized Throwable getCause() {
        throw new UnsupportedOperationException();
      }
    });

    assertSame(head, Waiting.failure(flow.run(flow.action("failing", () -> {
      throw head;
    }))));
  }

  @Test
  void ofACauseThatManyRunsShareIsCutByOneOfThem() throws Throwable {
    TestFlow flow = new TestFlow();
    Exception[] shared = new Exception[100];
    int tasks = 4;
    CyclicBarrier barrier = new CyclicBarrier(tasks);
    TaskDef<Integer> failing = flow.task("failing", in -> {
      for (int i = 0; i < shared.length; i++) {
        if ((int) in[0] == 0) {
          shared[i] = new Exception("shared");
        }
      }
      Waiting.on(barrier);
      Exception thrown = new Exception("thrown", shared[0]);
      for (Exception each : shared) {
        thrown.addSuppressed(each);
      }
      throw thrown;
    });
    List<Run<Integer>> runs =
        IntStream.range(0, tasks).mapToObj(i -> flow.<Integer>run(failing, i)).toList();

    for (Run<Integer> run : runs) {
      assertNoFrameOfTheEngine(Waiting.failure(run).getCause());
    }
    int length = shared[0].getStackTrace().length;
    assertTrue(length > 0);
    for (Exception each : List.of(shared).subList(0, 90)) {
      assertNoFrameOfTheEngine(each);
      assertEquals(length, each.getStackTrace().length);
    }
  }
}
