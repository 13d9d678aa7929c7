package dev.makespan.processor.source;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.problem.DeclarationProblems;
import dev.makespan.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Says what is wrong in the declarations of annotated methods, bodies aside. */
final class DeclarationChecks {
  private final Compilation compilation;
  private final SourceFile file;

  DeclarationChecks(Compilation compilation, SourceFile file) {
    this.compilation = compilation;
    this.file = file;
  }

  /** What keeps a class from having annotated methods at all; told at the first of them. */
  Optional<Problem> ofClass(TypeElement type, TreePlace first) {
    if (type.getKind().isInterface()) {
      return Optional.of(DeclarationProblems.interfaceMethod(first, type.getSimpleName()));
    }
    for (Element each = type;
        each instanceof TypeElement around;
        each = each.getEnclosingElement()) {
      boolean isStatic = around.getNestingKind() == NestingKind.TOP_LEVEL
          || around.getModifiers().contains(Modifier.STATIC);
      if (!isStatic) {
        return Optional.of(DeclarationProblems.innerClass(first, around.getSimpleName()));
      }
      if (around.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of(DeclarationProblems.privateClass(first, around.getSimpleName()));
      }
    }
    return type.getTypeParameters().isEmpty()
        ? Optional.empty()
        : Optional.of(DeclarationProblems.genericClass(first, type.getSimpleName()));
  }

  List<Problem> ofMethod(NodeRef node, MethodTree tree) {
    List<Problem> problems = new ArrayList<>();
    ExecutableElement method = node.method();
    TreePlace place = file.placeOfName(tree);
    if (Markers.on(method).size() > 1) {
      problems.add(DeclarationProblems.twoAnnotations(place, node.name(), spellings(method)));
    }
    if (method.getModifiers().contains(Modifier.ABSTRACT)
        && !node.owner().getKind().isInterface()) {
      problems.add(DeclarationProblems.abstractMethod(place, node.name()));
    }
    if (method.getModifiers().contains(Modifier.NATIVE)) {
      problems.add(DeclarationProblems.nativeMethod(place, node.name()));
    }
    if (node.kind() == NodeKind.WORKFLOW && method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      problems.add(DeclarationProblems.synchronizedWorkflow(place, node.name()));
    }
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      problems.add(DeclarationProblems.privateNode(place, node.name()));
    }
    if (!method.getTypeParameters().isEmpty()) {
      problems.add(DeclarationProblems.genericNode(place, node.name()));
    }
    if (method.isVarArgs()) {
      problems.add(DeclarationProblems.varargsNode(place, node.name()));
    }
    if (node.kind() == NodeKind.MAP_TASK && method.getParameters().isEmpty()) {
      problems.add(DeclarationProblems.mapTaskElement(place, node.name()));
    }
    overload(node, place).ifPresent(problems::add);
    types(node, tree, problems);
    return problems;
  }

  private static String spellings(ExecutableElement method) {
    return Markers.on(method).stream()
        .map(NodeKind::of)
        .flatMap(Optional::stream)
        .map(NodeKind::spelling)
        .collect(Collectors.joining(" and "));
  }

  private Optional<Problem> overload(NodeRef node, TreePlace place) {
    boolean before = true;
    for (ExecutableElement other : compilation.members(node.owner()).methods(node.name())) {
      if (other.equals(node.method())) {
        before = false;
        continue;
      }
      boolean rival =
          other.getParameters().size() == node.method().getParameters().size()
              || (other.isVarArgs()
                  && other.getParameters().size() - 1
                      <= node.method().getParameters().size());
      // Of two annotated ones the second is told.
      if (rival && (before || Markers.node(other).isEmpty())) {
        return Optional.of(DeclarationProblems.overload(
            place, node.name(), node.method().getParameters().size()));
      }
    }
    return Optional.empty();
  }

  private void types(NodeRef node, MethodTree tree, List<Problem> problems) {
    TypeMirror returned = node.method().getReturnType();
    boolean task = node.kind() == NodeKind.TASK || node.kind() == NodeKind.MAP_TASK;
    if (tree.getReturnType() != null) {
      TreePlace place = file.place(tree.getReturnType());
      reachable(returned, node, place).ifPresent(problems::add);
      if (task && isFuture(returned)) {
        problems.add(DeclarationProblems.asyncTask(place, node.name()));
      }
    }
    for (int i = 0; i < tree.getParameters().size(); i++) {
      VariableTree parameter = tree.getParameters().get(i);
      TreePlace place = file.place(parameter.getType());
      reachable(node.method().getParameters().get(i).asType(), node, place)
          .ifPresent(problems::add);
    }
  }

  private Optional<Problem> reachable(TypeMirror type, NodeRef node, TreePlace place) {
    return TypeParts.unreachable(type, node.owner(), compilation)
        .map(hidden -> DeclarationProblems.privateType(place, hidden.getSimpleName()));
  }

  private boolean isFuture(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return false;
    }
    TypeMirror erased = compilation.types().erasure(type);
    return List.of("java.util.concurrent.CompletionStage", "java.util.concurrent.Future").stream()
        .map(compilation.elements()::getTypeElement)
        .anyMatch(future ->
            compilation.types().isSubtype(erased, compilation.types().erasure(future.asType())));
  }
}
