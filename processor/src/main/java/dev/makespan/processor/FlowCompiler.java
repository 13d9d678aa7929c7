package dev.makespan.processor;

import dev.makespan.processor.check.Checks;
import dev.makespan.processor.check.Compilation;
import dev.makespan.processor.emit.FlowEmitter;
import dev.makespan.processor.graph.CompiledCalls;
import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.model.Reading;
import dev.makespan.processor.problem.Place;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Problems;
import dev.makespan.processor.source.ProblemPrinter;
import dev.makespan.processor.source.SourceReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Takes classes through the stages: read, graph, check, emit. What it knows of a compilation grows
 * from round to round.
 */
final class FlowCompiler {
  /** By file, and in a file by line. */
  private static final Comparator<FlowGraph> SOURCE_ORDER = Comparator.comparing(
          FlowGraph::packageName)
      .thenComparing(graph -> graph.flow().file())
      .thenComparing(FlowCompiler::line);

  private final ProcessingEnvironment env;
  private final SourceReader reader;
  private final ProblemPrinter printer;
  private final FlowEmitter emitter;
  private final NextRound next;

  private final List<FlowGraph> flows = new ArrayList<>();
  private final Set<String> writtenTypes = new HashSet<>();
  private final Set<String> generated = new HashSet<>();

  /**
   * Whether each annotated method has a twin. Else the compiler isn't let come to the classes that
   * use it: it would tell of each that the twin is missing.
   */
  private boolean whole = true;

  FlowCompiler(ProcessingEnvironment env, SourceReader reader, ProblemPrinter printer) {
    this.env = env;
    this.reader = reader;
    this.printer = printer;
    this.emitter = new FlowEmitter(env);
    this.next = new NextRound(env.getFiler());
  }

  /** Compiles classes; returns those that have to wait for the next round. */
  List<TypeElement> compile(Collection<TypeElement> types, RoundEnvironment round) {
    reader.nextRound();
    if (round.processingOver()) {
      next.end();
    }
    noteWritten(round);
    List<TypeElement> waiting = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<TypeElement, FlowGraph> graphs = new LinkedHashMap<>();
    for (TypeElement type : types) {
      guarded(type, () -> {
        Reading reading = reader.read(type);
        if (reading.deferred()) {
          if (reading.asks() && waiting.isEmpty()) {
            next.ask(type, packageName(type));
          }
          defer(type, reading, round, waiting, problems);
          return;
        }
        problems.addAll(reading.problems());
        whole &= reading.whole();
        reading.flow().map(FlowGraph::of).ifPresent(graph -> graphs.put(type, graph));
      });
    }
    // What rules say of several classes doesn't depend on the order in which files were given.
    flows.addAll(graphs.values().stream().sorted(SOURCE_ORDER).toList());
    List<Problem> found = check(graphs.keySet());
    problems.addAll(found);
    printer.hold(problems);
    Set<String> brokenFiles = found.stream()
        .filter(problem -> !problem.code().isWarning())
        .map(problem -> problem.place().file())
        .collect(Collectors.toSet());
    graphs.forEach((type, graph) -> {
      boolean broken =
          graph.flow().broken() || brokenFiles.contains(graph.flow().file());
      FlowGraph written = broken ? graph.broken() : graph;
      whole &= !FlowEmitter.leavesOut(written);
      guarded(type, () -> write(written));
    });
    if (!whole || (round.processingOver() && round.errorRaised())) {
      printer.release();
    }
    return waiting;
  }

  /**
   * Lets a class wait. In the last round it gets no flow: the compiler would warn of the file, and
   * where warnings are errors stop before it tells what is wrong.
   */
  private void defer(
      TypeElement type,
      Reading reading,
      RoundEnvironment round,
      List<TypeElement> waiting,
      List<Problem> problems) {
    if (!round.processingOver()) {
      waiting.add(type);
    } else if (!round.errorRaised()) {
      problems.addAll(reading.unknown());
      whole = false;
    }
  }

  private String packageName(TypeElement type) {
    return env.getElementUtils().getPackageOf(type).getQualifiedName().toString();
  }

  private List<Problem> check(Set<TypeElement> types) {
    List<Problem> found = new ArrayList<>();
    if (!types.isEmpty()) {
      // Rules look at all classes at once: their crash is told at the first of this round.
      TypeElement first = types.iterator().next();
      guarded(
          first,
          () -> found.addAll(Checks.problems(new Compilation(
              flows, writtenTypes, new CompiledCalls(env.getElementUtils(), writtenTypes)))));
    }
    return found;
  }

  private static int line(FlowGraph graph) {
    return graph.flow().nodes().stream()
        .mapToInt(node -> node.place().line())
        .min()
        .orElse(0);
  }

  private void noteWritten(RoundEnvironment round) {
    for (Element element : round.getRootElements()) {
      if (element instanceof TypeElement type
          && !generated.contains(type.getQualifiedName().toString())) {
        writtenTypes.add(type.getQualifiedName().toString());
      }
    }
  }

  private void write(FlowGraph graph) throws IOException {
    if (!writtenTypes.contains(graph.qualifiedName()) && generated.add(graph.qualifiedName())) {
      emitter.write(graph);
    } else {
      whole = false;
    }
  }

  private interface Stage {
    void run() throws IOException;
  }

  /**
   * Runs a stage for one class. Its crash is one error, which names the class, and the other
   * classes go on.
   */
  private void guarded(TypeElement type, Stage stage) {
    try {
      stage.run();
    } catch (IOException
        | RuntimeException
        | StackOverflowError
        | AssertionError
        | LinkageError failure) {
      Problem problem =
          Problems.crash(new ClassPlace(), type.getQualifiedName().toString(), failure);
      env.getMessager().printMessage(Diagnostic.Kind.ERROR, problem.text(), type);
    }
  }

  /** The class itself, for a failure that belongs to no expression. */
  private record ClassPlace() implements Place {
    @Override
    public int line() {
      return 0;
    }

    @Override
    public String file() {
      return "";
    }
  }
}
