package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;

/**
 * The body of every method that is generated for a class with errors. It is never run, since the
 * compilation fails.
 */
final class Broken {
  private Broken() {}

  static CodeBlock statement(FlowContext context) {
    return CodeBlock.of(
        "throw new $T($S)",
        IllegalStateException.class,
        context.flow().element().getSimpleName() + " has errors");
  }
}
