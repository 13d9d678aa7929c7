package dev.makespan.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.problem.Place;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** The places of a declaration in the source: those of its trees. */
final class WrittenPlaces implements DeclarationPlaces {
  private final AnnotationMirror annotation;
  private final MethodTree method;
  private final Names names;
  private final SourceFile file;

  WrittenPlaces(AnnotationMirror annotation, MethodTree method, Names names, SourceFile file) {
    this.annotation = annotation;
    this.method = method;
    this.names = names;
    this.file = file;
  }

  @Override
  public Place name() {
    return file.placeOfName(method);
  }

  @Override
  public Place returned() {
    return method.getReturnType() == null ? name() : file.place(method.getReturnType());
  }

  @Override
  public Place parameter(int index) {
    return file.place(method.getParameters().get(index).getType());
  }

  @Override
  public Place annotation() {
    return tree().<Place>map(found -> file.place(found)).orElseGet(this::name);
  }

  @Override
  public Place option(String name) {
    return written(name).<Place>map(value -> file.place(value)).orElseGet(this::annotation);
  }

  @Override
  public Place option(String name, int index) {
    Optional<ExpressionTree> written = written(name);
    return written.isPresent() && written.get() instanceof NewArrayTree array
        ? file.place(array.getInitializers().get(index))
        : option(name);
  }

  private Optional<ExpressionTree> written(String option) {
    for (ExpressionTree argument : tree().map(AnnotationTree::getArguments).orElse(List.of())) {
      if (argument instanceof AssignmentTree assignment
          && assignment.getVariable() instanceof IdentifierTree name
          && name.getName().contentEquals(option)) {
        return Optional.of(assignment.getExpression());
      }
    }
    return Optional.empty();
  }

  private Optional<AnnotationTree> tree() {
    TypeElement wanted = (TypeElement) annotation.getAnnotationType().asElement();
    for (AnnotationTree tree : method.getModifiers().getAnnotations()) {
      Tree type = tree.getAnnotationType();
      if (type instanceof ExpressionTree name
          && names.type(name).filter(wanted::equals).isPresent()) {
        return Optional.of(tree);
      }
    }
    return Optional.empty();
  }
}
