package dev.makespan.interleaving;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/**
 * Tries the interleavings of a {@link Race}, as Lincheck's model checker does: one thread at a time
 * runs, and the points at which it gives way to another one are varied. Memory is as if all threads
 * saw the same; what it may look like without that is for the module {@code stress}.
 */
public final class Interleavings {
  /** How many times as many as in a build are tried: {@code -Dmakespan.lincheck=n}. */
  private static final int TIMES = Integer.getInteger("makespan.lincheck", 1);

  /** From this JDK on, none are tried unless {@code -Dmakespan.lincheck} asks for it. */
  private static final int LATER = 21;

  /** How many a build tries of each race. */
  private static final int TRIED = 20;

  /** How many of a short one. */
  private static final int MORE_TRIED = 300;

  /** How many are tried at most to find a bug; the search ends with the first that shows it. */
  private static final int MOST_TRIED = 1_000;

  /**
   * How often a bug is looked for: now and then Lincheck finds it, and fails to write its report,
   * with an exception of its own, or gives up since the machine is slow.
   */
  private static final int MOST_REPORTS = 5;

  /** How often a race is tried in which Lincheck doesn't know what hangs. */
  private static final int MOST_HANGS = 3;

  /** What the report says of an interleaving that it knows. */
  private static final String INTERLEAVING = "interleaving leads to the error";

  private Interleavings() {}

  /** Fails if an interleaving breaks what must hold, or ends in a deadlock. */
  public static void hold(Class<? extends Race> race) {
    hold(TRIED, make(race));
  }

  /** The same for a race of few instructions, of which many interleavings are tried. */
  public static void holdShort(Class<? extends Race> race) {
    hold(MORE_TRIED, make(race));
  }

  /** The same for what looks at the room on the stack, which Lincheck takes for a livelock. */
  public static void holdUnprobed(Class<? extends Race> race) {
    hold(TRIED, make(SeededBug.none().copy(race)));
  }

  /**
   * An execution that takes half a minute has hung for Lincheck, which then knows no interleaving.
   * On a machine with much else to do one does so that loads many classes. One that hangs by itself
   * does so again.
   */
  private static void hold(int tried, Runnable race) {
    assumeAsked();
    for (int i = 1; true; i++) {
      try {
        Lincheck.runConcurrentTest(tried * TIMES, race);
        return;
      } catch (LincheckAssertionError found) {
        if (i == MOST_HANGS || isExplained(found)) {
          throw found;
        }
      }
    }
  }

  /**
   * Fails if the race doesn't find a bug that is put into the class which it checks.
   *
   * @param symptom what the race must say of it
   */
  public static void find(SeededBug bug, Class<? extends Race> race, String symptom) {
    assumeAsked();
    Runnable broken = make(bug.copy(race));
    bug.assertSeeded();
    Throwable found = null;
    for (int i = 0; i < MOST_REPORTS && !tells(found, symptom); i++) {
      found = assertThrows(Throwable.class, () -> Lincheck.runConcurrentTest(MOST_TRIED, broken));
    }
    Throwable last = found;
    assertTrue(tells(last, symptom), last::toString);
  }

  /**
   * The same byte code was tried in the build on the oldest JDK, and it takes minutes. On a later
   * one the library of the JDK is another, though.
   */
  private static void assumeAsked() {
    assumeTrue(
        Runtime.version().feature() < LATER || Integer.getInteger("makespan.lincheck") != null,
        "interleavings are tried on JDK 17, and on later ones with -Dmakespan.lincheck=1");
  }

  private static boolean tells(Throwable found, String symptom) {
    return isExplained(found) && found.getMessage().contains(symptom);
  }

  private static boolean isExplained(Throwable found) {
    return found instanceof LincheckAssertionError
        && String.valueOf(found.getMessage()).contains(INTERLEAVING);
  }

  private static Runnable make(Class<?> race) {
    try {
      var constructor = race.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Runnable) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
