package dev.makespan.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.problem.DeclarationProblems;
import dev.makespan.processor.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads the values of one annotation, and tells where each is written. */
final class AnnotationReader {
  private static final Pattern DURATION = Pattern.compile("([0-9]+)(ms|s|m|h)");
  private static final int DEFAULT_PARALLELISM = 25;

  private final AnnotationMirror annotation;
  private final MethodTree method;
  private final Names names;
  private final SourceFile file;
  private final List<Problem> problems = new ArrayList<>();

  AnnotationReader(AnnotationMirror annotation, MethodTree method, Names names, SourceFile file) {
    this.annotation = annotation;
    this.method = method;
    this.names = names;
    this.file = file;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The name for reports and errors, if one is given. */
  Optional<String> title() {
    return value("name").map(Object::toString).filter(name -> !name.isBlank());
  }

  Node.Settings settings(NodeKind kind) {
    return new Node.Settings(
        kind == NodeKind.TASK || kind == NodeKind.MAP_TASK ? duration("timeout") : Optional.empty(),
        kind == NodeKind.WORKFLOW
            ? count("maxParallelism", DEFAULT_PARALLELISM)
            : DEFAULT_PARALLELISM,
        kind == NodeKind.MAP_TASK ? count("concurrency", 0) : 0);
  }

  private Optional<Duration> duration(String option) {
    Optional<String> text = value(option).map(Object::toString);
    Optional<Duration> duration = text.flatMap(AnnotationReader::parsed);
    if (text.isPresent() && duration.isEmpty()) {
      problems.add(DeclarationProblems.duration(place(option), option, text.get()));
    }
    return duration;
  }

  /** The duration that a text means; empty if it is none. */
  static Optional<Duration> parsed(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(matcher.group(1));
      Duration duration = switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(number);
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        default -> Duration.ofHours(number);
      };
      return duration.toMillis() > 0 ? Optional.of(duration) : Optional.empty();
    } catch (NumberFormatException | ArithmeticException tooLong) {
      return Optional.empty();
    }
  }

  private int count(String option, int defaultValue) {
    int count = value(option)
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .orElse(defaultValue);
    if (count < 0) {
      problems.add(DeclarationProblems.negative(place(option), option, count));
    }
    return Math.max(count, 0);
  }

  private Optional<Object> value(String option) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(option)) {
        return Optional.of(entry.getValue().getValue());
      }
    }
    return Optional.empty();
  }

  private TreePlace place(String option) {
    for (ExpressionTree argument : tree().map(AnnotationTree::getArguments).orElse(List.of())) {
      if (argument instanceof AssignmentTree assignment
          && assignment.getVariable() instanceof IdentifierTree name
          && name.getName().contentEquals(option)) {
        return file.place(assignment.getExpression());
      }
    }
    return place();
  }

  /** Where the annotation is written. */
  TreePlace place() {
    return tree().map(found -> file.place(found)).orElseGet(() -> file.placeOfName(method));
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
