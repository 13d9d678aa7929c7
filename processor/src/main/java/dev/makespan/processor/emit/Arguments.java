package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Arguments for a parameter {@code Object... in}. */
final class Arguments {
  private Arguments() {}

  /**
   * One argument.
   *
   * @param code the expression
   * @param spreads whether it would be taken for all the arguments, were it the only one: an array,
   *     or null
   */
  record Argument(CodeBlock code, boolean spreads) {}

  /** The arguments, each with a comma before it. */
  static CodeBlock trailing(List<Argument> arguments) {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean only = arguments.size() == 1;
    for (Argument argument : arguments) {
      code.add(", ");
      if (only && argument.spreads()) {
        code.add("($T) ", Object.class);
      }
      code.add(argument.code());
    }
    return code.build();
  }
}
