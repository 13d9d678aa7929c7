package dev.makespan.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.CallProblems;
import dev.makespan.processor.problem.DeclarationProblems;
import dev.makespan.processor.problem.LocalProblems;
import dev.makespan.processor.problem.Place;
import dev.makespan.processor.problem.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Verifies the bodies of one attributed class. Only here are the compiler's symbols asked for. */
final class BodyVerifier extends TreePathScanner<Void, Void> {
  private final CompilationUnitTree unit;
  private final Trees trees;
  private final Types types;
  private final Resolutions resolutions;
  private final boolean toldErrors;
  private final URI source;
  private final Mutators mutators;
  private final List<Problem> problems = new ArrayList<>();
  private Optional<SourceFile> file = Optional.empty();
  private Optional<Resolutions.Body> body = Optional.empty();

  /**
   * A verifier of one class.
   *
   * @param toldErrors whether anything in the compilation was found wrong before
   */
  BodyVerifier(
      CompilationUnitTree unit,
      Trees trees,
      Types types,
      Resolutions resolutions,
      boolean toldErrors) {
    this.toldErrors = toldErrors;
    this.unit = unit;
    this.trees = trees;
    this.types = types;
    this.resolutions = resolutions;
    this.source = unit.getSourceFile().toUri();
    this.mutators = new Mutators(types);
  }

  List<Problem> problems() {
    return problems;
  }

  @Override
  public Void visitMethod(MethodTree tree, Void unused) {
    localNode(tree);
    overriding(tree);
    Optional<Resolutions.Body> around = body;
    int start = (int) trees.getSourcePositions().getStartPosition(unit, tree);
    Optional<Resolutions.Body> own = resolutions.find(source, start);
    task(tree);
    body = own.isPresent() ? own : around;
    if (own.isPresent() && tree.getBody() != null) {
      body(own.get(), new TreePath(getCurrentPath(), tree.getBody()));
    }
    scan(tree.getBody(), null);
    body = around;
    return null;
  }

  private void body(Resolutions.Body noted, TreePath block) {
    NodeKind kind = noted.kind();
    if (kind == NodeKind.WORKFLOW) {
      SideEffects.in(block, noted, file(), trees, mutators).stream()
          .filter(problem -> !isTold(problem))
          .forEach(problems::add);
    } else if (kind == NodeKind.DYNAMIC) {
      problems.addAll(OutsideRun.in(block, file(), trees, mutators));
    }
    Unrepeatable.in(block, kind, file(), trees, mutators).stream()
        .filter(warning -> problems.stream().noneMatch(isAt(warning.place())))
        .forEach(problems::add);
  }

  private static Predicate<Problem> isAt(Place place) {
    return problem -> problem.place().equals(place);
  }

  /** Whether a problem lies in something that was found wrong when the body was read. */
  private boolean isTold(Problem problem) {
    return problem.place() instanceof TreePlace place
        && body.filter(read -> read.isTold(file().end(place.tree()))).isPresent();
  }

  /**
   * A method of a local class is never shown to a processor; so it is told here that it can't be a
   * node.
   */
  private void localNode(MethodTree tree) {
    Element method = trees.getElement(getCurrentPath());
    if (method != null
        && Markers.declared(method).isPresent()
        && method.getEnclosingElement() instanceof TypeElement owner) {
      boolean local = false;
      for (Element each = owner;
          each instanceof TypeElement type;
          each = each.getEnclosingElement()) {
        local |= type.getNestingKind() == NestingKind.LOCAL
            || type.getNestingKind() == NestingKind.ANONYMOUS;
      }
      if (local) {
        problems.add(DeclarationProblems.localNode(file().placeOfName(tree), tree.getName()));
      }
    }
  }

