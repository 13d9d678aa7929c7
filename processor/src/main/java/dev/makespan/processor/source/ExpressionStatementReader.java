package dev.makespan.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.ExpressionProblems;
import dev.makespan.processor.problem.LoopProblems;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads an expression as a statement: a call, or the assignment of a local declared above. */
final class ExpressionStatementReader {
  private final BodyContext context;
  private final ExpressionReader expressions;
  private final Orderings orderings;

  ExpressionStatementReader(
      BodyContext context, ExpressionReader expressions, Orderings orderings) {
    this.context = context;
    this.expressions = expressions;
    this.orderings = orderings;
  }

  void read(ExpressionTree expression) {
    ExpressionTree tree = Typer.bare(expression);
    SideCalls sides = new SideCalls(context, expressions);
    FillReader fills = new FillReader(context, expressions);
    if (sides.isOne(tree)) {
      sides.read((MethodInvocationTree) tree);
    } else if (expressions.isCall(tree)) {
      expressions.statement((MethodInvocationTree) tree);
    } else if (fills.isOne(tree)) {
      fills.read((MethodInvocationTree) tree, orderings);
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
          local.get(), expressions.steps().subList(first, expressions.steps().size()), scope);
      scope.assign(local.get());
    } else {
      assigned(tree.getVariable(), tree);
      expressions.check(tree.getExpression());
    }
  }

  private void plainCall(MethodInvocationTree call) {
    if (!expressions.maps().streams().goesOn(call)) {
      return;
    }
    Tree name = call.getMethodSelect();
    boolean ofSuper = name instanceof MemberSelectTree select
        && select.getExpression() instanceof IdentifierTree receiver
        && receiver.getName().contentEquals("super");
    if (ofSuper) {
      context.report(ExpressionProblems.superMember(context.place(name)));
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
    if (local && expressions.scope().isCarried(bare.toString())) {
      context.report(LoopProblems.carried(context.place(assignment), bare.toString()));
      return;
    }
    context.report(
        local
            ? BodyProblems.reassignment(context.place(assignment), context.file.text(bare))
            : BodyProblems.sideEffect(context.place(assignment), context.file.text(bare)));
  }
}
