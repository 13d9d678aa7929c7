package dev.makespan.processor;

import java.io.IOException;
import java.io.InputStream;
import javax.annotation.processing.Processor;

/**
 * Loads the processor anew where {@code com.sun.source} can't be seen, as on a JRE and where an
 * editor loads processors.
 */
final class HiddenTrees extends ClassLoader {
  private HiddenTrees(ClassLoader parent) {
    super(parent);
  }

  static Processor processor() throws ReflectiveOperationException {
    ClassLoader loader = new HiddenTrees(HiddenTrees.class.getClassLoader());
    return (Processor)
        loader.loadClass(MakespanProcessor.class.getName()).getConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("com.sun.source.") || name.startsWith("com.sun.tools.")) {
      throw new ClassNotFoundException(name);
    }
    if (!name.startsWith("dev.makespan.processor.") && !name.startsWith("com.palantir.javapoet.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? defined(name) : loaded;
    }
  }

  private Class<?> defined(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