  /** Annotations of locals that nobody read, also in classes that no reader sees. */
  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
      TreePath type =
          new TreePath(new TreePath(getCurrentPath(), annotation), annotation.getAnnotationType());
      Optional<String> ours = trees.getElement(type) instanceof TypeElement element
          ? LocalAnnotation.ours(element.getQualifiedName().toString())
          : Optional.empty();
      boolean read = ours.isPresent()
          && body.filter(found -> found.hasAnnotation(file().start(annotation))).isPresent();
      ours.filter(name -> !read)
          .ifPresent(name -> problems.add(LocalProblems.misplaced(file().place(annotation), name)));
    }
    return super.visitVariable(tree, null);
  }

  private void task(MethodTree tree) {
    Element method = trees.getElement(getCurrentPath());
    boolean task = method != null
        && Markers.node(method)
            .filter(node -> node.kind() == NodeKind.TASK || node.kind() == NodeKind.MAP_TASK)
            .isPresent();
    if (task && tree.getBody() != null && !method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      TreePath block = new TreePath(getCurrentPath(), tree.getBody());
      problems.addAll(FieldAssignments.in(block, tree.getName().toString(), file(), trees));
    }
  }

  /** A workflow is wired as its own class writes it, so that an override would go unseen. */
  private void overriding(MethodTree tree) {
    Element method = trees.getElement(getCurrentPath());
    if (method != null) {
      Overridden.node(method)
          .filter(above -> above.kind() == NodeKind.WORKFLOW)
          .ifPresent(above -> problems.add(DeclarationProblems.overriddenWorkflow(
              file().placeOfName(tree), above.name(), above.owner().getSimpleName())));
    }
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    verifyNode(tree.getMethodSelect(), new TreePath(getCurrentPath(), tree.getMethodSelect()));
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    verifyNode(tree, getCurrentPath());
    return super.visitMemberReference(tree, null);
  }

  /** Whether something is told that kept a body from being read to its end. */
  private boolean isUnread(Resolutions.Body read) {
    return read.isTold() || (read.isRejected() && toldErrors);
  }

  private void verifyNode(Tree tree, TreePath path) {
    if (body.isEmpty()) {
      return;
    }
    Element element = trees.getElement(path);
    if (!(element instanceof ExecutableElement)) {
      // The compiler rejects it.
      return;
    }
    Optional<NodeRef> actual = Markers.node(element);
    if (body.get().kind() == NodeKind.DYNAMIC) {
      actual.ifPresent(node -> problems.add(CallProblems.direct(
          file().place(tree),
          node.name(),
          Markers.current(node.owner()),
          node.kind() == NodeKind.MAP_TASK)));
      return;
    }
    body.get().doubt(file().end(tree)).filter(doubt -> !isRejected(path)).ifPresent(problems::add);
    Optional<String> taken = body.get().node(file().end(tree));
    Optional<String> meant = actual.map(node -> Resolutions.text(node.method(), types));
    if (taken.isEmpty() && isUnread(body.get())) {
      return;
    }
    if (taken.equals(meant) || isRejected(path)) {
      return;
    }
    if (actual.isPresent() && taken.isEmpty() && enclosingLambda(path).isPresent()) {
      problems.add(unseen(tree, actual.get(), enclosingLambda(path).get()));
    } else {
      String other = Meanings.of(element, types);
      problems.add(taken
          .map(read -> CallProblems.misread(file().place(tree), read, other))
          .orElseGet(() -> CallProblems.unseen(file().place(tree), other)));
    }
  }

  /**
   * Whether the compiler has told what is wrong with a call or reference, or a lambda around it.
   */
  private boolean isRejected(TreePath path) {
    for (TreePath at = path; at.getLeaf() instanceof ExpressionTree; at = at.getParentPath()) {
      TypeMirror type = trees.getTypeMirror(at);
      if (type != null && type.getKind() == TypeKind.ERROR) {
        return true;
      }
    }
    return false;
  }

  private static Optional<TreePath> enclosingLambda(TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof LambdaExpressionTree) {
        return Optional.of(at);
      }
      if (at.getLeaf() instanceof MethodTree) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A node in a lambda that the reader saw none in, since it couldn't tell a parameter's type. */
  private Problem unseen(Tree call, NodeRef node, TreePath path) {
    LambdaExpressionTree lambda = (LambdaExpressionTree) path.getLeaf();
    boolean mapped = path.getParentPath().getLeaf() instanceof MethodInvocationTree map
        && map.getArguments().get(map.getArguments().size() - 1) == lambda
        && trees.getElement(new TreePath(path.getParentPath(), map.getMethodSelect()))
            instanceof ExecutableElement method
        && isMap(map, method);
    if (mapped && lambda.getParameters().size() == 1) {
      VariableTree parameter = lambda.getParameters().get(0);
      return BodyProblems.untypedParameter(file().place(parameter), parameter.getName());
    }
    return CallProblems.inLambda(file().place(call), node.name());
  }

  private static boolean isMap(MethodInvocationTree call, ExecutableElement method) {
    return (Mapping.of(call).isPresent() && MapReader.isOfMakespan(method))
        || (Enclosing.type(method).getQualifiedName().toString().startsWith("java.util.stream.")
            && method.getSimpleName().toString().startsWith("map"));
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    verifyName(tree);
    return super.visitIdentifier(tree, null);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    verifyName(tree);
    return super.visitMemberSelect(tree, null);
  }

  private void verifyName(Tree tree) {
    if (file().start(tree) < 0) {
      // The compiler's own, such as the type that it found for a var.
      return;
    }
    Optional<List<String>> taken = body.flatMap(noted -> noted.name(file().end(tree)));
    Element element = taken.isPresent() ? trees.getElement(getCurrentPath()) : null;
    if (element == null
        || element.asType() == null
        || element.asType().getKind() == TypeKind.ERROR) {
      return;
    }
    Element meant =
        element.getKind() == ElementKind.CONSTRUCTOR ? Enclosing.type(element) : element;
    String meaning = Meanings.of(meant, types);
    if (!taken.get().contains(meaning)) {
      String reading = taken.get().isEmpty() ? "unknown" : String.join(" or ", taken.get());
      problems.add(CallProblems.misread(file().place(tree), reading, meaning));
    }
  }

  private SourceFile file() {
    if (file.isEmpty()) {
      file = Optional.of(new SourceFile(unit, trees, trees::getElement));
    }
    return file.get();
  }
}
