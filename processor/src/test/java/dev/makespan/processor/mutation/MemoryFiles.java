package dev.makespan.processor.mutation;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** What one compilation reads and writes, in memory. Class files are forgotten. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  /** Where the generated files are. */
  static final String GENERATED = "generated/";

  private final Map<String, String> sources = new TreeMap<>();

  /** Files on top of those of another manager, which stays open. */
  MemoryFiles(StandardJavaFileManager manager) {
    super(manager);
  }

  /** The generated sources, by path. */
  Map<String, String> sources() {
    return sources;
  }

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
    String path = name.replace('.', '/') + kind.extension;
    return new SimpleJavaFileObject(URI.create("memory:///" + GENERATED + path), kind) {
      @Override
      public OutputStream openOutputStream() {
        return new ByteArrayOutputStream() {
          @Override
          public void close() {
            if (kind == Kind.SOURCE) {
              sources.put(path, toString(StandardCharsets.UTF_8));
            }
          }
        };
      }

      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return sources.get(path);
      }
    };
  }

  /** Keeps the manager below open. */
  @Override
  public void close() {}
}
