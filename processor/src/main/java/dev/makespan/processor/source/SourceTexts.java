package dev.makespan.processor.source;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** Finds the files that another compiler than javac compiles. */
final class SourceTexts {
  private final ProcessingEnvironment env;

  SourceTexts(ProcessingEnvironment env) {
    this.env = env;
  }

  /** The source file of a class. */
  Optional<FileObject> of(TypeElement type) {
    return told(type).or(() -> onSourcePath(type)).or(() -> named(type));
  }

  /** What {@code Elements.getFileObjectOf} tells, which the interface has since Java 18. */
  private Optional<FileObject> told(TypeElement type) {
    try {
      Object file = fileObjectOf().invoke(env.getElementUtils(), type);
      return file instanceof JavaFileObject source && source.getKind() == JavaFileObject.Kind.SOURCE
          ? Optional.of(source)
          : Optional.empty();
    } catch (Throwable unknown) {
      return Optional.empty();
    }
  }

  /** The file whose name Eclipse's compiler tells of its elements, also before Java 18. */
  private static Optional<FileObject> named(TypeElement type) {
    try {
      Object name = MethodHandles.publicLookup()
          .findVirtual(type.getClass(), "getFileName", MethodType.methodType(String.class))
          .invoke(type);
      return name instanceof String path
              && path.endsWith(".java")
              && Files.isRegularFile(Path.of(path))
          ? Optional.of(new Utf8File(Path.of(path)))
          : Optional.empty();
    } catch (Throwable unknown) {
      return Optional.empty();
    }
  }

  /**
   * The method of the interface; before Java 18 that of a compiler which is newer than its JDK.
   * Reflection would want the types of all its methods, some of which that JDK doesn't have.
   */
  private MethodHandle fileObjectOf() throws ReflectiveOperationException {
    MethodType type = MethodType.methodType(JavaFileObject.class, Element.class);
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    try {
      return lookup.findVirtual(Elements.class, "getFileObjectOf", type);
    } catch (NoSuchMethodException before18) {
      return lookup.findVirtual(env.getElementUtils().getClass(), "getFileObjectOf", type);
    }
  }

  /** The file that has the name of the outermost class. */
  private Optional<FileObject> onSourcePath(TypeElement type) {
    TypeElement outermost = Enclosing.outermost(type);
    if (!(outermost.getEnclosingElement() instanceof PackageElement around)) {
      return Optional.empty();
    }
    try {
      FileObject file = env.getFiler()
          .getResource(
              StandardLocation.SOURCE_PATH,
              around.getQualifiedName(),
              outermost.getSimpleName() + ".java");
      // Some compilers give a file that isn't there.
      file.getCharContent(true);
      return Optional.of(file);
    } catch (IOException | RuntimeException notThere) {
      return Optional.empty();
    }
  }

  /** A file that is taken to be in UTF-8, or else can't be read. */
  private static final class Utf8File extends SimpleJavaFileObject {
    private final Path path;

    Utf8File(Path path) {
      super(path.toUri(), Kind.SOURCE);
      this.path = path;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return Files.readString(path);
    }
  }
}
