package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.makespan.processor.emit.Arguments.Argument;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The variables of one wiring method: which hold values and which hold steps. */
final class Scope {
  /** A step that a variable holds: where it stands, and the type of its value. */
  private record Held(int position, TypeMirror type) {}

  /** What a variable is called here, and the step it holds; empty if it holds a value itself. */
  private record Slot(String name, Optional<Held> step) {}

  private final JavaTypes types;
  private final Lint lint;
  private final String self;
  private final Map<Variable, Slot> slots;
  private final Map<Integer, String> steps;
  private final Optional<GraphNode> reader;

  /** The scope of a body with nothing in it. */
  Scope(JavaTypes types, Lint lint, String self) {
    this(types, lint, self, new HashMap<>(), new HashMap<>(), Optional.empty());
  }

  private Scope(
      JavaTypes types,
      Lint lint,
      String self,
      Map<Variable, Slot> slots,
      Map<Integer, String> steps,
      Optional<GraphNode> reader) {
    this.types = types;
    this.lint = lint;
    this.self = self;
    this.slots = slots;
    this.steps = steps;
    this.reader = reader;
  }

  /** The same variables as one step sees them, which may read only the steps that it waits for. */
  Scope of(GraphNode node) {
    return new Scope(types, lint, self, slots, steps, Optional.of(node));
  }

  void addValue(Variable variable, String name) {
    slots.put(variable, new Slot(name, Optional.empty()));
  }

  /** Adds the variable that holds a step, whose value has this type. */
  void addStep(Variable variable, String name, GraphNode step, TypeMirror type) {
    slots.put(variable, new Slot(name, Optional.of(new Held(step.position(), type))));
    steps.put(step.position(), name);
  }

  private Slot slot(Variable variable) {
    Slot slot = slots.get(variable);
    if (slot == null) {
      throw new IllegalStateException(variable + " is read before it has a value");
    }
    boolean waited = slot.step().isEmpty()
        || reader.isEmpty()
        || reader.get().inputs().contains(slot.step().get().position());
    if (!waited) {
      throw new IllegalStateException(variable + " is read by a step that doesn't wait for it");
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
    return slot(variable).step().isPresent();
  }

  /** The variable's value, of its declared type; for code that runs when the step has ended. */
  CodeBlock value(Variable variable) {
    Slot slot = slot(variable);
    if (slot.step().isEmpty()) {
      return CodeBlock.of("$L", slot.name());
    }
    TypeMirror type = slot.step().get().type();
    TypeMirror declared = variable.type();
    CodeBlock value = CodeBlock.of("$L.value()", slot.name());
    if (types.isSubtype(type, types.boxed(declared))) {
      return value;
    }
    lint.unchecked();
    return types.isAssignable(type, declared)
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

  /** The names of the steps that a step waits for without reading their values. */
  List<String> after(GraphNode step) {
    return step.after().stream().map(steps::get).toList();
  }

  /**
   * The names of the steps that a step waits for, beyond those whose values it is passed as
   * arguments.
   */
  List<String> waits(GraphNode step, List<Value> arguments) {
    List<Integer> passed = arguments.stream()
        .flatMap(argument -> argument instanceof Value.Read read
            ? slot(read.variable()).step().stream()
            : Stream.<Held>empty())
        .map(Held::position)
        .toList();
    return step.inputs().stream()
        .filter(input -> !passed.contains(input))
        .map(steps::get)
        .toList();
  }
}
