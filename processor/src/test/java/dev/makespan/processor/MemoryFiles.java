package dev.makespan.processor;

import java.io.ByteArrayOutputStream;
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

/** What one compilation reads and writes, in memory. */
public final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  /** Where the generated files are. */
  public static final String GENERATED = "generated/";

  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
  private final Map<String, String> sources = new TreeMap<>();
  private final UnaryOperator<String> change;

  /** Files on top of those of another manager, which stays open. */
  public MemoryFiles(StandardJavaFileManager manager) {
    this(manager, UnaryOperator.identity());
  }

  /**
   * Files on top of those of another manager, which stays open.
   *
   * @param change what becomes of each generated source before it is compiled
   */
  public MemoryFiles(StandardJavaFileManager manager, UnaryOperator<String> change) {
    super(manager);
    this.change = change;
  }

  /** The generated sources as they were written, by path. */
  public Map<String, String> sources() {
    return sources;
  }

  /** A source. */
  public static JavaFileObject source(String path, String text) {
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
    String path = name.replace('.', '/') + kind.extension;
    return new SimpleJavaFileObject(URI.create("memory:///" + GENERATED + path), kind) {
      @Override
      public OutputStream openOutputStream() {
        if (kind == Kind.CLASS) {
          return classes.computeIfAbsent(name, any -> new ByteArrayOutputStream());
        }
        return new ByteArrayOutputStream() {
          @Override
          public void close() {
            sources.put(path, toString(StandardCharsets.UTF_8));
          }
        };
      }

      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return change.apply(sources.get(path));
      }
    };
  }

  /** A loader of the classes that were written. */
  public ClassLoader loader() {
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
