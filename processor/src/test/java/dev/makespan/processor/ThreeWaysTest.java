package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.reference.GraphOrder;
import dev.makespan.processor.reference.ThreeWays;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The comparison of plain call, interpreter and generated class notices what each kind of mistake
 * would do.
 */
final class ThreeWaysTest {
  private static final String WORK = """
      package demo;
      import dev.makespan.After;
      import dev.makespan.Dynamic;
      import dev.makespan.Makespan;
      import dev.makespan.Task;
      import dev.makespan.Workflow;
      import java.util.List;
      import java.util.Optional;
      import java.util.concurrent.CountDownLatch;
      import java.util.concurrent.TimeUnit;
      final class Work {
        static final String BROKEN = "none";
        static final CountDownLatch TOO_EARLY = new CountDownLatch(1);
        private Work() {}
        @Task static int load(int x) { return x; }
        @Task static int minus(int x, int y) { return x - y; }
        static boolean isBroken(String where) {
          return BROKEN.equals(where) && StackWalker.getInstance().walk(frames ->
              frames.anyMatch(frame -> frame.getClassName().startsWith("dev.makespan.internal.")));
        }
        @Task static int twice(int x) { return 2 * x; }
        @Task static int held(int x, String where) throws InterruptedException {
          if (isBroken(where)) TOO_EARLY.await(20, TimeUnit.SECONDS);
          return x;
        }
        @Task static int after(int x, String where) {
          if (isBroken(where)) TOO_EARLY.countDown();
          return x;
        }
        @Task static void store(int x, String where) {
          if (isBroken(where)) TOO_EARLY.countDown();
        }
        @Task static int fails(String message) { throw new IllegalStateException(message); }
        @Workflow static int fenced(int x) throws InterruptedException {
          int loaded = load(x);
          int held = held(loaded, "fenced");
          store(x, "fenced");
          int less = minus(x, 1);
          return less + held;
        }
        @Workflow static int ordered(int x) throws InterruptedException {
          int held = held(x, "ordered");
          @After("held") int after = after(x, "ordered");
          return held + after;
        }
        @Workflow static int unused(int x) {
          int unused = twice(x);
          return load(x);
        }
        @Workflow static int branches(int x) {
          int result;
          if (x > 0) {
            result = load(x);
          } else {
            result = twice(x);
          }
          return result;
        }
        @Workflow static int cases(int x) {
          return switch (x) {
            case 5 -> load(x);
            case 7 -> twice(x);
            default -> minus(x, 1);
          };
        }
        @Workflow static int failing(int x) {
          int first = fails("first");
          int second = fails("second");
          return first + second + load(x);
        }
        @Workflow static int tolerant(int x) {
          List<Optional<Integer>> some = Makespan.mapSome(0, List.of("tolerated"), Work::fails);
          int fails = fails("fatal");
          int twice = twice(some.size() + x);
          return fails + twice;
        }
        @Dynamic static int careless(int x) {
          WorkFlow flow = WorkFlow.current();
          flow.fails("unseen");
          return flow.load(x).join();
        }
        @Dynamic static int careful(int x) {
          WorkFlow flow = WorkFlow.current();
          try {
            return flow.fails("seen").join();
          } catch (RuntimeException seen) {
            return flow.load(x).join();
          }
        }
      }
      """;

  private static final String CASES = """
      package demo;
      import dev.makespan.testing.Equivalence;
      public final class Cases {
        public static void run() {
          WorkFlow flow = new WorkFlow();
          Equivalence.assertSame(() -> Work.fenced(5), () -> flow.fenced(5));
          Equivalence.assertSame(() -> Work.ordered(5), () -> flow.ordered(5));
          Equivalence.assertSame(() -> Work.unused(5), () -> flow.unused(5));
          Equivalence.assertSame(() -> Work.branches(5), () -> flow.branches(5));
          Equivalence.assertSame(() -> Work.branches(-5), () -> flow.branches(-5));
          Equivalence.assertSame(() -> Work.cases(5), () -> flow.cases(5));
          Equivalence.assertSame(() -> Work.cases(7), () -> flow.cases(7));
          Equivalence.assertSame(() -> Work.cases(-5), () -> flow.cases(-5));
          Equivalence.assertSame(() -> Work.failing(5), () -> flow.failing(5));
          Equivalence.assertSame(() -> Work.tolerant(5), () -> flow.tolerant(5));
          Equivalence.assertSame(() -> Work.careful(5), () -> flow.careful(5));
          // The plain call is milder here: nobody looks at the failure.
          Equivalence.assertSame(() -> Work.fails("unseen"), () -> flow.careless(5));
        }
      }
      """;

  private final Map<String, String> sources =
      new TreeMap<>(Map.of("Work.java", WORK, "Cases.java", CASES));
  private final GraphingProcessor graphs = new GraphingProcessor();

  @TempDir
  Path directory;

  private Compiled compiled() {
    return Compiled.withoutHints(
            directory.resolve("first"), sources, List.of(graphs, new MakespanProcessor()))
        .assertClean();
  }

