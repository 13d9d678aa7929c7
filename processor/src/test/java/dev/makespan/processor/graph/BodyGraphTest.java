package dev.makespan.processor.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Ordering;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.Place;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.junit.jupiter.api.Test;

final class BodyGraphTest {
  private static final Place PLACE = stub(Place.class, TypeKind.INT);
  private static final NodeRef TASK = node(TypeKind.INT);
  private static final NodeRef FENCE = node(TypeKind.VOID);

  private final Variable a = variable("a", Variable.Origin.PARAMETER);
  private final Variable b = variable("b", Variable.Origin.LOCAL);
  private final Variable c = variable("c", Variable.Origin.LOCAL);
  private final Variable d = variable("d", Variable.Origin.LOCAL);
  private final Variable element = variable("element", Variable.Origin.PARAMETER);

  @Test
  void knowsWhichStepsAStepReads() {
    BodyGraph graph = graph(c, call(b, a), call(c, b, a, b), call(d, a));
    assertEquals(List.of(), graph.nodes().get(0).inputs());
    assertEquals(List.of(0), graph.nodes().get(1).inputs());
    assertEquals(List.of(new Edge(0, 1, Edge.Reason.DATA)), graph.edges());
  }

  @Test
  void knowsWhatNobodyReads() {
    BodyGraph graph = graph(c, call(b, a), call(c, b), call(d, b));
    assertEquals(
        List.of(true, true, false), graph.nodes().stream().map(GraphNode::used).toList());
  }

  @Test
  void letsAFenceWaitForEverythingAboveAndEverythingBelowForIt() {
    BodyGraph graph = graph(d, call(b, a), call(c, a), fence(b), call(d, c), fence(a));
    assertEquals(OptionalInt.empty(), graph.nodes().get(2).fence());
    assertEquals(OptionalInt.of(2), graph.nodes().get(3).fence());
    assertEquals(
        List.of(
            new Edge(0, 2, Edge.Reason.DATA),
            new Edge(0, 2, Edge.Reason.FENCE),
            new Edge(1, 2, Edge.Reason.FENCE),
            new Edge(1, 3, Edge.Reason.DATA),
            new Edge(2, 3, Edge.Reason.FENCE),
            new Edge(2, 4, Edge.Reason.FENCE),
            new Edge(3, 4, Edge.Reason.FENCE)),
        graph.edges());
  }

  @Test
  void letsTheBeginningsOfAnInitialiserWaitForTheEndsOfAnother() {
    Variable inner = variable("inner", Variable.Origin.TEMPORARY);
    Variable unread = variable("unread", Variable.Origin.TEMPORARY);
    List<Step> first = List.of(call(unread, a), call(b, a));
    List<Step> second = List.of(call(inner, a), call(c, inner, b), call(d, a));
    BodyGraph graph = ordered(
        List.of(first.get(0), first.get(1), second.get(0), second.get(1), second.get(2)),
        new Ordering(d, second, b, first, PLACE));
    assertEquals(
        List.of(
            new Edge(0, 2, Edge.Reason.AFTER),
            new Edge(1, 2, Edge.Reason.AFTER),
            new Edge(2, 3, Edge.Reason.DATA),
            new Edge(1, 3, Edge.Reason.DATA),
            new Edge(0, 4, Edge.Reason.AFTER),
            new Edge(1, 4, Edge.Reason.AFTER)),
        graph.edges());
    assertTrue(graph.nodes().get(0).used());
  }

  @Test
  void tellsAnOrderThatDataDemandsAnywayOnce() {
    List<Step> steps = List.of(call(b, a), call(c, b));
    BodyGraph graph =
        ordered(steps, new Ordering(c, List.of(steps.get(1)), b, List.of(steps.get(0)), PLACE));
    assertEquals(List.of(new Edge(0, 1, Edge.Reason.DATA)), graph.edges());
  }

  @Test
  void leavesAnOrderThatPointsDownToARule() {
    List<Step> steps = List.of(call(b, a), call(c, a));
    BodyGraph graph =
        ordered(steps, new Ordering(b, List.of(steps.get(0)), c, List.of(steps.get(1)), PLACE));
    assertEquals(List.of(), graph.edges());
  }

  private BodyGraph ordered(List<Step> steps, Ordering ordering) {
    return BodyGraph.of(new Body(List.of(a), steps, read(a), List.of(ordering)));
  }

  @Test
  void guardsWhatStandsInABranchAndBelowAnEarlyReturn() {
    Step early = new Step.Return(Optional.of(new Value.Read(a)), PLACE);
    Step inner =
        new Step.If(List.of(), new Value.Read(b), List.of(early), List.of(call(c, a)), PLACE);
    Step outer = new Step.If(
        List.of(call(b, a)),
        new Value.Read(b),
        List.of(inner, call(d, a)),
        List.of(call(element, a)),
        PLACE);
    BodyGraph graph = BodyGraph.of(new Body(
        List.of(a),
        List.of(outer, call(variable("e", Variable.Origin.LOCAL), a)),
        Optional.empty()));
    assertEquals(
        List.of(
            List.of(),
            List.of(),
            List.of(new Guard(1, Guard.Way.TRUE)),
            List.of(new Guard(2, Guard.Way.TRUE)),
            List.of(new Guard(2, Guard.Way.FALSE)),
            List.of(new Guard(1, Guard.Way.TRUE), new Guard(3, Guard.Way.SKIPPED)),
            List.of(new Guard(1, Guard.Way.FALSE)),
            List.of(new Guard(3, Guard.Way.SKIPPED))),
        graph.nodes().stream().map(GraphNode::guards).toList());
    assertTrue(graph.edges().contains(new Edge(3, 7, Edge.Reason.BRANCH)));
  }

