package dev.makespan.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.CallProblems;
import dev.makespan.processor.problem.DeclarationProblems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads statements into steps. What isn't part of the language is refused where it stands. */
final class BodyReader {
  private final BodyContext context;
  private final ExpressionReader expressions;
  /** Locals that are told to have no value; the first one they get is no other one. */
  private final Set<String> valueless = new HashSet<>();

  BodyReader(BodyContext context, ExpressionReader expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /**
   * Reads all statements.
   *
   * @param demanded the type of the result, if one is demanded
   * @return the value that is returned
   */
  Optional<Value> read(List<? extends StatementTree> statements, Optional<TypeMirror> demanded) {
    Optional<Value> result = Optional.empty();
    for (int i = 0; i < statements.size(); i++) {
      StatementTree statement = statements.get(i);
      if (statement instanceof ReturnTree returned) {
        if (returned.getExpression() != null) {
          result = Optional.of(expressions.result(returned.getExpression(), demanded));
        }
      } else if (statement instanceof VariableTree local) {
        Tree last = i + 1 < statements.size() ? statements.get(statements.size() - 1) : null;
        local(local, Optional.ofNullable(last));
      } else if (statement instanceof ExpressionStatementTree expression) {
        statement(expression.getExpression());
      } else {
        refuse(statement);
      }
    }
    return result;
  }

  private void local(VariableTree tree, Optional<Tree> last) {
    String name = tree.getName().toString();
    if (tree.getInitializer() == null) {
      context.report(BodyProblems.noValue(context.placeOfName(tree), name));
      valueless.add(name);
      expressions.scope().add(unknown(name));
      return;
    }
    Optional<TypeMirror> type = isVar(tree) ? inferred(tree, last) : written(tree);
    Variable local = type.map(found -> new Variable(name, found, Variable.Origin.LOCAL))
        .orElseGet(() -> unknown(name));
    context.suppressing(
        Suppressions.of(tree, context), () -> expressions.assign(tree.getInitializer(), local));
    expressions
        .last(local)
        .ifPresent(pure -> context.constants.add(tree, local, pure.code(), expressions.scope()));
    expressions.scope().add(local);
  }

  private boolean isVar(VariableTree tree) {
    return tree.getType() == null
        || context.file.start(tree.getType()) < 0
        || (tree.getType() instanceof IdentifierTree name && name.getName().contentEquals("var"));
  }

  private Variable unknown(String name) {
    TypeMirror object =
        context.compilation.elements().getTypeElement("java.lang.Object").asType();
    return new Variable(name, object, Variable.Origin.LOCAL);
  }

  private Optional<TypeMirror> written(VariableTree tree) {
    Optional<TypeMirror> type = context.names.typeOf(tree.getType());
    Optional<TypeElement> flow = NameOf.rawType(tree.getType()).flatMap(context::flowOf);
    if (flow.isPresent()) {
      context.report(CallProblems.flow(
          context.place(tree.getType()), tree.getType().toString(), flow.get().getSimpleName()));
    } else if (type.isEmpty()) {
      context.unknownType(tree.getType());
    } else {
      reachable(type.get(), tree.getType());
    }
    return type;
  }

  private void reachable(TypeMirror type, Tree at) {
    TypeParts.unreachable(type, context.owner(), context.compilation)
        .ifPresent(hidden -> context.report(
            DeclarationProblems.privateType(context.place(at), hidden.getSimpleName())));
  }

  /** The type of a {@code var}: a node's declared one, else the one that the compiler infers. */
  private Optional<TypeMirror> inferred(VariableTree tree, Optional<Tree> last) {
    ExpressionTree value = Typer.bare(tree.getInitializer());
    Optional<NodeRef> node = value instanceof MethodInvocationTree call
        ? context.targets.callee(call, expressions.scope()).node()
        : Optional.empty();
    if (node.isPresent()) {
      return expressions.typeOfCall(value, Optional.empty());
    }
    if (last.isEmpty()) {
      // Nobody reads it.
      return Optional.of(unknown("unread").type());
    }
    Optional<TypeMirror> type = context
        .inferred(tree.getName().toString(), last.get())
        .or(() -> context.typer.typeOf(value, expressions.scope()));
    if (type.filter(TypeParts::hasError).isPresent()) {
      context.unreadable(value);
      return Optional.empty();
    }
    if (type.filter(context.facts::isClosed).isEmpty()) {
      context.report(BodyProblems.untypedLocal(context.placeOfName(tree), tree.getName()));
      return Optional.empty();
    }
    Optional<TypeElement> hidden =
        TypeParts.unreachable(type.get(), context.owner(), context.compilation);
    if (hidden.isPresent()) {
      Tree at = value instanceof MethodInvocationTree call ? call.getMethodSelect() : value;
      context.report(
          DeclarationProblems.privateType(context.place(at), hidden.get().getSimpleName()));
      return Optional.empty();
    }
    return type;
  }

  private void statement(ExpressionTree expression) {
    ExpressionTree tree = Typer.bare(expression);
    if (expressions.isCall(tree)) {
      expressions.statement((MethodInvocationTree) tree);
    } else if (tree instanceof MethodInvocationTree call) {
      plainCall(call);
    } else if (tree instanceof AssignmentTree assignment) {
      assigned(assignment.getVariable(), tree);
      expressions.check(assignment.getExpression());
    } else if (tree instanceof CompoundAssignmentTree assignment) {
      assigned(assignment.getVariable(), tree);
      expressions.check(assignment.getExpression());
    } else if (tree instanceof UnaryTree unary) {
      assigned(unary.getExpression(), tree);
    } else {
      context.report(BodyProblems.plainCall(context.place(tree), context.file.text(tree)));
    }
  }

  private void plainCall(MethodInvocationTree call) {
    Tree name = call.getMethodSelect();
    boolean ofSuper = name instanceof MemberSelectTree select
        && select.getExpression() instanceof IdentifierTree receiver
        && receiver.getName().contentEquals("super");
    if (ofSuper) {
      context.report(BodyProblems.superMember(context.place(name)));
    } else {
      context.report(BodyProblems.plainCall(context.place(name), context.file.text(name)));
      call.getArguments().forEach(expressions::check);
    }
  }

  private void assigned(ExpressionTree target, ExpressionTree assignment) {
    ExpressionTree bare = Typer.bare(target);
    boolean local = bare instanceof IdentifierTree name
        && expressions.scope().variable(name.getName().toString()).isPresent();
    if (local && valueless.remove(bare.toString())) {
      return;
    }
    context.report(
        local
            ? BodyProblems.reassignment(context.place(assignment), context.file.text(bare))
            : BodyProblems.sideEffect(context.place(assignment), context.file.text(bare)));
  }

  private void refuse(StatementTree tree) {
    TreePlace place = context.place(tree);
    context.report(
        switch (tree.getKind()) {
          case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> BodyProblems.loop(place);
          case IF -> BodyProblems.branch(place, "if");
          case SWITCH -> BodyProblems.branch(place, "switch");
          case TRY -> BodyProblems.tryStatement(place);
          case THROW ->
            BodyProblems.statement(place, "A throw", "Let a task check its argument and throw.");
          case CLASS, INTERFACE, ENUM, RECORD -> BodyProblems.localClass(place);
          case SYNCHRONIZED ->
            BodyProblems.statement(
                place, "A synchronized block", "Move what needs the lock into a task.");
          case ASSERT ->
            BodyProblems.statement(place, "An assert", "Move it into a void @Task, and call that.");
          case LABELED_STATEMENT -> BodyProblems.statement(place, "A label", "Remove it.");
          case BLOCK ->
            BodyProblems.statement(place, "A block inside the body", "Remove its braces.");
          case EMPTY_STATEMENT ->
            BodyProblems.statement(place, "An empty statement", "Remove the semicolon.");
          default ->
            BodyProblems.statement(place, "This statement", "Move it into a task, and call that.");
        });
  }
}
