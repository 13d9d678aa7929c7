package dev.makespan.processor.source;

import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Reading;
import dev.makespan.processor.model.Settings;
import dev.makespan.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * Reads one class from its signatures alone, where there are no trees of it. The twins of its
 * workflows call the plain methods; those of the other kinds are what they always are.
 */
final class SignatureReader {
  private final Compilation compilation;
  private final TypeElement type;
  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private boolean waiting;

  SignatureReader(Compilation compilation, TypeElement type) {
    this.compilation = compilation;
    this.type = type;
    this.file = Enclosing.outermost(type).getSimpleName() + ".java";
  }

  Reading read() {
    List<NodeRef> refs = Signatures.nodes(type);
    DeclarationChecks checks = new DeclarationChecks(compilation);
    List<Node> nodes = new ArrayList<>();
    Optional<Problem> ofClass = refs.stream()
        .findFirst()
        .flatMap(first -> checks.ofClass(type, places(first).name()));
    ofClass.ifPresent(problems::add);
    for (NodeRef ref : refs) {
      DeclarationPlaces places = places(ref);
      problems.addAll(checks.ofMethod(ref, places));
      Node node = node(ref, new AnnotationReader(Markers.on(ref.method()).get(0), places), places);
      if (Signatures.isNameable(ref, compilation)) {
        nodes.add(node);
      }
    }
    boolean broken = waiting || !problems.isEmpty();
    Optional<FlowClass> flow = nodes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FlowClass(type, FlowClass.nameOf(type), file, nodes, false, true, broken));
    boolean whole = ofClass.isEmpty() && nodes.size() == refs.size();
    return new Reading(flow, whole, problems, waiting && problems.isEmpty(), List.of());
  }

  private DeclarationPlaces places(NodeRef ref) {
    return new ElementPlaces(ref.method(), Markers.on(ref.method()).get(0), file);
  }

  private Node node(NodeRef ref, AnnotationReader annotation, DeclarationPlaces places) {
    Settings settings = annotation.settings(ref.kind(), compilation, type);
    problems.addAll(annotation.problems());
    waiting |= annotation.hasUnknown() || Signatures.hasUnknownTypes(ref);
    Optional<Body> body = ref.kind() == NodeKind.WORKFLOW
        ? Optional.of(SequentialBody.of(ref, places.name()))
        : Optional.empty();
    return new Node(
        ref,
        annotation.title().orElse(ref.name()),
        places.name().line(),
        places.name(),
        settings,
        Summary.of(compilation.elements().getDocComment(ref.method())),
        body,
        Optional.empty(),
        Set.of());
  }
}
