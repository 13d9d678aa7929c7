package dev.makespan.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Ordering;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.CallProblems;
import dev.makespan.processor.problem.DeclarationProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads statements into steps: those of a body, or of a block or branch in it. What isn't part of
 * the language is refused where it stands.
 */
final class BodyReader {
  private final BodyContext context;
  private final ExpressionReader expressions;
  private final Orderings orderings;
  private final Returns returns;
  private Optional<Value> result = Optional.empty();

  /** Reads what is returned. */
  interface Returns {
    /** Whether a value must be returned. */
    boolean isValue();

    /** The value that a {@code return} gives, made by steps that the reader adds. */
    Value read(ExpressionTree tree, ExpressionReader expressions);

    /** The value of a {@code return} that isn't the last statement. */
    default Value early(ExpressionTree tree, ExpressionReader expressions) {
      return read(tree, expressions);
    }
  }

  BodyReader(BodyContext context, ExpressionReader expressions, Returns returns) {
    this(context, expressions, returns, new Orderings(context));
  }

  private BodyReader(
      BodyContext context, ExpressionReader expressions, Returns returns, Orderings orderings) {
    this.context = context;
    this.expressions = expressions;
    this.returns = returns;
    this.orderings = orderings;
  }

  /** Which locals wait for others without using their values; to be asked for at the end. */
  List<Ordering> orderings() {
    return orderings.all();
  }

  /**
   * Reads all statements.
   *
   * @return the value that the last one returns
   */
  Optional<Value> read(List<? extends StatementTree> statements) {
    read(statements, true);
    return result;
  }

  /**
   * Reads the statements of a block.
   *
   * @param ends whether nothing of the body follows the block
   * @return whether what follows can be reached: not if the block always returns
   */
  private boolean read(List<? extends StatementTree> statements, boolean ends) {
    boolean completes = true;
    for (int i = 0; i < statements.size(); i++) {
      StatementTree statement = statements.get(i);
      boolean isLast = i + 1 == statements.size();
      if (statement instanceof ReturnTree returned) {
        returned(returned, ends && isLast);
        completes = false;
      } else if (statement instanceof IfTree choice) {
        completes = choice(choice, ends && isLast);
      } else if (statement instanceof BlockTree block) {
        completes = block(block, ends && isLast);
      } else if (statement instanceof VariableTree local) {
        Tree last = isLast ? null : statements.get(statements.size() - 1);
        local(local, Optional.ofNullable(last));
      } else if (statement instanceof ExpressionStatementTree expression) {
        statement(expression.getExpression());
      } else {
        refuse(statement);
      }
    }
    return completes;
  }

  private void returned(ReturnTree tree, boolean ends) {
    Optional<Value> value = Optional.ofNullable(tree.getExpression())
        .map(each -> ends ? returns.read(each, expressions) : returns.early(each, expressions));
    if (ends) {
      result = value;
    } else {
      expressions.add(new Step.Return(value, context.place(tree)));
    }
    if (value.isPresent() != returns.isValue()) {
      // The compiler rejects it.
      context.invalid();
    }
  }

  private boolean block(BlockTree tree, boolean ends) {
    BodyReader inner = within(expressions.in(expressions.scope().block()));
    boolean completes = inner.read(tree.getStatements(), ends);
    result = inner.result;
    if (completes) {
      join(tree, List.of(inner.expressions));
    }
    return completes;
  }

  private boolean choice(IfTree tree, boolean ends) {
    ChoiceReader choices = expressions.choices();
    List<ExpressionReader> completing = new ArrayList<>();
    choices.read(
        tree,
        tree.getCondition(),
        branch -> branch(tree.getThenStatement(), branch, false, completing),
        branch -> {
          if (tree.getElseStatement() == null) {
            completing.add(branch);
          } else {
            branch(tree.getElseStatement(), branch, ends, completing);
          }
        });
    choices.bindPatterns(tree.getCondition(), expressions.scope());
    if (!completing.isEmpty()) {
      join(tree, completing);
    }
    return !completing.isEmpty();
  }

  private void branch(
      StatementTree tree,
      ExpressionReader branch,
      boolean ends,
      List<ExpressionReader> completing) {
    BodyReader inner = within(branch);
    List<? extends StatementTree> statements =
        tree instanceof BlockTree block ? block.getStatements() : List.of(tree);
    if (inner.read(statements, ends)) {
      completing.add(branch);
    }
    if (ends) {
      result = inner.result;
    }
  }

  private BodyReader within(ExpressionReader inner) {
    return new BodyReader(context, inner, returns, orderings);
  }

  private void join(Tree tree, List<ExpressionReader> branches) {
    new ChoiceReader(context, expressions).join(tree, branches);
    for (ExpressionReader branch : branches) {
      branch
          .scope()
          .assigned()
          .forEach((name, value) -> expressions
              .scope()
              .variable(name)
              .ifPresent(joined -> orderings.join(joined, value)));
    }
  }

