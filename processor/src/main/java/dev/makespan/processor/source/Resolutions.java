package dev.makespan.processor.source;

import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.problem.Problem;
import java.net.URI;
import java.util.ArrayList;
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

  private record Span(int start, int end) {}

  /** The names of one body, by the offset at which each ends. */
  final class Body {
    private final NodeKind kind;
    private final Map<Integer, String> nodes = new HashMap<>();
    private final Map<Integer, List<String>> names = new HashMap<>();
    private final Set<Integer> annotations = new HashSet<>();
    private final Map<Integer, Problem> doubts = new HashMap<>();
    private final List<Span> told = new ArrayList<>();
    private boolean rejected;
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

    /** Notes a problem of a call whose method's name ends here, unless the compiler rejects it. */
    void doubt(int end, Problem problem) {
      doubts.put(end, problem);
    }

    Optional<Problem> doubt(int end) {
      return Optional.ofNullable(doubts.get(end));
    }

    /** Notes that something in it is told elsewhere, or by the compiler. */
    void rejected() {
      rejected = true;
    }

    boolean isRejected() {
      return rejected;
    }

    /** Notes that something is wrong with the text from one offset to another. */
    void told(int start, int end) {
      told.add(new Span(start, end));
    }

    /** Whether anything is wrong with the body, so that it isn't read to its end. */
    boolean isTold() {
      return !told.isEmpty();
    }

    /** Whether the text that ends here is a part of something wrong. */
    boolean isTold(int end) {
      return told.stream().anyMatch(span -> span.start() < end && end <= span.end());
    }

    Optional<List<String>> name(int end) {
      return Optional.ofNullable(names.get(end));
    }
  }
}
