package dev.makespan.processor.reference;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A source of the user's, with annotated methods that tell the {@link Log} when they start and end.
 * Lines stay as they are.
 *
 * @param text the source
 * @param hookFile a file name for the class that the source then needs
 * @param hook that class: it has the source's package, since a qualified name may be hidden there
 */
record Instrumented(String text, String hookFile, String hook) {
  private static final List<String> LOGGED = List.of("Task", "MapTask", "Dynamic", "Workflow");

  private static final String HOOK = """
      final class Log_ {
        static Log.Call start(java.lang.String method, boolean isWorkflow, java.lang.Object... in) {
          return Log.start(method, isWorkflow, in);
        }
      }
      """;

  static Instrumented of(String source) throws IOException {
    JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, null, null, null, List.of(new Text(source)));
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    TreeMap<Integer, String> edits = new TreeMap<>();
    CompilationUnitTree unit = task.parse().iterator().next();
    String name = unit.getPackage() == null ? "" : unit.getPackageName().toString();
    new Scanner(unit, positions, edits).scan(unit, name.isEmpty() ? "" : name + ".");
    StringBuilder text = new StringBuilder(source);
    edits.descendingMap().forEach(text::insert);
    String head = name.isEmpty() ? "" : "package " + name + ";\n";
    return new Instrumented(
        text.toString(),
        name + ".Log_.java",
        head + "import " + Log.class.getName() + ";\n" + HOOK);
  }

  /** Carries the name of what stands around, with a dot or dollar sign behind it. */
  private static final class Scanner extends TreeScanner<@Nullable Void, String> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final TreeMap<Integer, String> edits;

    Scanner(CompilationUnitTree unit, SourcePositions positions, TreeMap<Integer, String> edits) {
      this.unit = unit;
      this.positions = positions;
      this.edits = edits;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String around) {
      return super.visitClass(type, around + type.getSimpleName() + "$");
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, String around) {
      for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
        String kind = annotation.getAnnotationType().toString().replace("dev.makespan.", "");
        if (LOGGED.contains(kind) && method.getBody() != null) {
          String owner = around.substring(0, around.length() - 1);
          log(method, owner + "." + method.getName(), kind.equals("Workflow"));
        }
      }
      return super.visitMethod(method, around);
    }

    private void log(MethodTree method, String name, boolean isWorkflow) {
      // Begins with one more, since a single array would be taken for all arguments.
      String in = method.getParameters().stream()
          .map(parameter -> ", " + parameter.getName())
          .collect(Collectors.joining("", "0", ""));
      insert(
          (int) positions.getStartPosition(unit, method.getBody()) + 1,
          "try (var call_ = Log_.start(\"" + name + "\", " + isWorkflow + ", " + in + ")) {");
      insert((int) positions.getEndPosition(unit, method.getBody()) - 1, "}");
    }

    /** In an empty body both stand at one place. */
    private void insert(int place, String text) {
      edits.merge(place, text, String::concat);
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("memory:///Text.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
