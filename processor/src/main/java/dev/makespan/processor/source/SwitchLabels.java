package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeMirror;

/** Tells which labels of a switch are the bare names of enum constants. */
final class SwitchLabels {
  private final BodyContext context;
  private final Draft draft;

  SwitchLabels(Draft draft) {
    this.context = draft.context;
    this.draft = draft;
  }

  /**
   * A bare name as a label is a constant of the selector's enum; if its type can't be told, unless
   * it is a constant.
   */
  boolean isEnumConstant(ExpressionTree label, Optional<TypeMirror> selector) {
    if (!(label instanceof IdentifierTree identifier)) {
      return false;
    }
    if (selector.isPresent()) {
      return selector
          .flatMap(context.facts::element)
          .filter(type -> type.getKind() == ElementKind.ENUM)
          .isPresent();
    }
    String name = identifier.getName().toString();
    boolean constantLocal =
        draft.scope().variable(name).flatMap(context.constants::value).isPresent();
    boolean constantField = context
        .names
        .field(name)
        .filter(field -> field.all().get(0).getConstantValue() != null)
        .isPresent();
    return !constantLocal && !constantField;
  }
}
