package dev.makespan.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.Place;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;

final class ScopeTest {
  private final Variable first = variable("first");
  private final Variable second = variable("second");
  private final Scope scope = scope();

  @Test
  void letsAStepReadOnlyWhatItWaitsFor() {
    Scope of = scope.of(node(2, 1));
    assertEquals("second", of.argument(read(second)).code().toString());
    assertThrows(IllegalStateException.class, () -> of.argument(read(first)));
    assertThrows(IllegalStateException.class, () -> of.value(first));
  }

  @Test
  void letsAStepWaitForItsInputsAndForThoseOnce() {
    assertEquals(List.of("second", "first"), scope.waits(node(2, 1, 0), List.of()));
    assertEquals(List.of("first"), scope.waits(node(2, 1, 0), List.of(read(second))));
    assertEquals(List.of(), scope.waits(node(2), List.of()));
  }

  @Test
  void knowsNoVariableThatHasNoValueYet() {
    assertThrows(IllegalStateException.class, () -> scope.name(variable("later")));
  }

  private Scope scope() {
    JavaTypes types = new JavaTypes(stub(Elements.class), stub(Types.class));
    Scope made = new Scope(types, new Lint(), "");
    made.addStep(first, "first", node(0), first.type());
    made.addStep(second, "second", node(1), second.type());
    return made;
  }

  private static GraphNode node(int position, Integer... inputs) {
    Step step = new Step.Pure(
        Optional.empty(), new Snippet(List.of(), List.of(), false), stub(Place.class));
    return new GraphNode(
        position,
        step,
        List.of(inputs),
        List.of(),
        OptionalInt.empty(),
        List.of(),
        true,
        Optional.empty(),
        OptionalInt.empty());
  }

  private static Value read(Variable variable) {
    return new Value.Read(variable);
  }

  private static Variable variable(String name) {
    return new Variable(name, stub(TypeMirror.class), Variable.Origin.LOCAL);
  }

  private static <T> T stub(Class<T> type) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, in) -> {
          throw new UnsupportedOperationException(method.getName());
        }));
  }
}
