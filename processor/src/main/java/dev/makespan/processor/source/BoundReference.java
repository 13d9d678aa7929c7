package dev.makespan.processor.source;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewClassTree;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.CallProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads what a reference to an annotated method is bound to, once and before it is called. */
final class BoundReference {
  private final BodyContext context;
  private final ExpressionReader outer;

  BoundReference(BodyContext context, ExpressionReader outer) {
    this.context = context;
    this.outer = outer;
  }

  /** The instance that the method is called on; empty if the reference isn't bound to one. */
  Optional<Value> receiver(MemberReferenceTree reference, Callee callee, NodeRef node) {
    if (node.method().isVarArgs()) {
      context.report(CallProblems.variableReference(context.place(reference), node.name()));
    }
    if (callee.form() != Callee.Form.EXPRESSION) {
      return Optional.empty();
    }
    Value receiver =
        outer.value(reference.getQualifierExpression(), node.owner().asType(), "receiver");
    if (!node.isInstance()) {
      return Optional.empty();
    }
    new Receivers(context, outer.scope()).check(reference.getQualifierExpression());
    return Optional.of(nonNull(receiver, reference, node));
  }

  /** A reference checks what it is bound to when it is evaluated, also if it is never called. */
  private Value nonNull(Value receiver, MemberReferenceTree reference, NodeRef node) {
    boolean isNew = Typer.bare(reference.getQualifierExpression()) instanceof NewClassTree;
    if (isNew || !(receiver instanceof Value.Read read)) {
      return receiver;
    }
    Variable checked = new Variable("receiver", node.owner().asType(), Variable.Origin.TEMPORARY);
    Optional<Step.Pure> made = read.variable().origin() == Variable.Origin.TEMPORARY
        ? outer.last(read.variable())
        : Optional.empty();
    made.ifPresent(outer::remove);
    Snippet code = made.map(Step.Pure::code)
        .orElseGet(() -> new Snippet(
            List.of(Snippet.Piece.of(read.variable())), List.of(read.variable()), false));
    List<Snippet.Piece> pieces = new ArrayList<>(code.pieces());
    TypeElement objects = context.compilation.elements().getTypeElement("java.util.Objects");
    pieces.add(0, new Snippet.Piece.Type(objects));
    pieces.add(1, new Snippet.Piece.Text(".requireNonNull("));
    pieces.add(new Snippet.Piece.Text(")"));
    Snippet check = new Snippet(pieces, code.reads(), code.readsSelf(), code.suppressed());
    outer.add(new Step.Pure(Optional.of(checked), check, context.place(reference)));
    return new Value.Read(checked);
  }
}
