package dev.makespan.testing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EquivalenceTest {
  private static <T> Callable<T> throwing(Exception thrown) {
    return () -> {
      throw thrown;
    };
  }

  private static AssertionError difference(Callable<Object> plain, CompletableFuture<Object> flow) {
    return assertThrows(AssertionError.class, () -> Equivalence.assertSame(plain, () -> flow));
  }

  private static CompletableFuture<Object> gave(Object value) {
    return CompletableFuture.completedFuture(value);
  }

  private static CompletableFuture<Object> failed(Throwable thrown) {
    return CompletableFuture.failedFuture(thrown);
  }

  @Test
  void givesThePlainCallsValue() {
    int[] value = {1};

    assertSame(
        value,
        Equivalence.<int[]>assertSame(
            () -> value, () -> CompletableFuture.completedFuture(new int[] {1})));
    assertNull(
        Equivalence.assertSame(throwing(new IOException("x")), () -> failed(new IOException("x"))));
  }

  @Test
  void tellsWhereResultsDiffer() {
    AssertionError error = difference(() -> new int[] {1, 2}, gave(new int[] {1, 3}));

    assertTrue(error.getMessage().contains("at [1]: expected 2"), error.getMessage());
  }

  @Test
  void refusesAFlowThatThrowsWhereThePlainCallReturns() {
    IOException thrown = new IOException("x");
    AssertionError error = difference(() -> 1, failed(thrown));

    assertSame(thrown, error.getCause());
    assertEquals(
        "the plain call gave 1, the flow threw java.io.IOException: x", error.getMessage());
  }

  @Test
  void refusesAFlowThatReturnsWhereThePlainCallThrows() {
    IOException thrown = new IOException("x");

    assertSame(thrown, difference(throwing(thrown), gave(1)).getSuppressed()[0]);
    difference(throwing(thrown), gave(null));
  }

  @Test
  void comparesExceptionsByClassAndMessage() {
    difference(throwing(new IOException("x")), failed(new IOException("y")));
    difference(throwing(new IOException("x")), failed(new java.io.FileNotFoundException("x")));
    difference(throwing(new IOException("x")), failed(new IOException()));
  }

  @Test
  void takesMadeUpMessagesAsEqual() {
    assertDoesNotThrow(() -> Equivalence.assertSame(
        throwing(
            new NullPointerException("Cannot invoke \"String.length()\" because \"a\" is null")),
        () -> failed(new NullPointerException("null for a parameter of a primitive type"))));
    difference(
        throwing(new NullPointerException("mine")), failed(new NullPointerException("other")));
  }

  @Test
  void takesWhatTheJvmSaysAboutNullAsEqual() {
    List<NullPointerException> made = madeByTheJvm();
    for (NullPointerException one : made) {
      for (NullPointerException other : made) {
        assertDoesNotThrow(() -> Equivalence.assertSame(throwing(one), () -> failed(other)));
      }
      same(one, new NullPointerException());
      same(one, new NullPointerException("null for a parameter of a primitive type"));
      differentBothWays(one, new NullPointerException("Cannot find the order"));
    }
  }

  @Test
  void takesTheFormsOfTheJvmAsEqual() {
    for (String made : List.of(
        "Cannot load from byte/boolean array because \"<local1>\" is null",
        "Cannot load from object array because \"a.b[2][...]\" is null",
        "Cannot store to int array because the return value of \"A.b(java.lang.String, int)\" is null",
        "Cannot read the array length because \"A.all\" is null",
        "Cannot read field \"x\" because \"<parameter1>.a\" is null",
        "Cannot assign field \"x\" because \"this.a\" is null",
        "Cannot throw exception because \"null\" is null",
        "Cannot throw exception",
        "Cannot exit synchronized block",
        "Cannot invoke \"A.b()\"")) {
      same(new NullPointerException(made), new NullPointerException());
    }
  }

  @Test
  void doesNotTakeATextOfTheUsersForMadeUp() {
    String made = "Cannot invoke \"String.length()\" because \"a\" is null";
    List<String> texts = List.of(
        "Cannot find the order",
        "Cannot open the door",
        "Cannot invoke the service because \"a\" is null",
        "Cannot read field \"x\" because nobody knows it",
        "Cannot load from disk",
        "Cannot read the array length of the order",
        "Told: " + made,
        made + "!",
        "null for a parameter",
        "null for a parameter of the order",
        "");
    for (String text : texts) {
      differentBothWays(new NullPointerException(text), new NullPointerException());
      differentBothWays(new NullPointerException(text), new NullPointerException(made));
      for (String other : texts) {
        if (!other.equals(text)) {
          difference(
              throwing(new NullPointerException(text)), failed(new NullPointerException(other)));
        }
      }
    }
    differentBothWays(new Refused(made), new Refused(null));
  }

  private static final class Refused extends NullPointerException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private static void same(Exception one, Exception other) {
    assertDoesNotThrow(() -> Equivalence.assertSame(throwing(one), () -> failed(other)));
    assertDoesNotThrow(() -> Equivalence.assertSame(throwing(other), () -> failed(one)));
  }

  private static void differentBothWays(Exception one, Exception other) {
    difference(throwing(one), failed(other));
    difference(throwing(other), failed(one));
  }

  private static final class Holder {
    int field;
  }

  /** One of each kind, with the text of the JVM that runs the test. */
  private static List<NullPointerException> madeByTheJvm() {
    Holder holder = nothing();
    Integer boxed = nothing();
    RuntimeException thrown = nothing();
    boolean[] booleans = nothing();
    int[][] ints = {null};
    Object[] objects = nothing();
    return Stream.<Executable>of(
            () -> EquivalenceTest.<String>nothing().length(),
            () -> System.out.println(holder.field),
            () -> holder.field = 1,
            () -> System.out.println(boxed + 1),
            () -> {
              throw thrown;
            },
            () -> System.out.println(booleans[0]),
            () -> ints[0][1] = 2,
            () -> System.out.println(objects.length),
            () -> {
              synchronized (holder) {
                System.out.println();
              }
            },
            () -> {
              switch (EquivalenceTest.<String>nothing()) {
                case "a" -> System.out.println();
                default -> System.out.println(1);
              }
            })
        .map(failing -> assertThrows(NullPointerException.class, failing))
        .toList();
  }

  private static <T> T nothing() {
    return null;
  }

  @Test
  void countsWhatTheFlowThrowsWhenItIsStarted() {
    assertDoesNotThrow(
        () -> Equivalence.assertSame(throwing(new IllegalStateException("x")), () -> {
          throw new IllegalStateException("x");
        }));
  }

  @Test
  void takesNullForEqualToNull() {
    assertNull(Equivalence.assertSame(() -> null, () -> gave(null)));
    difference(() -> null, gave(1));
    difference(() -> 1, gave(null));
  }

  @Test
  void comparesErrorsAsExceptions() {
    Callable<Object> failing = () -> {
      throw new StackOverflowError("deep");
    };

    assertDoesNotThrow(
        () -> Equivalence.assertSame(failing, () -> failed(new StackOverflowError("deep"))));
    difference(failing, failed(new OutOfMemoryError("deep")));
    difference(() -> 1, failed(new StackOverflowError("deep")));
  }

  @Test
  void doesNotLookAtCausesAndSuppressedExceptions() {
    IOException expected = new IOException("x", new IOException("cause"));
    IOException actual = new IOException("x");
    actual.addSuppressed(new IOException("beside"));

    assertDoesNotThrow(() -> Equivalence.assertSame(throwing(expected), () -> failed(actual)));
  }

  @Test
  void takesAWrapperThatATaskThrowsForItsException() {
    difference(
        throwing(new CompletionException("x", new IOException("y"))), failed(new IOException("y")));
  }

  @Test
  void doesNotNeedAMessageThatCanBeRead() {
    RuntimeException hostile = new RuntimeException() {
      @Override
      public String getMessage() {
        throw new UnsupportedOperationException();
      }
    };

    assertDoesNotThrow(() -> Equivalence.assertSame(throwing(hostile), () -> failed(hostile)));
    difference(() -> 1, failed(hostile));
  }

  @Test
  void refusesAFlowThatIsNoFuture() {
    AssertionError error = difference(() -> 1, null);

    assertTrue(error.getMessage().contains("the flow is null"), error.getMessage());
  }

  @Test
  void cancelsAFlowThatDoesNotEndInTime() {
    CompletableFuture<Object> endless = new CompletableFuture<>();
    AssertionError error = assertThrows(
        AssertionError.class,
        () -> Equivalence.assertSame(() -> 1, () -> endless, Duration.ofMillis(1)));

    assertEquals("the flow hasn't ended after PT0.001S", error.getMessage());
    assertTrue(endless.isCancelled());
  }

  @Test
  void takesATimeoutOfTheFlowForItsException() {
    assertDoesNotThrow(() -> Equivalence.assertSame(
        throwing(new TimeoutException("mine")),
        () -> failed(new TimeoutException("mine")),
        Duration.ofMinutes(1)));
  }

  @Test
  void cancelsTheFlowWhenTheTestIsInterrupted() {
    CompletableFuture<Object> endless = new CompletableFuture<>();
    Thread.currentThread().interrupt();
    AssertionError error = difference(() -> 1, endless);

    assertTrue(Thread.interrupted(), "the interrupt is kept");
    assertTrue(error.getMessage().contains("interrupted"), error.getMessage());
    assertTrue(endless.isCancelled());
  }
}
