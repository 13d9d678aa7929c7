package dev.makespan.processor.source;

import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Types;

/**
 * What the reader took each name to be, kept as text, because elements are made anew in each round.
 */
final class Resolutions {
  private final UnaryOperator<String> misreading;
  private final Map<URI, Map<Integer, Body>> bodies = new HashMap<>();

  /** Changes a text on its way in, so that a test can play a resolver that errs. */
  Resolutions(UnaryOperator<String> misreading) {
    this.misreading = misreading;
  }

  /**
   * Begins a body anew; a body that is read again in a later round replaces what was noted before.
   */
  Body body(URI file, int start, NodeKind kind) {
    Body body = new Body(kind);
    bodies.computeIfAbsent(file, unused -> new HashMap<>()).put(start, body);
    return body;
  }

  Optional<Body> find(URI file, int start) {
    return Optional.ofNullable(bodies.getOrDefault(file, Map.of()).get(start));
  }

  static String text(ExecutableElement method, Types types) {
    String parameters = method.getParameters().stream()
        .map(each -> types.erasure(each.asType()).toString())
        .collect(Collectors.joining(", ", "(", ")"));
    return Enclosing.type(method).getQualifiedName() + "." + method.getSimpleName() + parameters;
  }

  /** The names of one body, by the offset at which each ends. */
  final class Body {
    private final NodeKind kind;
    private final Map<Integer, String> nodes = new HashMap<>();
    private final Map<Integer, List<String>> names = new HashMap<>();
    private final Set<Integer> annotations = new HashSet<>();
    private final Set<Integer> fills = new HashSet<>();

    private Body(NodeKind kind) {
      this.kind = kind;
    }

    NodeKind kind() {
      return kind;
    }

    void node(int end, NodeRef node, Types types) {
      nodes.put(end, misreading.apply(text(node.method(), types)));
    }

    /** The annotated method that a call or reference was taken to mean. */
    Optional<String> node(int end) {
      return Optional.ofNullable(nodes.get(end));
    }

    /** Notes what a simple name means: one of these. None, if it couldn't be told. */
    void name(int end, List<String> meanings) {
      names.put(end, meanings.stream().map(misreading).toList());
    }

    /** Notes that the call whose name ends here fills a list of the body's own. */
    void fill(int end) {
      fills.add(end);
    }

    boolean isFill(int end) {
      return fills.contains(end);
    }

    /** Notes that a local's annotation at this offset was read. */
    void annotation(int start) {
      annotations.add(start);
    }

    boolean hasAnnotation(int start) {
      return annotations.contains(start);
    }

    Optional<List<String>> name(int end) {
      return Optional.ofNullable(names.get(end));
    }
  }
}
