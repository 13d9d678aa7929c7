package shapes;

import dev.makespan.Run;
import dev.makespan.Runner;
import dev.makespan.spi.TaskDef;
import dev.makespan.support.Body;
import dev.makespan.support.Caller;
import dev.makespan.support.Nodes;
import dev.makespan.support.Step;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The parallel twin of {@link Shapes}. */
public final class ShapesFlow {
  private static final Nodes NODES = new Bodies();

  /** The task {@link Shapes#load}. */
  static final TaskDef<String> LOAD = NODES.task(0, "load", 11);
  static final TaskDef<Integer> WORDS = NODES.task(1, "words", 12);
  static final TaskDef<Integer> LINES = NODES.task(2, "lines", 13);
  static final TaskDef<String> REPORT = NODES.task(3, "report", 14);
  static final TaskDef<String> NEXT = NODES.task(4, "next", 15);
  static final TaskDef<Integer> SCORE = NODES.mapTask(5, "score", 16);
  static final TaskDef<Void> STORE = NODES.task(6, "store", 17);
  static final TaskDef<String> CHAIN = NODES.workflow(7, "chain", 19);
  static final TaskDef<String> DIAMOND = NODES.workflow(8, "diamond", 32);
  static final TaskDef<List<Integer>> SCORES = NODES.workflow(9, "scores", 39);
  static final TaskDef<Integer> SAVE = NODES.workflow(10, "save", 44);

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

  /** Calls and wires the methods by their number. */
  private static final class Bodies extends Nodes {
    Bodies() { super(Shapes.class, "Shapes.java"); }

    @Override
    public Object call(int node, Object[] in) throws Throwable {
      switch (node) {
        case 0: return Shapes.load((String) in[0]);
        case 1: return Shapes.words((String) in[0]);
        case 2: return Shapes.lines((String) in[0]);
        case 3: return Shapes.report(asInt(in[0]), asInt(in[1]));
        case 4: return Shapes.next((String) in[0]);
        case 5: return Shapes.score((String) in[0], asInt(in[1]));
        case 6: Shapes.store((String) in[0]); return null;
        case 7: return Shapes.chain((String) in[0]);
        case 8: return Shapes.diamond((String) in[0]);
        case 9: return Shapes.scores(list(in[0]), asInt(in[1]));
        case 10: return Shapes.save((String) in[0]);
        default: throw unknown(node);
      }
    }

    @Override
    public Step<?> wire(int node, Body run, Object[] in) {
      switch (node) {
        case 7: return wireChain(run, (String) in[0]);
        case 8: return wireDiamond(run, (String) in[0]);
        case 9: return wireScores(run, list(in[0]), asInt(in[1]));
        case 10: return wireSave(run, (String) in[0]);
        default: throw unknown(node);
      }
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Object x) { return (List<String>) x; }
  }
}
