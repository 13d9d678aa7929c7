package dev.makespan.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Trees that javac's parser makes of the files that another compiler compiles. They are syntax
 * alone: nothing in them is ever attributed, and elements are found by names.
 */
final class ParsedSyntax implements Syntax {
  private final JavaCompiler javac;
  private final SourceTexts texts;
  private final DeclaredElements elements;
  private final Messager messager;
  private final Map<URI, Optional<SourceFile>> files = new HashMap<>();

  private ParsedSyntax(JavaCompiler javac, ProcessingEnvironment env) {
    this.javac = javac;
    this.texts = new SourceTexts(env);
    this.elements = new DeclaredElements(env.getElementUtils());
    this.messager = env.getMessager();
  }

  /** The parser of the JDK that the compiler runs on; nothing on a JRE, and where it is hidden. */
  static Syntax of(ProcessingEnvironment env) {
    try {
      JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
      // Fails where a loader of processors hides javac's trees, though the JDK has them.
      Class<?> trees = Trees.class;
      return javac == null || trees.getClassLoader() != javac.getClass().getClassLoader()
          ? new NoSyntax()
          : new ParsedSyntax(javac, env);
    } catch (LinkageError hidden) {
      return new NoSyntax();
    }
  }

  @Override
  public Optional<SourceFile> file(TypeElement type) {
    Optional<FileObject> source = texts.of(type);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    return files.computeIfAbsent(source.get().toUri(), unused -> parsed(source.get(), type));
  }

  private Optional<SourceFile> parsed(FileObject source, TypeElement type) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try {
      JavacTask task = (JavacTask)
          javac.getTask(null, null, said, List.of("-proc:none"), null, List.of(new Text(source)));
      Iterator<? extends CompilationUnitTree> units = task.parse().iterator();
      boolean wellFormed =
          said.getDiagnostics().stream().noneMatch(each -> each.getKind() == Diagnostic.Kind.ERROR);
      return wellFormed && units.hasNext()
          ? Optional.of(
              new SourceFile(units.next(), Trees.instance(task), path -> elements.of(path, type)))
          : Optional.empty();
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<TypeMirror> inferred(String local, TreePath at) {
    return Optional.empty();
  }

  @Override
  public boolean infers() {
    return false;
  }

  /**
   * Prints at the declaration around the tree, with the line: no other compiler knows our trees.
   */
  @Override
  public void print(Diagnostic.Kind kind, String text, TreePlace place) {
    Optional<Element> around = files.values().stream()
        .flatMap(Optional::stream)
        .filter(file -> file.unit() == place.unit())
        .findFirst()
        .flatMap(file -> file.around(place.tree()));
    String placed =
        text.replaceFirst("(?<=^\\[makespan:[a-z-]{1,40}]) ", " Line " + place.line() + ": ");
    if (around.isPresent()) {
      messager.printMessage(kind, placed, around.get());
    } else {
      messager.printMessage(kind, place.file() + ": " + placed);
    }
  }

  @Override
  public void nextRound() {
    files.clear();
  }

  private static final class Text extends SimpleJavaFileObject {
    private final FileObject source;

    Text(FileObject source) {
      super(source.toUri(), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return source.getCharContent(ignoreEncodingErrors);
    }
  }
}
