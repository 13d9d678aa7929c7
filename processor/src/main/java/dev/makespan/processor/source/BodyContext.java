package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What the readers of one body share: where it stands, how its names are resolved, and what was found wrong in it. */
final class BodyContext {
  final Compilation compilation;
  final Names names;
  final Typer typer;
  final SourceFile file;
  final NodeRef node;
  final Resolutions.Body resolutions;
  private final TreePath method;
  private final List<Problem> problems = new ArrayList<>();
  private boolean unreadable;

  BodyContext(
      Compilation compilation, Names names, SourceFile file, NodeRef node, TreePath method, Resolutions.Body resolutions) {
    this.compilation = compilation;
    this.names = names;
    this.typer = new Typer(compilation, names);
    this.file = file;
    this.node = node;
    this.method = method;
    this.resolutions = resolutions;
  }

  TypeElement owner() {
    return node.owner();
  }

  TreePlace place(Tree tree) {
    return file.place(tree);
  }

  /** The place of a local's name. */
  TreePlace placeOfName(VariableTree local) {
    return file.placeOfName(local);
  }

  void report(Problem problem) {
    problems.add(problem);
  }

  List<Problem> problems() {
    return problems;
  }

  /**
   * Notes that a name can't be told: it doesn't exist yet, or the compiler rejects the program. If the compiler turns out to
   * accept it, the verifier tells.
   */
  void unreadable(Tree name) {
    resolutions.name(file.end(name), List.of());
    unreadable = true;
  }

  boolean isUnreadable() {
    return unreadable;
  }

  boolean isBroken() {
    return unreadable || !problems.isEmpty();
  }

  /**
   * The type of a local, as the compiler infers it. It works on a copy of the body; on some compilers it fails.
   *
   * @param after a tree at which the local is in scope
   */
  Optional<TypeMirror> inferred(String local, Tree after) {
    TreePath path = TreePath.getPath(method, after);
    if (path == null) {
      return Optional.empty();
    }
    try {
      for (Element each : compilation.trees().getScope(path).getLocalElements()) {
        if (each.getSimpleName().contentEquals(local) && each.asType() != null) {
          return Optional.of(each.asType());
        }
      }
      return Optional.empty();
    } catch (RuntimeException | LinkageError | AssertionError compilerFailed) {
      return Optional.empty();
    }
  }

  /** Whether a type is one of the classes that are generated for classes with annotated methods. */
  Optional<TypeElement> flowOf(ExpressionTree name) {
    String spelled = name.toString();
    if (!spelled.endsWith("Flow") || spelled.length() == "Flow".length()) {
      return Optional.empty();
    }
    return flowOf(spelled.substring(spelled.lastIndexOf('.') + 1));
  }

  /** The class that a flow class is generated for. */
  Optional<TypeElement> flowOf(TypeElement type) {
    String name = type.getSimpleName().toString();
    boolean flow = name.endsWith("Flow") && name.length() > "Flow".length();
    return flow ? flowOf(name) : Optional.empty();
  }

  private Optional<TypeElement> flowOf(String simpleName) {
    String[] nesting = simpleName.substring(0, simpleName.length() - "Flow".length()).split("_");
    Optional<TypeElement> type = nesting.length == 0 ? Optional.empty() : names.type(nesting[0]);
    for (int i = 1; i < nesting.length; i++) {
      String member = nesting[i];
      type = type.flatMap(outer -> compilation.memberType(outer, member));
    }
    return type.filter(Markers::hasNodes);
  }
}
