package dev.makespan.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.ExpressionProblems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads one pure expression: walks through it, knows what it binds for itself, and leaves names and
 * calls to its parts.
 */
final class SnippetReader extends TreeScanner<Void, Void> {
  private final BodyContext context;
  private final Draft draft;
  private final TypeRewriter types;
  private final NameRewriter names;
  private final CallRewriter calls;
  private final InnerCalls innerCalls;
  private final Lifting lifting;
  private final Assignments assignments;
  private final SwitchLabels labels;
  private final Set<Tree> enumConstants = new HashSet<>();
  private Optional<TypeMirror> selector = Optional.empty();
  /** What is demanded where an array's initialiser may stand without a type of its own. */
  private Optional<TypeMirror> elementType = Optional.empty();

  SnippetReader(BodyContext context, ExpressionReader outer) {
    this.context = context;
    this.draft = new Draft(context, outer.scope().inner());
    ReachCheck reach = new ReachCheck(draft);
    this.types = new TypeRewriter(draft, reach);
    this.names = new NameRewriter(draft, types, reach, this::read);
    this.innerCalls = new InnerCalls(draft, outer);
    this.lifting = new Lifting(draft, outer, innerCalls);
    this.calls = new CallRewriter(draft, names, types, reach, lifting, this::read);
    this.assignments = new Assignments(draft, this::read);
    this.labels = new SwitchLabels(draft);
  }

  /**
   * Reads an expression. Calls of annotated methods in it become steps. Empty if something is
   * wrong, which is then reported.
   *
   * @param type that of what the expression is assigned to
   */
  Optional<Snippet> snippet(ExpressionTree tree, TypeMirror type) {
    elementType = Optional.of(type);
    read(tree);
    return draft.finish(tree);
  }

  /**
   * Reads which case of a switch is chosen: the switch itself, with the number of a case in place
   * of what it does.
   *
   * @param numbered the cases that have a number: their index
   * @param selector the variable that holds the selector, if one does
   */
  Optional<Snippet> option(
      SwitchCases cases, List<SwitchCases.Case> numbered, Optional<Variable> selector) {
    cases.number(numbered, draft);
    selector.ifPresentOrElse(
        value -> replace(cases.selector(), value), () -> read(cases.selector()));
    innerCalls.conditional(
        () -> draft.order.suspended(() -> cases(cases.selector(), cases.trees())));
    return draft.finish(cases.tree());
  }

  private void replace(ExpressionTree tree, Variable value) {
    draft.reads(value);
    draft.replace(tree, Snippet.Piece.of(value));
  }

  /** Reads a type to which a variable is cast. */
  Optional<Snippet> cast(Tree type, Variable from) {
    types.type(type);
    draft.reads(from);
    return draft.finish(type).map(written -> {
      List<Snippet.Piece> pieces = new ArrayList<>(written.pieces());
      pieces.add(0, new Snippet.Piece.Text("("));
      pieces.add(new Snippet.Piece.Text(") "));
      pieces.add(Snippet.Piece.of(from));
      return new Snippet(pieces, written.reads(), written.readsSelf(), written.suppressed());
    });
  }

  private void read(Tree tree) {
    scan(tree, null);
  }

  @Override
  public Void scan(Tree tree, Void unused) {
    return draft.isLeftOut(tree) ? null : super.scan(tree, null);
  }

