package dev.makespan.support;

import org.jspecify.annotations.Nullable;

/**
 * Gives the thread that executes user code the context class loader of the thread that started the
 * run, and takes it back, whatever the code has set. Does next to nothing where they are the same.
 */
final class LoaderSwitch {
  private LoaderSwitch() {}

  /** Sets the loader, and returns the one before. */
  static @Nullable ClassLoader enter(@Nullable ClassLoader own) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    if (before != own) {
      thread.setContextClassLoader(own);
    }
    return before;
  }

  /** Sets the one before. */
  static void leave(@Nullable ClassLoader before) {
    Thread thread = Thread.currentThread();
    if (thread.getContextClassLoader() != before) {
      thread.setContextClassLoader(before);
    }
  }
}
