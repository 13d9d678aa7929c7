package dev.makespan.processor.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/** What one compilation writes, in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
  private final Map<String, String> sources = new TreeMap<>();
  private final UnaryOperator<String> change;

  /**
   * Files on top of those of another manager, which stays open.
   *
   * @param change what becomes of each generated source before it is compiled
   */
  MemoryFiles(StandardJavaFileManager manager, UnaryOperator<String> change) {
    super(manager);
    this.change = change;
  }

  /** The generated sources as they were written, by the qualified name of the class. */
  Map<String, String> sources() {
    return sources;
  }

  /** A source. */
  static JavaFileObject source(String path, String text) {
    return new SimpleJavaFileObject(URI.create("memory:///" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
    URI uri = URI.create("memory:///generated/" + name.replace('.', '/') + kind.extension);
    return new SimpleJavaFileObject(uri, kind) {
      @Override
      public OutputStream openOutputStream() {
        if (kind == Kind.CLASS) {
          return classes.computeIfAbsent(name, any -> new ByteArrayOutputStream());
        }
        return new ByteArrayOutputStream() {
          @Override
          public void close() throws IOException {
            sources.put(name, toString(StandardCharsets.UTF_8));
          }
        };
      }

      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return change.apply(sources.get(name));
      }
    };
  }

  /** A loader of the classes that were written. */
  ClassLoader loader() {
    return new ClassLoader(MemoryFiles.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        @Nullable ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
      }
    };
  }

  /** Keeps the manager below open. */
  @Override
  public void close() {}
}
