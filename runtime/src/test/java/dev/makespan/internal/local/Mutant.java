package dev.makespan.internal.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The runtime with a bug in one class: a copy of its source with one change is compiled, and loaded
 * with a copy of everything else of the runtime and of the simulator.
 */
final class Mutant {
  private static final Path SOURCES = Path.of("src", "main", "java", "dev", "makespan");
  private static final String PACKAGE = "dev.makespan.";
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private final Map<String, byte[]> changed;

  private Mutant(Map<String, byte[]> changed) {
    this.changed = changed;
  }

  /**
   * Makes one.
   *
   * @param type of the changed class, from the root package on, such as {@code spi/Policy}
   * @param before the text to be changed, which must stand in the source exactly once
   */
  static Mutant of(String type, String before, String after) {
    String source = source(type);
    int place = source.indexOf(before);
    if (place < 0 || source.indexOf(before, place + 1) >= 0) {
      throw new AssertionError(
          type + " must have this exactly once, to be changed by the test:\n" + before);
    }
    String mutated = source.substring(0, place) + after + source.substring(place + before.length());
    return new Mutant(compiled("dev/makespan/" + type, mutated));
  }

  private static String source(String type) {
    try {
      return Files.readString(SOURCES.resolve(type + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> compiled(String path, String source) {
    StringWriter messages = new StringWriter();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + path + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    try (Output output = new Output(COMPILER.getStandardFileManager(null, null, null))) {
      List<String> options = List.of("-proc:none", "-nowarn", "-classpath", classPath());
      boolean compiles =
          COMPILER.getTask(messages, output, null, options, null, List.of(file)).call();
      if (!compiles) {
        throw new AssertionError("the changed " + path + " doesn't compile:\n" + messages);
      }
      return output.classes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() {
    return Stream.of(LocalEngine.class, Nullable.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(url -> Path.of(URI.create(url.toString())).toString())
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  /** Collects class files. */
  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> files = new HashMap<>();

    Output(JavaFileManager manager) {
      super(manager);
    }

    Map<String, byte[]> classes() {
      Map<String, byte[]> classes = new HashMap<>();
      files.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
      return classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(
          URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
        @Override
        public OutputStream openOutputStream() {
          return files.computeIfAbsent(name, any -> new ByteArrayOutputStream());
        }
      };
    }
  }

  /**
   * Simulates seeds until a violation is found, which it returns as {@link FirstViolation} does.
   */
  String firstViolation(long first, long count) throws ReflectiveOperationException {
    Class<?> simulator = new Loader(changed).loadClass(FirstViolation.class.getName());
    var method = simulator.getDeclaredMethod("find", long.class, long.class);
    method.setAccessible(true);
    return (String) method.invoke(null, first, count);
  }

  /** Loads everything of the project anew. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> changed;

    Loader(Map<String, byte[]> changed) {
      super(Mutant.class.getClassLoader());
      this.changed = changed;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(PACKAGE)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known != null ? known : findClass(name);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] own = changed.get(name);
      byte[] bytes = own != null ? own : original(name);
      return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] original(String name) throws ClassNotFoundException {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
