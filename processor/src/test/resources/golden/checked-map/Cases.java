package demo;

import dev.makespan.Makespan;
import dev.makespan.Run;
import dev.makespan.testing.Equivalence;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

public final class Cases {
  private static final MailsFlow FLOW = new MailsFlow();

  public static void run() throws Exception {
    for (List<String> names : List.of(
        List.<String>of(),
        List.of("one", "two"),
        List.of("one", "lost", "two"),
        List.of("one", "short", "lost"),
        List.of("lost", "x"),
        List.of("x", "short"))) {
      Equivalence.assertSame(() -> Mails.all(names), () -> FLOW.all(names));
      Equivalence.assertSame(() -> Mails.sum(names), () -> FLOW.sum(names));
    }
    blockingDeclaresWhatTheFunctionThrows();
    theFirstInOrderWinsThoughItFailsLast();
  }

  private static void blockingDeclaresWhatTheFunctionThrows() {
    try {
      FLOW.blocking().all(List.of("one", "lost"));
      throw new AssertionError("no failure");
    } catch (FileNotFoundException expected) {
      check(expected.getMessage().equals("lost"), expected);
    } catch (IOException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  /** The second fails first, which interrupts the third; only then the first one goes on. */
  private static void theFirstInOrderWinsThoughItFailsLast() {
    CountDownLatch open = new CountDownLatch(0);
    List<Mails.Gates> allOpen = List.of(new Mails.Gates(open, open, open));
    Equivalence.assertSame(() -> Mails.gated(allOpen), () -> FLOW.gated(allOpen));

    CountDownLatch thirdRuns = new CountDownLatch(1);
    CountDownLatch thirdIsInterrupted = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Throwable failure = failure(FLOW.gated(List.of(
        new Mails.Gates(open, thirdIsInterrupted, open),
        new Mails.Gates(open, thirdRuns, open),
        new Mails.Gates(thirdRuns, never, thirdIsInterrupted))));
    check("mail 0".equals(failure.getMessage()), failure);
    List<Throwable> others = Arrays.stream(failure.getSuppressed())
        .filter(each -> each instanceof IOException || each instanceof InterruptedException)
        .toList();
    check(others.size() == 1 && "mail 1".equals(others.get(0).getMessage()), failure);
  }

  private static Throwable failure(Run<?> run) {
    try {
      throw new AssertionError("no failure but " + Makespan.join(run));
    } catch (Exception failure) {
      return failure;
    }
  }

  private static void check(boolean holds, Throwable otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