  private void compare(UnaryOperator<String> change) throws Exception {
    Compiled compiled = compiled();
    Map<String, String> generated = new TreeMap<>(compiled.sources());
    generated.replaceAll((file, text) -> change.apply(text));
    assertEquals(
        List.of(),
        ThreeWays.compare(directory.resolve("ways"), sources, generated, graphs.codes()));
  }

  private void assertNoticed(String regex, String replacement, String told) {
    AssertionError error = assertThrows(
        AssertionError.class,
        () -> compare(text -> {
          String changed = text.replaceFirst(regex, replacement);
          assertNotEquals(text, changed, "nothing to break");
          return changed;
        }));
    assertTrue(error.getMessage().contains(told), error.getMessage());
  }

  /** Lets a task of this workflow wait until something has started that should wait for it. */
  private void hold(String workflow) {
    sources.replace("Work.java", WORK.replace("\"none\"", "\"" + workflow + "\""));
  }

  @Test
  void takesWhatFollowsTheRules() throws Exception {
    compare(text -> text);
  }

  @Test
  void noticesThatAFenceIsNone() {
    hold("fenced");
    assertNoticed(
        "run\\.fence\\(STORE",
        "run.call(STORE",
        "demo.Work.store(5, fenced) starts before demo.Work.held(5, fenced) has ended");
  }

  @Test
  void noticesThatAnOrderingIsLost() {
    hold("ordered");
    assertNoticed(
        "run\\.after\\(held\\)\\.call",
        "run.call",
        "demo.Work.after(5, ordered) starts before demo.Work.held(5, ordered) has ended");
  }

  @Test
  void noticesThatArgumentsAreSwapped() {
    assertNoticed("(run\\.call\\(MINUS, \\d+), x, 1\\)", "$1, 1, x)", "result differs");
  }

  @Test
  void noticesThatACallIsLost() {
    assertNoticed(
        "(?m)^ *run\\.call\\(TWICE, \\d+, x\\);", "", "lacks some of {demo.Work.load(5)=1");
  }

  @Test
  void noticesThatACallIsMadeTwice() {
    assertNoticed("(?m)^( *run\\.call\\(TWICE, \\d+, x\\);)", "$1 $1", "is more than");
  }

  @Test
  void noticesThatABranchIsTakenThatIsNot() {
    assertNoticed("run\\.otherwise\\(\\);", "", "gave -10, the flow threw");
  }

  @Test
  void noticesThatACaseIsTakenThatIsNot() {
    assertNoticed("run\\.option\\(1\\);", "run.option(0);", "gave 14, the flow threw");
  }

  @Test
  void noticesThatTwoCasesAreSwapped() {
    assertNoticed("case 5 -> 0; case 7 -> 1;", "case 5 -> 1; case 7 -> 0;", "result differs");
  }

  @Test
  void noticesThatAGraphLacksACase() {
    assertLacking("cases", ThreeWaysTest::withoutGuards);
  }

  @Test
  void noticesThatAGraphLacksAFence() {
    assertLacking(
        "fenced",
        node -> new GraphNode(
            node.position(),
            node.step(),
            node.inputs(),
            node.after(),
            OptionalInt.empty(),
            node.guards(),
            node.used(),
            node.inner(),
            node.block()));
  }

  @Test
  void noticesThatAGraphLacksAnInput() {
    assertLacking(
        "failing",
        node -> new GraphNode(
            node.position(),
            node.step(),
            List.of(),
            node.after(),
            node.fence(),
            node.guards(),
            node.used(),
            node.inner(),
            node.block()));
  }

  @Test
  void noticesThatAGraphLacksAnOrdering() {
    assertLacking(
        "ordered",
        node -> new GraphNode(
            node.position(),
            node.step(),
            node.inputs(),
            List.of(),
            node.fence(),
            node.guards(),
            node.used(),
            node.inner(),
            node.block()));
  }

  @Test
  void noticesThatAGraphLacksABranch() {
    assertLacking("branches", ThreeWaysTest::withoutGuards);
  }

  private static GraphNode withoutGuards(GraphNode node) {
    return new GraphNode(
        node.position(),
        node.step(),
        node.inputs(),
        node.after(),
        node.fence(),
        List.of(),
        node.used(),
        node.inner(),
        node.block());
  }

  private void assertLacking(String workflow, UnaryOperator<GraphNode> change) {
    compiled();
    FlowGraph flow = graphs.codes().get(0).graph();
    BodyGraph graph = flow.flow().nodes().stream()
        .filter(node -> node.ref().name().equals(workflow))
        .flatMap(node -> flow.body(node).stream())
        .findFirst()
        .orElseThrow();
    assertEquals(List.of(), GraphOrder.differences(graph));
    List<GraphNode> changed = graph.nodes().stream().map(change).toList();
    assertNotEquals(List.of(), GraphOrder.differences(new BodyGraph(graph.body(), changed)));
  }
}