  private void local(VariableTree tree, Optional<Tree> last) {
    String name = tree.getName().toString();
    if (tree.getInitializer() == null) {
      TypeMirror declared = written(tree).orElseGet(() -> unknown(name).type());
      expressions.scope().declare(name, declared);
      return;
    }
    Optional<TypeMirror> type = isVar(tree) ? inferred(tree, last) : written(tree);
    Variable local = type.map(found -> new Variable(name, found, Variable.Origin.LOCAL))
        .orElseGet(() -> unknown(name));
    int first = expressions.steps().size();
    context.suppressing(
        Suppressions.of(tree, context), () -> expressions.assign(tree.getInitializer(), local));
    List<Step> steps = expressions.steps().subList(first, expressions.steps().size());
    boolean isCall = expressions.isCall(Typer.bare(tree.getInitializer()));
    new OptionsReader(context).read(tree, steps, expressions.scope(), isCall);
    expressions
        .last(local)
        .ifPresent(pure -> context.constants.add(tree, local, pure.code(), expressions.scope()));
    orderings.read(tree, local, steps, expressions.scope());
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

  /** Reads an expression whose value nobody reads. */
  void statement(ExpressionTree expression) {
    ExpressionTree tree = Typer.bare(expression);
    SideCalls sides = new SideCalls(context, expressions);
    if (sides.isOne(tree)) {
      sides.read((MethodInvocationTree) tree);
    } else if (expressions.isCall(tree)) {
      expressions.statement((MethodInvocationTree) tree);
    } else if (tree instanceof MethodInvocationTree call) {
      plainCall(call);
    } else if (tree instanceof AssignmentTree assignment) {
      assignment(assignment);
    } else if (tree instanceof CompoundAssignmentTree assignment) {
      assigned(assignment.getVariable(), tree);
      expressions.check(assignment.getExpression());
    } else if (tree instanceof UnaryTree unary) {
      assigned(unary.getExpression(), tree);
    } else {
      context.report(BodyProblems.plainCall(context.place(tree), context.file.text(tree)));
    }
  }

  private void assignment(AssignmentTree tree) {
    Scope scope = expressions.scope();
    Optional<Variable> local = Typer.bare(tree.getVariable()) instanceof IdentifierTree name
        ? scope
            .assignable(name.getName().toString())
            .map(type -> new Variable(name.getName().toString(), type, Variable.Origin.LOCAL))
        : Optional.empty();
    if (local.isPresent()) {
      int first = expressions.steps().size();
      expressions.give(tree.getExpression(), local.get());
      orderings.assigned(
          local.get(), expressions.steps().subList(first, expressions.steps().size()));
      scope.assign(local.get());
    } else {
      assigned(tree.getVariable(), tree);
      expressions.check(tree.getExpression());
    }
  }

  private void plainCall(MethodInvocationTree call) {
    Tree name = call.getMethodSelect();
    boolean ofSuper = name instanceof MemberSelectTree select
        && select.getExpression() instanceof IdentifierTree receiver
        && receiver.getName().contentEquals("super");
    if (ofSuper) {
      context.report(BodyProblems.superMember(context.place(name)));
      return;
    }
    Callee callee = context.targets.callee(call, expressions.scope());
    if (callee.site().isEmpty()) {
      // The receiver may be what is wrong.
      if (!context.findsWrong(() -> expressions.check(call))) {
        context.report(BodyProblems.plainCall(context.place(name), context.file.text(name)));
      }
      return;
    }
    boolean wrong = context.findsWrong(() -> call.getArguments().forEach(expressions::check));
    boolean ofMakespan = callee.method().filter(MapReader::isOfMakespan).isPresent();
    if (callee.candidates().isEmpty() && isComplete(callee.site().get())) {
      context.unknownMember(name);
    } else if (!ofMakespan || !wrong) {
      // What is wrong in a map's function may be why it calls no annotated method.
      context.report(BodyProblems.plainCall(context.place(name), context.file.text(name)));
    }
  }

  /** Whether all that a class inherits is there. */
  private boolean isComplete(TypeElement type) {
    return context.compilation.lineage(type).stream().allMatch(context.compilation::hasSupertypes);
  }

  private void assigned(ExpressionTree target, ExpressionTree assignment) {
    ExpressionTree bare = Typer.bare(target);
    if (bare instanceof IdentifierTree name
        && !expressions.scope().binds(name.getName().toString())
        && context.names.field(name.getName().toString()).isEmpty()) {
      context.unknownMember(bare);
      return;
    }
    boolean local = bare instanceof IdentifierTree name
        && expressions.scope().binds(name.getName().toString());
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
          case EMPTY_STATEMENT ->
            BodyProblems.statement(place, "An empty statement", "Remove the semicolon.");
          default ->
            BodyProblems.statement(place, "This statement", "Move it into a task, and call that.");
        });
  }
}
