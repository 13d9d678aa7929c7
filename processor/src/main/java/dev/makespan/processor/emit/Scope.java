package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.makespan.processor.emit.Arguments.Argument;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The variables of one wiring method: which hold values and which hold steps. */
final class Scope {
  /**
   * What a variable is called here; the type of its step's value, or null if it holds a value
   * itself.
   */
  private record Slot(String name, @Nullable TypeMirror step) {}

  private final JavaTypes types;
  private final Lint lint;
  private final String self;
  private final Map<Variable, Slot> slots = new HashMap<>();

  Scope(JavaTypes types, Lint lint, String self) {
    this.types = types;
    this.lint = lint;
    this.self = self;
  }

  void addValue(Variable variable, String name) {
    slots.put(variable, new Slot(name, null));
  }

  void addStep(Variable variable, String name, TypeMirror type) {
    slots.put(variable, new Slot(name, type));
  }

  private Slot slot(Variable variable) {
    Slot slot = slots.get(variable);
    if (slot == null) {
      throw new IllegalStateException(variable + " is read before it has a value");
    }
    return slot;
  }

  String name(Variable variable) {
    return slot(variable).name();
  }

  String self() {
    return self;
  }

  boolean isStep(Variable variable) {
    return slot(variable).step() != null;
  }

  /** The variable's value, of its declared type; for code that runs when the step has ended. */
  CodeBlock value(Variable variable) {
    Slot slot = slot(variable);
    if (slot.step() == null) {
      return CodeBlock.of("$L", slot.name());
    }
    TypeMirror declared = variable.type();
    CodeBlock value = CodeBlock.of("$L.value()", slot.name());
    if (types.isSubtype(slot.step(), types.boxed(declared))) {
      return value;
    }
    lint.unchecked();
    return types.isAssignable(slot.step(), declared)
        ? value
        : CodeBlock.of("($T) ($T) $L", types.name(declared), Object.class, value);
  }

  /** An argument of a call: a step is passed on as it is. */
  Argument argument(Value value) {
    if (value instanceof Value.Read read) {
      boolean array =
          !isStep(read.variable()) && read.variable().type().getKind() == TypeKind.ARRAY;
      return new Argument(CodeBlock.of("$L", name(read.variable())), array);
    }
    if (value instanceof Value.Literal literal) {
      return new Argument(CodeBlock.of("$L", literal.source()), literal.source().equals("null"));
    }
    CodeBlock code = value instanceof Value.Self
        ? CodeBlock.of("$L", self)
        : CodeBlock.of("$T.ELEMENT", Api.BODY);
    return new Argument(code, false);
  }
}
