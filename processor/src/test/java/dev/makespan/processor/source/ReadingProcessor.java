package dev.makespan.processor.source;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.makespan.processor.EveryTypeProcessor;
import dev.makespan.processor.graph.BodyGraph;
import dev.makespan.processor.graph.InnerGraph;
import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.MapForm;
import dev.makespan.processor.model.Reading;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/** Reads the class {@code demo.Demo}, prints its problems, verifies it, and generates nothing. */
final class ReadingProcessor extends EveryTypeProcessor {
  static final String HEAD = "package demo; import dev.makespan.*; import java.util.*;\n";

  private static final UnaryOperator<String> NAME =
      source -> source.replaceAll("(?s).*?class (\\w+).*", "$1");

  private final UnaryOperator<String> misreading;
  private SourceReader reader;
  private ProblemPrinter printer;
  private Optional<Reading> reading = Optional.empty();
  private String steps = "";

  ReadingProcessor(UnaryOperator<String> misreading) {
    this.misreading = misreading;
  }

  /** The steps of the workflow {@code go} of the class {@code Demo}, as text. */
  static String steps(String demo, String... others) {
    ReadingProcessor processor = new ReadingProcessor(UnaryOperator.identity());
    Compilation compilation = processor.compile(HEAD + demo, others);
    if (!compilation.errors().isEmpty()) {
      return compilation.errors().toString();
    }
    return processor.steps;
  }

  Compilation compile(String demo, String... others) {
    List<JavaFileObject> files =
        new java.util.ArrayList<>(List.of(JavaFileObjects.forSourceString("demo.Demo", demo)));
    for (String other : others) {
      files.add(JavaFileObjects.forSourceString("demo." + NAME.apply(other), other));
    }
    return javac().withProcessors(this).compile(files);
  }

  Reading reading() {
    return reading.orElseThrow();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (reader == null) {
      reader = new SourceReader(processingEnv, misreading);
      printer = new ProblemPrinter(processingEnv, reader);
      reader.verify(processingEnv, printer);
    }
    if (!round.processingOver()) {
      Reading read = reader.read(processingEnv.getElementUtils().getTypeElement("demo.Demo"));
      printer.print(read.problems());
      reading = Optional.of(read);
      steps = read.flow().map(ReadingProcessor::spelled).orElse("");
    }
    return false;
  }

  private static String spelled(FlowClass flow) {
    return flow.nodes().stream()
        .filter(node -> node.ref().name().equals("go"))
        .flatMap(node -> node.body().stream())
        .map(body -> spelledSteps(body.steps())
            + body.result().map(r -> "return " + spelled(r) + "\n").orElse(""))
        .collect(Collectors.joining());
  }

  private static String spelledSteps(List<Step> steps) {
    return steps.stream().map(ReadingProcessor::spelled).collect(Collectors.joining());
  }

  private static String spelled(Step step) {
    String result =
        step.result().map(variable -> variable.type() + " " + variable + " = ").orElse("");
    if (step instanceof Step.Call call) {
      return result + call.node().name() + spelled(call.in()) + "\n";
    }
    if (step instanceof Step.Pure pure) {
      return result + spelled(pure.code()) + "\n";
    }
    if (step instanceof Step.MapCall map) {
      return result + spelled(map.form()) + "map " + spelled(map.list()) + " "
          + map.node().name() + spelled(map.in()) + "\n";
    }
    if (step instanceof Step.Barrier) {
      return "barrier\n";
    }
    if (step instanceof Step.If choice) {
      return spelledSteps(choice.asked())
          + "if " + spelled(choice.condition()) + "\n"
          + spelledSteps(choice.whenTrue()).indent(2)
          + (choice.whenFalse().isEmpty()
              ? ""
              : "else\n" + spelledSteps(choice.whenFalse()).indent(2));
    }
    if (step instanceof Step.Switch choice) {
      StringBuilder cases = new StringBuilder();
      for (int i = 0; i < choice.branches().size(); i++) {
        cases.append("case " + i + "\n" + spelledSteps(choice.branches().get(i)).indent(2));
      }
      return spelledSteps(choice.asked()) + "switch " + spelled(choice.option()) + "\n" + cases;
    }
    if (step instanceof Step.Try tried) {
      StringBuilder catches = new StringBuilder();
      tried.catches().forEach(each -> catches.append(spelledSteps(each).indent(2)));
      return "try\n" + spelledSteps(tried.body()).indent(2) + "catch\n" + catches;
    }
    if (step instanceof Step.Caught caught) {
      return result + caught.types() + "\n";
    }
    if (step instanceof Step.Finally tried) {
      return "try\n" + spelledSteps(tried.body()).indent(2) + "finally\n"
          + spelledSteps(tried.last()).indent(2);
    }
    if (step instanceof Step.Throw raised) {
      return "throw " + spelled(raised.thrown()) + "\n";
    }
    if (step instanceof Step.Return returned) {
      return "return" + returned.value().map(value -> " " + spelled(value)).orElse("") + "\n";
    }
    if (step instanceof Step.Assign assign) {
      return result + spelled(assign.value()) + "\n";
    }
    if (step instanceof Step.Merge merge) {
      return result + "either " + merge.values() + "\n";
    }
    Step.MapBody map = (Step.MapBody) step;
    String inner = spelledSteps(map.body().steps()).indent(2);
    String returned =
        "  return " + map.body().result().map(ReadingProcessor::spelled).orElse("") + "\n";
    String element =
        map.body().parameters().get(0).type() + " " + map.body().parameters().get(0);
    InnerGraph graph = BodyGraph.of(new Body(List.of(), List.of(map), Optional.empty()))
        .nodes()
        .get(0)
        .inner()
        .orElseThrow();
    return result + spelled(map.form()) + "each " + spelled(map.list()) + " (" + element + ") "
        + graph.captures() + (graph.capturesSelf() ? " self" : "") + "\n" + inner + returned;
  }

  private static String spelled(MapForm form) {
    if (form instanceof MapForm.Some some) {
      return "some " + spelled(some.ratio()) + " ";
    }
    return form instanceof MapForm.Nothing ? "void " : "";
  }

  private static String spelled(List<Value> values) {
    return values.stream()
        .map(ReadingProcessor::spelled)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String spelled(Value value) {
    if (value instanceof Value.Read read) {
      return read.variable().name();
    }
    if (value instanceof Value.Literal literal) {
      return literal.source();
    }
    return value instanceof Value.Self ? "<self>" : "<element>";
  }

  /** The pieces: types in angle brackets, temporaries in square ones. */
  private static String spelled(Snippet code) {
    return code.pieces().stream()
        .map(piece -> {
          if (piece instanceof Snippet.Piece.Text text) {
            return text.source();
          }
          if (piece instanceof Snippet.Piece.Type type) {
            return "<" + type.element().getQualifiedName() + ">";
          }
          return piece instanceof Snippet.Piece.Temporary temporary
              ? "[" + temporary.variable() + "]"
              : "<self>";
        })
        .collect(Collectors.joining());
  }
}