  @Test
  void putsBarriersAroundAnIfThatHoldsAFence() {
    Step inner = new Step.If(List.of(), new Value.Read(b), List.of(fence(b)), List.of(), PLACE);
    Step outer = new Step.If(
        List.of(call(b, a)), new Value.Read(b), List.of(call(c, a)), List.of(inner), PLACE);
    BodyGraph graph =
        BodyGraph.of(new Body(List.of(a), List.of(outer, call(d, a)), Optional.empty()));
    assertEquals(
        List.of(true, false, false, false, false, true, true, false),
        graph.nodes().stream().map(GraphNode::isFence).toList());
    assertEquals(OptionalInt.of(0), graph.nodes().get(6).fence());
    assertEquals(OptionalInt.of(6), graph.nodes().get(7).fence());
    assertTrue(graph.edges().contains(new Edge(3, 6, Edge.Reason.FENCE)));
  }

  @Test
  void passesOnWhatAMappedLambdaInsideAnotherReads() {
    Variable inner = variable("inner", Variable.Origin.TEMPORARY);
    Step deep =
        each(c, a, new Body(List.of(element), List.of(call(inner, element, b)), read(inner)));
    Variable row = variable("row", Variable.Origin.PARAMETER);
    BodyGraph graph =
        graph(d, call(b, a), each(d, a, new Body(List.of(row), List.of(deep), read(c))));
    InnerGraph outer = graph.nodes().get(1).inner().orElseThrow();
    assertEquals(List.of(a, b), outer.captures());
    assertFalse(outer.capturesSelf());
    assertEquals(List.of(0), graph.nodes().get(1).inputs());
  }

  @Test
  void seesTheInstanceInAMappedLambda() {
    Variable inner = variable("inner", Variable.Origin.TEMPORARY);
    Step pure = new Step.Pure(
        Optional.of(inner), new Snippet(List.of(new Snippet.Piece.Self()), List.of(), true), PLACE);
    BodyGraph graph = graph(d, each(d, a, new Body(List.of(element), List.of(pure), read(inner))));
    assertTrue(graph.nodes().get(0).inner().orElseThrow().capturesSelf());
  }

  @Test
  void seesTheInstanceInAMappedLambdaInsideAnother() {
    Variable inner = variable("inner", Variable.Origin.TEMPORARY);
    Step call = new Step.Call(Optional.of(inner), TASK, List.of(new Value.Self()), PLACE);
    Step deep = each(c, a, new Body(List.of(element), List.of(call), read(inner)));
    Variable row = variable("row", Variable.Origin.PARAMETER);
    BodyGraph graph = graph(d, each(d, a, new Body(List.of(row), List.of(deep), read(c))));
    assertTrue(graph.nodes().get(0).inner().orElseThrow().capturesSelf());
  }

  private BodyGraph graph(Variable result, Step... steps) {
    return BodyGraph.of(new Body(List.of(a), List.of(steps), read(result)));
  }

  private static Step call(Variable result, Variable... in) {
    return new Step.Call(Optional.of(result), TASK, values(in), PLACE);
  }

  private static Step fence(Variable... in) {
    return new Step.Call(Optional.empty(), FENCE, values(in), PLACE);
  }

  private static Step each(Variable result, Variable list, Body body) {
    return new Step.MapBody(Optional.of(result), new Value.Read(list), body, PLACE);
  }

  private static List<Value> values(Variable... variables) {
    return List.of(variables).stream().<Value>map(Value.Read::new).toList();
  }

  private static Optional<Value> read(Variable variable) {
    return Optional.of(new Value.Read(variable));
  }

  private static Variable variable(String name, Variable.Origin origin) {
    return new Variable(name, stub(PrimitiveType.class, TypeKind.INT), origin);
  }

  private static NodeRef node(TypeKind result) {
    return new NodeRef(
        stub(TypeElement.class, result), stub(ExecutableElement.class, result), NodeKind.TASK);
  }

  /** Something of the compiler's that knows its return type, and nothing else. */
  private static <T> T stub(Class<T> type, TypeKind kind) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, in) -> switch (method.getName()) {
          case "getReturnType" -> stub(TypeMirror.class, kind);
          case "getKind" -> kind;
          case "getModifiers" -> Set.of();
          case "hashCode" -> System.identityHashCode(proxy);
          case "equals" -> proxy == in[0];
          default -> method.getName();
        }));
  }
}
