package dev.makespan.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.problem.LocalProblems;
import dev.makespan.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Searches a class for annotations of locals that no workflow's body has read. In classes without
 * annotated methods the verifier does.
 */
final class StrayAnnotations extends TreeScanner<Void, Optional<Resolutions.Body>> {
  private final SourceFile file;
  private final Names names;
  private final Resolutions resolutions;
  private final Set<MethodTree> broken;
  private final List<Problem> problems = new ArrayList<>();

  private StrayAnnotations(
      SourceFile file, Names names, Resolutions resolutions, Set<MethodTree> broken) {
    this.file = file;
    this.names = names;
    this.resolutions = resolutions;
    this.broken = broken;
  }

  /**
   * What is wrong.
   *
   * @param broken workflows that weren't read to their end
   */
  static List<Problem> in(
      Tree type, SourceFile file, Names names, Resolutions resolutions, Set<MethodTree> broken) {
    if (!file.mentions("After") && !file.mentions("Options")) {
      return List.of();
    }
    StrayAnnotations search = new StrayAnnotations(file, names, resolutions, broken);
    search.scan(type, Optional.empty());
    return search.problems;
  }

  @Override
  public Void visitMethod(MethodTree tree, Optional<Resolutions.Body> around) {
    if (broken.contains(tree)) {
      return null;
    }
    return super.visitMethod(
        tree, resolutions.find(file.uri(), file.start(tree)).or(() -> around));
  }

  @Override
  public Void visitVariable(VariableTree tree, Optional<Resolutions.Body> body) {
    for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
      boolean read =
          body.filter(found -> found.hasAnnotation(file.start(annotation))).isPresent();
      LocalAnnotation.nameOf(annotation, names)
          .filter(name -> !read)
          .ifPresent(name -> problems.add(LocalProblems.misplaced(file.place(annotation), name)));
    }
    return super.visitVariable(tree, body);
  }
}
