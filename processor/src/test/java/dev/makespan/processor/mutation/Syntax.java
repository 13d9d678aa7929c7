package dev.makespan.processor.mutation;

import com.sun.source.util.JavacTask;
import dev.makespan.processor.MemoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Asks the compiler's parser. */
final class Syntax {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private Syntax() {}

  /** Whether a file is right as far as its parser sees. */
  static boolean isRight(String text) {
    AtomicBoolean wrong = new AtomicBoolean();
    JavacTask task = (JavacTask) COMPILER.getTask(
        null,
        null,
        each -> wrong.compareAndSet(false, each.getKind() == Diagnostic.Kind.ERROR),
        List.of("-proc:none"),
        null,
        List.of(MemoryFiles.source("File.java", text)));
    try {
      task.parse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (StackOverflowError e) {
      return false;
    }
    return !wrong.get();
  }
}