  // Names and calls.

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    if (!enumConstants.contains(tree)) {
      names.simple(tree);
    }
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    names.selected(tree);
    return null;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    if (innerCalls.isCall(tree)) {
      if (!innerCalls.read(tree)) {
        scan(tree.getArguments(), null);
      }
    } else if (innerCalls.goesOn(tree)) {
      calls.call(tree, context.targets.callee(tree, draft.scope()));
    }
    return null;
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    calls.reference(tree);
    return null;
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    calls.creation(tree);
    return null;
  }

  // What a pure expression binds for itself.

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    draft.nested(() -> innerCalls.inLambda(() -> draft.order.suspended(() -> {
      scan(tree.getParameters(), null);
      scan(tree.getBody(), null);
    })));
    return null;
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    tree.getModifiers()
        .getAnnotations()
        .forEach(annotation -> types.type(annotation.getAnnotationType()));
    types.type(tree.getType());
    Optional<TypeMirror> type = tree.getType() != null && context.file.start(tree.getType()) >= 0
        ? context.names.typeOf(tree.getType())
        : Optional.empty();
    draft.scope().bind(tree.getName().toString(), type);
    draft.local(tree.getName().toString(), tree);
    scan(tree.getInitializer(), null);
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    draft.refuse(ExpressionProblems.anonymousClass(context.place(tree)));
    return null;
  }

  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
    if (innerCalls.readChoice(tree)) {
      return null;
    }
    scan(tree.getExpression(), null);
    innerCalls.conditional(
        () -> draft.order.suspended(() -> cases(tree.getExpression(), tree.getCases())));
    draft.order.risky(tree);
    return null;
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void unused) {
    scan(tree.getExpression(), null);
    cases(tree.getExpression(), tree.getCases());
    return null;
  }

  private void cases(ExpressionTree value, List<? extends CaseTree> cases) {
    Optional<TypeMirror> around = selector;
    selector = context.typer.typeOf(value, draft.scope());
    draft.nested(() -> scan(cases, null));
    selector = around;
  }

  /** The statements of all cases that are written with a colon are one block. */
  @Override
  public Void visitCase(CaseTree tree, Void unused) {
    tree.getExpressions().stream()
        .filter(label -> labels.isEnumConstant(label, selector))
        .forEach(enumConstants::add);
    if (tree.getCaseKind() == CaseTree.CaseKind.RULE) {
      draft.nested(() -> super.visitCase(tree, null));
    } else {
      super.visitCase(tree, null);
    }
    return null;
  }

  // Operators.

  @Override
  public Void visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
    if (innerCalls.readChoice(tree)) {
      return null;
    }
    scan(tree.getCondition(), null);
    draft.order.operand(tree.getCondition(), draft.scope());
    innerCalls.conditional(() -> {
      scan(tree.getTrueExpression(), null);
      scan(tree.getFalseExpression(), null);
    });
    draft.order.branches(tree, draft.scope());
    return null;
  }

  @Override
  public Void visitBinary(BinaryTree tree, Void unused) {
    boolean unboxes = unboxesBoth(tree);
    boolean unboxed = lifting.part(
            tree.getLeftOperand(),
            List.of(tree.getRightOperand()),
            type -> unboxes ? context.facts.unboxed(type).orElse(type) : type,
            () -> {
              scan(tree.getLeftOperand(), null);
              if (unboxes) {
                draft.order.left(tree, draft.scope());
              }
            })
        && unboxes;
    if (!unboxed) {
      draft.order.left(tree, draft.scope());
    }
    if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      innerCalls.conditional(() -> scan(tree.getRightOperand(), null));
    } else {
      scan(tree.getRightOperand(), null);
    }
    draft.order.binary(tree, draft.scope());
    return null;
  }

  /** Whether an operator is one of numbers, or of booleans, for certain. */
  private boolean unboxesBoth(BinaryTree tree) {
    return switch (tree.getKind()) {
      case EQUAL_TO, NOT_EQUAL_TO -> false;
      default ->
        context
            .typer
            .typeOf(tree, draft.scope())
            .filter(type -> type.getKind().isPrimitive())
            .isPresent();
    };
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void unused) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
        assignments.check(tree.getExpression(), tree);
      default -> {
        scan(tree.getExpression(), null);
        draft.order.operand(tree.getExpression(), draft.scope());
      }
    }
    return null;
  }

  @Override
  public Void visitTypeCast(TypeCastTree tree, Void unused) {
    types.type(tree.getType());
    scan(tree.getExpression(), null);
    draft.order.cast(tree, draft.scope());
    return null;
  }

  @Override
  public Void visitInstanceOf(InstanceOfTree tree, Void unused) {
    scan(tree.getExpression(), null);
    if (tree.getPattern() != null) {
      scan(tree.getPattern(), null);
    } else {
      types.type(tree.getType());
    }
    return null;
  }

  @Override
  public Void visitNewArray(NewArrayTree tree, Void unused) {
    types.type(tree.getType());
    for (ExpressionTree dimension : tree.getDimensions()) {
      scan(dimension, null);
      draft.order.operand(dimension, draft.scope());
    }
    if (tree.getInitializers() != null) {
      elements(tree);
    }
    if (!tree.getDimensions().isEmpty()) {
      draft.order.risky(tree);
    }
    return null;
  }

  private void elements(NewArrayTree tree) {
    Optional<TypeMirror> around = elementType;
    elementType = tree.getType() == null
        ? elementType.flatMap(type -> type instanceof ArrayType array
            ? Optional.of(array.getComponentType())
            : Optional.empty())
        : context.names.typeOf(tree.getType());
    for (ExpressionTree element : tree.getInitializers()) {
      scan(element, null);
      elementType.ifPresent(type -> draft.order.demanded(element, type, draft.scope()));
    }
    elementType = around;
  }

  @Override
  public Void visitArrayAccess(ArrayAccessTree tree, Void unused) {
    super.visitArrayAccess(tree, null);
    draft.order.risky(tree);
    return null;
  }

  // What isn't pure.

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    assignments.check(tree.getVariable(), tree);
    scan(tree.getExpression(), null);
    return null;
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
    assignments.check(tree.getVariable(), tree);
    scan(tree.getExpression(), null);
    return null;
  }
}
