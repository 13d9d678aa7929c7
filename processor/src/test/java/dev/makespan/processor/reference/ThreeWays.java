package dev.makespan.processor.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.Compiled;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs the class {@code Cases} of a golden case once with the generated class, and several times
 * with the interpreter in its place. Each time it compares plain calls with flows, so that results
 * and exceptions are compared in three ways; here the logs of starts and ends are, too.
 */
public final class ThreeWays {
  private static final int SEEDS = Integer.getInteger("golden.seeds", 3);
  private static final Pattern CALLED = Pattern.compile("@(Task|MapTask|Dynamic)\\b");

  private final List<Code> codes;
  private final Path classes;
  private final String cases;

  private ThreeWays(List<Code> codes, Path classes, String cases) {
    this.codes = codes;
    this.classes = classes;
    this.cases = cases;
  }

  /**
   * Runs a case in all ways and compares.
   *
   * @param directory where it is compiled
   * @param written the sources, {@code Cases.java} among them
   * @param generated the flow classes
   * @param codes the graphs
   * @return the workflows that no comparison calls, such as {@code Orders.invoice}
   */
  public static List<String> compare(
      Path directory, Map<String, String> written, Map<String, String> generated, List<Code> codes)
      throws Exception {
    Compiled compiled = Compiled.unprocessed(directory, sources(written, generated, codes));
    assertTrue(compiled.success(), compiled.messages());
    String cases = written.get("Cases.java").startsWith("package demo;") ? "demo.Cases" : "Cases";
    return new ThreeWays(codes, compiled.classes(), cases)
        .compare(written.values().stream().anyMatch(CALLED.asPredicate()));
  }

  /**
   * The sources with what they need to be run in all ways: annotated methods log, comparisons keep
   * the logs, twins ask whose turn it is, and expressions have methods of their own.
   */
  private static Map<String, String> sources(
      Map<String, String> written, Map<String, String> generated, List<Code> codes)
      throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (Map.Entry<String, String> file : written.entrySet()) {
      Instrumented source = Instrumented.of(
          file.getValue().replace("dev.makespan.testing.Equivalence", Equivalence.class.getName()));
      sources.put(file.getKey(), source.text());
      sources.put(source.hookFile(), source.hook());
    }
    generated.forEach((file, text) -> sources.put(
        Path.of(file).getFileName().toString(),
        text.replace("dev.makespan.support.Caller", Caller.class.getName())));
    codes.forEach(code -> sources.put(code.file(), code.source()));
    return sources;
  }

  private List<String> compare(boolean hasTasks) throws Exception {
    Way inOrder = run(Schedule.programOrder(), true);
    List<Session.Comparison> least = inOrder.comparisons();
    List<Session.Comparison> most = run(Schedule.programOrder(), false).comparisons();
    int logged = least.stream().mapToInt(each -> each.flow.size()).sum();
    long plain = least.stream().filter(ThreeWays::comparePlain).count();
    assertTrue(!hasTasks || (logged > 0 && plain > 0), "nothing was logged");
    for (int seed = 0; seed < SEEDS; seed++) {
      Way random = run(Schedule.random(new Random(seed)), true);
      compare("the interpreter with seed " + seed, least, most, random.comparisons());
    }
    compare("the generated class", least, most, run(null, true).comparisons());
    return inOrder.untried();
  }

  /** What the comparisons of one way did. */
  private record Way(List<Session.Comparison> comparisons, List<String> untried) {}

  private Way run(@Nullable Supplier<Schedule> schedules, boolean cancels) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, ThreeWays.class.getClassLoader())) {
      Program program = new Program(codes, loader);
      Session session = new Session(program, schedules, cancels);
      List<Session.Comparison> comparisons = session.run(() -> {
        try {
          return loader.loadClass(cases).getMethod("run").invoke(null);
        } catch (InvocationTargetException e) {
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          throw (Exception) e.getCause();
        }
      });
      List<String> untried = program.untried().stream()
          .map(node -> node.ref().owner().getSimpleName() + "." + node.ref().name())
          .sorted()
          .toList();
      return new Way(comparisons, untried);
    }
  }

  /** In program order the interpreter runs what the plain call runs, and nothing else. */
  private static boolean comparePlain(Session.Comparison each) {
    boolean isPlain = !each.comparesFlows
        && !each.plain.isEmpty()
        && !each.twins.isEmpty()
        && each.plain.get(0).method().equals(each.twins.get(0));
    if (isPlain) {
      assertEquals(Logs.events(each.plain), Logs.events(each.flow), each.twins.get(0));
    }
    return isPlain;
  }

  /** Compares a way with what the interpreter does at least and at most. */
  private static void compare(
      String way,
      List<Session.Comparison> least,
      List<Session.Comparison> most,
      List<Session.Comparison> actual) {
    assertEquals(least.size(), actual.size(), way);
    for (int i = 0; i < actual.size(); i++) {
      Session.Comparison each = actual.get(i);
      String name = way + " in comparison " + i + " " + each.twins;
      assertEquals(least.get(i).succeeded, each.succeeded, name);
      assertEquals(least.get(i).sameException, each.sameException, name);
      Map<String, Integer> calls = Logs.counts(each.flow);
      Map<String, Integer> atLeast = Logs.counts(least.get(i).flow);
      Map<String, Integer> atMost = Logs.counts(most.get(i).flow);
      assertTrue(
          Logs.contains(calls, atLeast), () -> name + " " + calls + " lacks some of " + atLeast);
      assertTrue(
          Logs.contains(atMost, calls), () -> name + " " + calls + " is more than " + atMost);
      assertEquals(List.of(), Logs.disorder(most.get(i).flow, each.flow), name);
    }
  }
}
