package dev.makespan.processor.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.model.Variable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The warnings that the text of one pure expression may give rise to. They are told where the user
 * wrote it, so they are suppressed where it is quoted.
 */
final class LintCauses extends TreeScanner<Void, Void> {
  private final BodyContext context;
  private final Scope scope;
  private final Set<String> causes = new TreeSet<>();

  private final Draft draft;

  private LintCauses(Draft draft) {
    this.context = draft.context;
    this.scope = draft.scope().inner();
    this.draft = draft;
  }

  /** Tells them for an expression that reads variables. */
  static Set<String> of(Tree tree, Draft draft, Collection<Variable> reads) {
    LintCauses causes = new LintCauses(draft);
    reads.forEach(variable -> causes.causes.addAll(MemberLint.of(variable.type())));
    causes.scan(tree, null);
    return causes.causes;
  }

  @Override
  public Void scan(Tree tree, Void unused) {
    return draft.isLeftOut(tree) ? null : super.scan(tree, null);
  }

  // What a name means.

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    String name = tree.getName().toString();
    if (!scope.binds(name)) {
      context.names.field(name).ifPresent(field -> causes.addAll(MemberLint.of(field.all())));
    }
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    String name = tree.getIdentifier().toString();
    Optional<TypeElement> type = context.targets.typeName(tree.getExpression(), scope);
    Optional<TypeElement> site = type.or(() -> context.typer.classOf(tree.getExpression(), scope));
    site.flatMap(found -> context.compilation.field(found, name)).ifPresent(field -> {
      causes.addAll(MemberLint.of(List.of(field)));
      throughInstance(type.isPresent(), List.of(field));
    });
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    Callee callee = context.targets.callee(tree, scope);
    if (callee.candidates().isEmpty()) {
      unknown();
    }
    causes.addAll(MemberLint.of(callee.candidates()));
    throughInstance(callee.form() != Callee.Form.EXPRESSION, callee.candidates());
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    List<ExecutableElement> all = context.targets.anyOf(tree, scope);
    if (all.isEmpty() && tree.getMode() == MemberReferenceTree.ReferenceMode.INVOKE) {
      unknown();
    }
    causes.addAll(MemberLint.of(all));
    return super.visitMemberReference(tree, null);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    written(tree.getIdentifier());
    NameOf.rawType(tree.getIdentifier())
        .flatMap(context.names::type)
        .map(type -> ElementFilter.constructorsIn(type.getEnclosedElements()))
        .map(all -> Callee.taking(tree.getArguments().size(), all))
        .map(MemberLint::of)
        .ifPresent(causes::addAll);
    return super.visitNewClass(tree, null);
  }

  /** A member of a class that can't be told may be deprecated. */
  private void unknown() {
    causes.add("deprecation");
    causes.add("removal");
  }

  private void throughInstance(boolean typeOrNothing, List<? extends Element> members) {
    boolean anyStatic =
        members.stream().anyMatch(member -> member.getModifiers().contains(Modifier.STATIC));
    if (!typeOrNothing && anyStatic) {
      causes.add("static");
    }
  }

  // Types.

  private void written(Tree type) {
    if (type != null
        && context.file.start(type) >= 0
        && context.names.typeOf(type).stream()
            .flatMap(found -> TypeParts.of(found).stream())
            .anyMatch(MemberLint::isRaw)) {
      causes.add("rawtypes");
      causes.add("unchecked");
    }
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    boolean explicit = tree.getType() != null && context.file.start(tree.getType()) >= 0;
    scope.bind(
        tree.getName().toString(),
        explicit ? context.names.typeOf(tree.getType()) : Optional.empty());
    written(tree.getType());
    return super.visitVariable(tree, null);
  }

  @Override
  public Void visitTypeCast(TypeCastTree tree, Void unused) {
    written(tree.getType());
    Optional<TypeMirror> from = context.typer.typeOf(tree.getExpression(), scope);
    Optional<TypeMirror> to = context.names.typeOf(tree.getType());
    boolean different = from.isPresent()
        && to.isPresent()
        && !context.compilation.types().isSameType(from.get(), to.get());
    if (!different) {
      causes.add("cast");
    }
    if (tree.getType() instanceof ParameterizedTypeTree) {
      causes.add("unchecked");
    }
    return super.visitTypeCast(tree, null);
  }

  // Operators and statements.

  @Override
  public Void visitBinary(BinaryTree tree, Void unused) {
    if (tree.getKind() == Tree.Kind.DIVIDE || tree.getKind() == Tree.Kind.REMAINDER) {
      divisor(tree.getRightOperand());
    }
    return super.visitBinary(tree, null);
  }

  private void divisor(ExpressionTree operand) {
    if (!EvaluationOrder.isNonZero(operand) && mayBeConstant(operand)) {
      causes.add("divzero");
    }
  }

  private boolean mayBeConstant(ExpressionTree operand) {
    ExpressionTree tree = Typer.bare(operand);
    if (tree instanceof BinaryTree binary) {
      return mayBeConstant(binary.getLeftOperand()) && mayBeConstant(binary.getRightOperand());
    }
    if (tree instanceof UnaryTree unary) {
      return mayBeConstant(unary.getExpression());
    }
    if (tree instanceof IdentifierTree name) {
      return scope
          .variable(name.getName().toString())
          .filter(found -> context.constants.value(found).isEmpty())
          .isEmpty();
    }
    return !(tree instanceof MethodInvocationTree);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
    causes.add("lossy-conversions");
    divisor(tree.getExpression());
    return super.visitCompoundAssignment(tree, null);
  }

  @Override
  public Void visitEmptyStatement(EmptyStatementTree tree, Void unused) {
    causes.add("empty");
    return null;
  }

  @Override
  public Void visitCase(CaseTree tree, Void unused) {
    boolean leftOut = tree.getCaseKind() == CaseTree.CaseKind.STATEMENT
        && tree.getStatements().stream().anyMatch(draft::isLeftOut);
    if (tree.getCaseKind() == CaseTree.CaseKind.STATEMENT && !leftOut) {
      causes.add("fallthrough");
    }
    return super.visitCase(tree, null);
  }

  @Override
  public Void visitTry(TryTree tree, Void unused) {
    if (!tree.getResources().isEmpty()) {
      causes.add("try");
    }
    if (tree.getFinallyBlock() != null) {
      causes.add("finally");
    }
    return super.visitTry(tree, null);
  }

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void unused) {
    // Newer compilers have another name for the same.
    causes.add("identity");
    causes.add("synchronization");
    return super.visitSynchronized(tree, null);
  }
}
