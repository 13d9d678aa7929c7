package dev.makespan.processor.graph;

import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.problem.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Which workflows call which, of classes that were compiled earlier: their flow classes tell it in
 * an annotation. What an older version compiled tells nothing.
 */
public final class CompiledCalls {
  private static final String CALLS = "dev.makespan.support.Calls";
  private static final String ALL = CALLS + ".All";

  private final Elements elements;
  private final Set<String> writtenTypes;

  /** For each class the annotations of its flow, by the workflow that calls. */
  private final Map<String, Map<String, List<Map<String, Object>>>> callers = new HashMap<>();

  /** For each class its workflows by their keys. */
  private final Map<String, Map<String, NodeRef>> workflows = new HashMap<>();

  /** Reads any class but those that this compilation has the source of. */
  public CompiledCalls(Elements elements, Set<String> writtenTypes) {
    this.elements = elements;
    this.writtenTypes = Set.copyOf(writtenTypes);
  }

  /** A line of a class that isn't compiled now. */
  record CompiledPlace(String file, int line) implements Place {}

  /** The calls of other workflows that a workflow makes. */
  List<CallGraph.Call> of(NodeRef workflow) {
    TypeElement outermost = outermost(workflow.owner());
    if (writtenTypes.contains(outermost.getQualifiedName().toString())) {
      return List.of();
    }
    List<CallGraph.Call> calls = new ArrayList<>();
    callers
        .computeIfAbsent(
            workflow.owner().getQualifiedName().toString(), name -> callers(workflow.owner()))
        .getOrDefault(NodeKeys.of(workflow.method()), List.of())
        .forEach(values -> calls.addAll(calls(workflow, outermost, values)));
    return calls;
  }

  private static TypeElement outermost(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement around ? outermost(around) : type;
  }

  private Map<String, List<Map<String, Object>>> callers(TypeElement owner) {
    Map<String, List<Map<String, Object>>> found = new HashMap<>();
    for (AnnotationMirror annotation : annotations(owner)) {
      Map<String, Object> values = new HashMap<>();
      annotation
          .getElementValues()
          .forEach(
              (element, value) -> values.put(element.getSimpleName().toString(), value.getValue()));
      found
          .computeIfAbsent(String.valueOf(values.get("from")), from -> new ArrayList<>())
          .add(values);
    }
    return found;
  }

  private List<CallGraph.Call> calls(
      NodeRef caller, TypeElement outermost, Map<String, Object> values) {
    List<?> to = listOf(values.getOrDefault("to", List.of()));
    List<?> lines = listOf(values.getOrDefault("lines", List.of()));
    Object file = values.getOrDefault("file", outermost.getSimpleName() + ".java");
    List<CallGraph.Call> calls = new ArrayList<>();
    for (int i = 0; i < Math.min(to.size(), lines.size()); i++) {
      if (lines.get(i) instanceof Integer line) {
        CompiledPlace place = new CompiledPlace(file.toString(), line);
        workflow(to.get(i).toString(), caller.owner())
            .ifPresent(callee -> calls.add(new CallGraph.Call(caller, callee, place)));
      }
    }
    return calls;
  }

  private static List<?> listOf(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(each -> ((AnnotationValue) each).getValue()).toList()
        : List.of();
  }

  /** A workflow by its key; empty if it is gone, or isn't one any more. */
  private Optional<NodeRef> workflow(String key, TypeElement from) {
    int method = key.lastIndexOf('.');
    TypeElement owner = method < 0
        ? null
        : elements.getTypeElement(elements.getModuleOf(from), key.substring(0, method));
    return Optional.ofNullable(owner)
        .map(type -> workflows.computeIfAbsent(key.substring(0, method), name -> workflows(type)))
        .map(all -> all.get(key.substring(method + 1)));
  }

  private static Map<String, NodeRef> workflows(TypeElement owner) {
    Map<String, NodeRef> all = new HashMap<>();
    for (ExecutableElement each : ElementFilter.methodsIn(owner.getEnclosedElements())) {
      boolean workflow = each.getAnnotationMirrors().stream()
          .map(NodeKind::of)
          .anyMatch(Optional.of(NodeKind.WORKFLOW)::equals);
      if (workflow) {
        all.put(NodeKeys.of(each), new NodeRef(owner, each, NodeKind.WORKFLOW));
      }
    }
    return all;
  }

  /** The annotations of a class's flow class, of which several stand in a container. */
  private List<AnnotationMirror> annotations(TypeElement owner) {
    String packageName = elements.getPackageOf(owner).getQualifiedName().toString();
    TypeElement flow = elements.getTypeElement(
        elements.getModuleOf(owner),
        (packageName.isEmpty() ? "" : packageName + ".") + FlowClass.nameOf(owner));
    List<AnnotationMirror> found = new ArrayList<>();
    if (flow != null) {
      for (AnnotationMirror annotation : flow.getAnnotationMirrors()) {
        String name = ((TypeElement) annotation.getAnnotationType().asElement())
            .getQualifiedName()
            .toString();
        if (name.equals(CALLS)) {
          found.add(annotation);
        } else if (name.equals(ALL)) {
          annotation.getElementValues().values().stream()
              .flatMap(value -> listOf(value.getValue()).stream())
              .forEach(each -> found.add((AnnotationMirror) each));
        }
      }
    }
    return found;
  }
}
