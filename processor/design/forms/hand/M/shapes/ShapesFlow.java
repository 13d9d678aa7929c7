package shapes;

import dev.makespan.Run;
import dev.makespan.Runner;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Caller;
import dev.makespan.support.Step;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The parallel twin of {@link Shapes}. */
public final class ShapesFlow {
  /** The task {@link Shapes#load}. */
  static final TaskDef<String> LOAD = TaskDef.of("load", 11, in -> Shapes.load((String) in[0]));
  static final TaskDef<Integer> WORDS = TaskDef.of("words", 12, in -> Shapes.words((String) in[0]));
  static final TaskDef<Integer> LINES = TaskDef.of("lines", 13, in -> Shapes.lines((String) in[0]));
  static final TaskDef<String> REPORT = TaskDef.of("report", 14, in -> Shapes.report((int) in[0], (int) in[1]));
  static final TaskDef<String> NEXT = TaskDef.of("next", 15, in -> Shapes.next((String) in[0]));
  static final TaskDef<Integer> SCORE = TaskDef.of("score", 16, in -> Shapes.score((String) in[0], (int) in[1]));
  static final TaskDef<Void> STORE = TaskDef.of("store", 17, in -> {
    Shapes.store((String) in[0]);
    return null;
  });
  static final TaskDef<String> CHAIN = TaskDef.workflow("chain", 19, (run, in) -> wireChain(run, (String) in[0]));
  static final TaskDef<String> DIAMOND = TaskDef.workflow("diamond", 32, (run, in) -> wireDiamond(run, (String) in[0]));
  static final TaskDef<List<Integer>> SCORES = TaskDef.workflow("scores", 39, (run, in) -> wireScores(run, list(in[0]), (int) in[1]));
  static final TaskDef<Integer> SAVE = TaskDef.workflow("save", 44, (run, in) -> wireSave(run, (String) in[0]));

  private final Caller caller;

  public ShapesFlow() { this(Caller.shared()); }
  public ShapesFlow(Runner runner) { this(Caller.on(runner)); }
  private ShapesFlow(Caller caller) { this.caller = caller; }
  public static ShapesFlow current() { return new ShapesFlow(Caller.current()); }

  /** Reads a document. */
  CompletableFuture<String> load(String name) { return caller.call(LOAD, name); }
  CompletableFuture<Integer> words(String d) { return caller.call(WORDS, d); }
  CompletableFuture<Integer> lines(String d) { return caller.call(LINES, d); }
  CompletableFuture<String> report(int words, int lines) { return caller.call(REPORT, words, lines); }
  CompletableFuture<String> next(String d) { return caller.call(NEXT, d); }
  CompletableFuture<List<Integer>> score(List<String> d, int weight) { return caller.map(SCORE, d, Body.ELEMENT, weight); }
  CompletableFuture<Void> store(String d) { return caller.call(STORE, d); }
  public Run<String> chain(String d) { return caller.run(CHAIN, d); }
  public Run<String> diamond(String name) { return caller.run(DIAMOND, name); }
  public Run<List<Integer>> scores(List<String> ds, int weight) { return caller.run(SCORES, ds, weight); }
  public Run<Integer> save(String name) { return caller.run(SAVE, name); }

  private static Step<String> wireChain(Body run, String d) {
    Step<String> a = run.call(NEXT, 20, d);
    Step<String> b = run.call(NEXT, 21, a);
    Step<String> c = run.call(NEXT, 22, b);
    Step<String> e = run.call(NEXT, 23, c);
    Step<String> f = run.call(NEXT, 24, e);
    Step<String> g = run.call(NEXT, 25, f);
    Step<String> h = run.call(NEXT, 26, g);
    Step<String> i = run.call(NEXT, 27, h);
    Step<String> j = run.call(NEXT, 28, i);
    return run.call(NEXT, 29, j);
  }

  private static Step<String> wireDiamond(Body run, String name) {
    Step<String> d = run.call(LOAD, 33, name);
    Step<Integer> w = run.call(WORDS, 34, d);
    Step<Integer> l = run.call(LINES, 35, d);
    return run.call(REPORT, 36, w, l);
  }

  private static Step<List<Integer>> wireScores(Body run, List<String> ds, int weight) {
    Step<Integer> twice = run.<Integer>eval("twice", 40, () -> scoresTwice(weight));
    return run.map(SCORE, 41, ds, Body.ELEMENT, twice);
  }

  private static int scoresTwice(int weight) throws Throwable { return weight * 2; }

  private static Step<Integer> wireSave(Body run, String name) {
    Step<String> d = run.call(LOAD, 45, name);
    run.fence(STORE, 46, d);
    return run.call(WORDS, 47, d);
  }

  public Blocking blocking() { return new Blocking(this); }

  /** The twins with the plain signatures: each call waits for its run. */
  public static final class Blocking {
    private final ShapesFlow flow;
    private Blocking(ShapesFlow flow) { this.flow = flow; }

    String load(String name) { return Caller.join(flow.load(name)); }
    int words(String d) { return Caller.join(flow.words(d)); }
    int lines(String d) { return Caller.join(flow.lines(d)); }
    String report(int words, int lines) { return Caller.join(flow.report(words, lines)); }
    String next(String d) { return Caller.join(flow.next(d)); }
    List<Integer> score(List<String> d, int weight) { return Caller.join(flow.score(d, weight)); }
    void store(String d) { Caller.join(flow.store(d)); }
    public String chain(String d) { return Caller.join(flow.chain(d)); }
    public String diamond(String name) { return Caller.join(flow.diamond(name)); }
    public List<Integer> scores(List<String> ds, int weight) { return Caller.join(flow.scores(ds, weight)); }
    public int save(String name) { return Caller.join(flow.save(name)); }
  }

  @SuppressWarnings("unchecked")
  private static List<String> list(Object x) { return (List<String>) x; }
}
