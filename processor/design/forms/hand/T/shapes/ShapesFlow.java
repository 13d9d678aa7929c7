package shapes;

import dev.makespan.Run;
import dev.makespan.Runner;
import dev.makespan.support.Step;
import dev.makespan.typed.Body;
import dev.makespan.typed.Caller;
import dev.makespan.typed.Task1;
import dev.makespan.typed.Task2;
import dev.makespan.typed.Task;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The parallel twin of {@link Shapes}. */
public final class ShapesFlow {
  /** The task {@link Shapes#load}. */
  static final Task1<String, String> LOAD = Task.of("load", 11, Shapes::load);
  static final Task1<String, Integer> WORDS = Task.of("words", 12, Shapes::words);
  static final Task1<String, Integer> LINES = Task.of("lines", 13, Shapes::lines);
  static final Task2<Integer, Integer, String> REPORT = Task.of("report", 14, Shapes::report);
  static final Task1<String, String> NEXT = Task.of("next", 15, Shapes::next);
  static final Task2<String, Integer, Integer> SCORE = Task.of("score", 16, Shapes::score);
  static final Task1<String, Void> STORE = Task.action("store", 17, Shapes::store);
  static final Task1<String, String> CHAIN = Task.workflow("chain", 19, ShapesFlow::wireChain);
  static final Task1<String, String> DIAMOND = Task.workflow("diamond", 32, ShapesFlow::wireDiamond);
  static final Task2<List<String>, Integer, List<Integer>> SCORES = Task.workflow("scores", 39, ShapesFlow::wireScores);
  static final Task1<String, Integer> SAVE = Task.workflow("save", 44, ShapesFlow::wireSave);

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
  CompletableFuture<List<Integer>> score(List<String> d, int weight) { return caller.map(SCORE, d, weight); }
  CompletableFuture<Void> store(String d) { return caller.call(STORE, d); }
  public Run<String> chain(String d) { return caller.run(CHAIN, d); }
  public Run<String> diamond(String name) { return caller.run(DIAMOND, name); }
  public Run<List<Integer>> scores(List<String> ds, int weight) { return caller.run(SCORES, ds, weight); }
  public Run<Integer> save(String name) { return caller.run(SAVE, name); }

  private static Step<String> wireChain(Body run, Step<String> d) {
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

  private static Step<String> wireDiamond(Body run, Step<String> name) {
    Step<String> d = run.call(LOAD, 33, name);
    Step<Integer> w = run.call(WORDS, 34, d);
    Step<Integer> l = run.call(LINES, 35, d);
    return run.call(REPORT, 36, w, l);
  }

  private static Step<List<Integer>> wireScores(Body run, Step<List<String>> ds, Step<Integer> weight) {
    Step<Integer> twice = run.eval("twice", 40, ShapesFlow::scoresTwice, weight);
    return run.map(SCORE, 41, ds, twice);
  }

  private static int scoresTwice(int weight) throws Throwable { return weight * 2; }

  private static Step<Integer> wireSave(Body run, Step<String> name) {
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
}
