package dev.makespan.processor.source;

import com.sun.source.tree.AnnotatedTypeTree;
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
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.CallProblems;
import dev.makespan.processor.problem.Problem;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads one pure expression: refuses what isn't pure, and rewrites the names that mean something else in another class. */
final class SnippetReader extends TreeScanner<Void, Void> {
  private final BodyContext context;
  private final ExpressionReader outer;
  private final Edits edits;
  private final EvaluationOrder order;
  private final Set<Variable> reads = new LinkedHashSet<>();
  private final Set<Tree> enumConstants = new HashSet<>();
  private Scope scope;
  private boolean readsSelf;
  private boolean wrong;
  private int conditional;
  private int lambdas;

  SnippetReader(BodyContext context, ExpressionReader outer) {
    this.context = context;
    this.outer = outer;
    this.scope = outer.scope().inner();
    this.edits = new Edits(context.file);
    this.order = new EvaluationOrder(context);
  }

  /** Reads an expression. Calls of annotated methods in it become steps. Empty if something is wrong, which is then reported. */
  Optional<Snippet> read(ExpressionTree tree) {
    scan(tree, null);
    if (wrong) {
      return Optional.empty();
    }
    List<Piece> pieces = edits.pieces(context.file.start(tree), context.file.end(tree));
    return Optional.of(new Snippet(pieces, List.copyOf(reads), readsSelf));
  }

  private void refuse(Problem problem) {
    wrong = true;
    context.report(problem);
  }

  private void unreadable(Tree tree) {
    wrong = true;
    context.unreadable(tree);
  }

  // Names.

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    String name = tree.getName().toString();
    int start = context.file.start(tree);
    if (enumConstants.contains(tree)) {
      return null;
    }
    if (name.equals("this")) {
      readsSelf = true;
      edits.replace(start, context.file.end(tree), new Piece.Self());
    } else if (name.equals("super")) {
      refuse(BodyProblems.superMember(context.place(tree)));
    } else if (scope.binds(name)) {
      scope.variable(name).ifPresent(reads::add);
      note(tree, "variable");
    } else if (context.names.field(name).isPresent()) {
      field(tree, context.names.field(name).get());
    } else {
      type(tree);
    }
    return null;
  }

  private void field(IdentifierTree tree, Names.Members<VariableElement> found) {
    VariableElement field = found.all().get(0);
    note(tree, Meanings.of(field));
    qualify(tree, found.site(), field);
    order.field(tree, field);
  }

  /** Puts the class, or the instance, before a member's simple name. */
  private void qualify(Tree name, TypeElement site, Element member) {
    reachable(name, member);
    int start = context.file.start(name);
    if (member.getModifiers().contains(Modifier.STATIC)) {
      reachable(name, site);
      edits.insert(start, new Piece.Type(site), new Piece.Text("."));
    } else {
      readsSelf = true;
      edits.insert(start, new Piece.Self(), new Piece.Text("."));
    }
  }

  private void note(Tree name, String... meanings) {
    context.resolutions.name(context.file.end(name), List.of(meanings));
  }

  private void reachable(Tree at, Element element) {
    if (!wrong && !context.compilation.reachable(element, context.owner())) {
      refuse(BodyProblems.privateMember(context.place(at), memberName(element)));
    }
  }

  private static String memberName(Element element) {
    boolean constructor = element.getKind() == ElementKind.CONSTRUCTOR;
    return constructor ? "the constructor of " + element.getEnclosingElement().getSimpleName() : element.getSimpleName().toString();
  }

  private void type(IdentifierTree tree) {
    Optional<TypeElement> type = context.names.type(tree.getName().toString());
    if (type.isPresent()) {
      note(tree, Meanings.of(type.get()));
      reachable(tree, type.get());
      edits.replace(context.file.start(tree), context.file.end(tree), new Piece.Type(type.get()));
    }
    if (context.flowOf(tree).isPresent()) {
      refuse(CallProblems.flow(context.place(tree), tree.getName(), context.flowOf(tree).get().getSimpleName()));
    } else if (type.isEmpty()) {
      unreadable(tree);
    }
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    if (tree.getIdentifier().contentEquals("this")) {
      boolean own = tree.getExpression() instanceof IdentifierTree name && name.getName().contentEquals(context.owner().getSimpleName());
      if (own) {
        readsSelf = true;
        edits.replace(context.file.start(tree), context.file.end(tree), new Piece.Self());
      } else {
        unreadable(tree);
      }
      return null;
    }
    if (tree.getIdentifier().contentEquals("super")) {
      refuse(BodyProblems.superMember(context.place(tree)));
      return null;
    }
    if (tree.getIdentifier().contentEquals("class")) {
      scanType(tree.getExpression());
      return null;
    }
    Optional<TypeElement> named = context.typer.typeName(tree, scope);
    if (named.isPresent()) {
      qualifiedType(tree, named.get());
      return null;
    }
    if (!qualifier(tree.getExpression())) {
      return null;
    }
    String name = tree.getIdentifier().toString();
    Optional<TypeElement> type = context.typer.typeName(tree.getExpression(), scope);
    Optional<TypeElement> site =
        type.or(() -> context.typer.typeOf(tree.getExpression(), scope).flatMap(context.typer::element));
    Optional<VariableElement> field = site.flatMap(found -> context.compilation.field(found, name));
    field.ifPresent(found -> reachable(tree, found));
    if (type.isEmpty()) {
      order.riskyUnlessThis(tree, field);
    } else {
      field.ifPresent(found -> order.field(tree, found));
    }
    return null;
  }

  /** Scans what stands before a dot. A package's name needs nothing. */
  private boolean qualifier(ExpressionTree tree) {
    Optional<TypeElement> type = context.typer.typeName(tree, scope);
    if (type.isPresent()) {
      scanType(tree);
    } else {
      scan(tree, null);
    }
    return !wrong;
  }

  private void qualifiedType(MemberSelectTree tree, TypeElement type) {
    reachable(tree, type);
    ExpressionTree outerName = tree.getExpression();
    if (context.typer.typeName(outerName, scope).isPresent()) {
      scanType(outerName);
    }
    if (context.flowOf(tree).isPresent()) {
      refuse(CallProblems.flow(context.place(tree), tree.getIdentifier(), context.flowOf(tree).get().getSimpleName()));
    }
  }

  /** Scans a tree that can only be a type, where locals and fields hide nothing. */
  private void scanType(Tree tree) {
    if (tree == null || context.file.start(tree) < 0) {
      return;
    }
    if (tree instanceof IdentifierTree name) {
      if (!name.getName().contentEquals("var")) {
        type(name);
      }
    } else if (tree instanceof MemberSelectTree select) {
      Optional<TypeElement> type = context.names.type(select);
      if (type.isPresent()) {
        reachable(tree, type.get());
        if (context.names.type(select.getExpression()).isPresent()) {
          scanType(select.getExpression());
        }
      } else if (context.flowOf(select).isPresent()) {
        refuse(CallProblems.flow(context.place(select), select.getIdentifier(), context.flowOf(select).get().getSimpleName()));
      } else {
        unreadable(tree);
      }
    } else if (tree instanceof AnnotatedTypeTree annotated) {
      annotated.getAnnotations().forEach(annotation -> scanType(annotation.getAnnotationType()));
      scanType(annotated.getUnderlyingType());
    } else {
      tree.accept(new TypeArguments(), null);
    }
  }

  /** Reaches the names in the other kinds of types. */
  private final class TypeArguments extends TreeScanner<Void, Void> {
    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      scanType(tree);
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      scanType(tree);
      return null;
    }

    @Override
    public Void visitAnnotatedType(AnnotatedTypeTree tree, Void unused) {
      scanType(tree);
      return null;
    }
  }

  // Calls.

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    Callee callee = context.typer.callee(tree, scope);
    ExpressionReader here = outer.in(scope);
    if (callee.mayBeNode() || here.isCall(tree)) {
      nodeCall(tree, here);
      return null;
    }
    tree.getTypeArguments().forEach(this::scanType);
    if (tree.getMethodSelect() instanceof IdentifierTree name) {
      simpleCall(name, callee);
    } else if (tree.getMethodSelect() instanceof MemberSelectTree select && qualifier(select.getExpression())) {
      callee.method().ifPresent(method -> reachable(select, method));
      flowReceiver(select);
    }
    scan(tree.getArguments(), null);
    order.risky(tree);
    return null;
  }

  private void flowReceiver(MemberSelectTree select) {
    Optional<TypeElement> flow =
        context.typer.typeOf(select.getExpression(), scope).flatMap(context.typer::element).flatMap(context::flowOf);
    flow.ifPresent(of -> refuse(CallProblems.flow(context.place(select), select.getExpression().toString(), of.getSimpleName())));
  }

  private void simpleCall(IdentifierTree name, Callee callee) {
    if (callee.candidates().isEmpty()) {
      unreadable(name);
      return;
    }
    context.resolutions.name(
        context.file.end(name),
        callee.candidates().stream().map(method -> Resolutions.text(method, context.compilation.types())).toList());
    boolean mixed = callee.candidates().stream().map(method -> method.getModifiers().contains(Modifier.STATIC)).distinct().count() > 1;
    if (mixed) {
      refuse(BodyProblems.mixedOverloads(context.place(name), name.getName()));
      return;
    }
    ExecutableElement first = callee.candidates().get(0);
    TypeElement site = callee.form() == Callee.Form.IMPORTED ? (TypeElement) first.getEnclosingElement() : callee.site().orElseThrow();
    callee.candidates().stream()
        .filter(method -> !context.compilation.reachable(method, context.owner()))
        .findFirst()
        .ifPresentOrElse(hidden -> reachable(name, hidden), () -> qualify(name, site, first));
  }

  private void nodeCall(MethodInvocationTree tree, ExpressionReader here) {
    Tree name = tree.getMethodSelect();
    if (lambdas > 0) {
      refuse(CallProblems.inLambda(context.place(name), NameOf.call(tree)));
      scan(tree.getArguments(), null);
      return;
    }
    if (conditional > 0) {
      refuse(CallProblems.conditional(context.place(name), NameOf.call(tree)));
      scan(tree.getArguments(), null);
      return;
    }
    order.firstRisk().ifPresent(risk -> refuse(BodyProblems.evaluationOrder(context.place(name), NameOf.call(tree), context.file.text(risk))));
    Optional<Variable> value = here.calledAsTemporary(tree, Optional.empty());
    if (value.isEmpty()) {
      wrong = true;
      return;
    }
    reads.add(value.get());
    edits.replace(context.file.start(tree), context.file.end(tree), new Piece.Temporary(value.get()));
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    List<ExecutableElement> all = context.typer.anyOf(tree, scope);
    if (all.stream().anyMatch(method -> Markers.node(method).isPresent())) {
      refuse(CallProblems.reference(context.place(tree), tree.getName()));
      return null;
    }
    Optional<TypeElement> type = context.typer.typeName(tree.getQualifierExpression(), scope);
    boolean isType = type.isPresent() || !(Typer.bare(tree.getQualifierExpression()) instanceof IdentifierTree) && context.names.typeOf(tree.getQualifierExpression()).isPresent();
    if (isType) {
      scanType(tree.getQualifierExpression());
    } else {
      scan(tree.getQualifierExpression(), null);
      order.risky(tree);
    }
    if (tree.getTypeArguments() != null) {
      tree.getTypeArguments().forEach(this::scanType);
    }
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.INVOKE) {
      all.stream()
          .filter(method -> !context.compilation.reachable(method, context.owner()))
          .findFirst()
          .ifPresent(method -> reachable(tree, method));
    } else {
      type.ifPresent(found -> constructors(tree, found, -1));
    }
    return null;
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    if (tree.getClassBody() != null) {
      refuse(BodyProblems.anonymousClass(context.place(tree)));
      return null;
    }
    if (tree.getEnclosingExpression() != null) {
      refuse(BodyProblems.innerInstance(context.place(tree), tree.getIdentifier().toString()));
      return null;
    }
    Optional<TypeElement> type = context.names.typeOf(tree.getIdentifier()).flatMap(context.typer::element);
    Optional<TypeElement> named = type.or(() -> NameOf.rawType(tree.getIdentifier()).flatMap(context.names::type));
    if (named.isPresent() && isInner(named.get())) {
      refuse(BodyProblems.innerInstance(context.place(tree), tree.getIdentifier().toString()));
      return null;
    }
    scanType(tree.getIdentifier());
    tree.getTypeArguments().forEach(this::scanType);
    named.ifPresent(found -> constructors(tree, found, tree.getArguments().size()));
    scan(tree.getArguments(), null);
    order.risky(tree);
    return null;
  }

  private static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  private void constructors(Tree at, TypeElement type, int arguments) {
    List<ExecutableElement> all =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(each -> arguments < 0 || each.isVarArgs() || each.getParameters().size() == arguments)
            .toList();
    boolean none = !all.isEmpty() && all.stream().noneMatch(each -> context.compilation.reachable(each, context.owner()));
    if (none) {
      reachable(at, all.get(0));
    }
  }

  // What a pure expression binds for itself.

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    Scope around = scope;
    scope = scope.inner();
    lambdas++;
    order.suspended(() -> {
      scan(tree.getParameters(), null);
      scan(tree.getBody(), null);
    });
    lambdas--;
    scope = around;
    return null;
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    tree.getModifiers().getAnnotations().forEach(annotation -> scanType(annotation.getAnnotationType()));
    scanType(tree.getType());
    Optional<TypeMirror> type =
        tree.getType() != null && context.file.start(tree.getType()) >= 0 ? context.names.typeOf(tree.getType()) : Optional.empty();
    scope.bind(tree.getName().toString(), type);
    scan(tree.getInitializer(), null);
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    refuse(BodyProblems.anonymousClass(context.place(tree)));
    return null;
  }

  @Override
  public Void visitCase(CaseTree tree, Void unused) {
    Scope around = scope;
    scope = scope.inner();
    tree.getExpressions().stream().filter(this::isEnumConstant).forEach(enumConstants::add);
    super.visitCase(tree, null);
    scope = around;
    return null;
  }

  /** A bare name as a label is a constant of the selector's enum, unless it is a constant field. */
  private boolean isEnumConstant(ExpressionTree label) {
    return label instanceof IdentifierTree name
        && context.names.field(name.getName().toString()).filter(field -> field.all().get(0).getConstantValue() != null).isEmpty();
  }

  // What may not be evaluated.

  @Override
  public Void visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
    scan(tree.getCondition(), null);
    conditional++;
    scan(tree.getTrueExpression(), null);
    scan(tree.getFalseExpression(), null);
    conditional--;
    return null;
  }

  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
    scan(tree.getExpression(), null);
    conditional++;
    scan(tree.getCases(), null);
    conditional--;
    order.risky(tree);
    return null;
  }

  @Override
  public Void visitBinary(BinaryTree tree, Void unused) {
    scan(tree.getLeftOperand(), null);
    boolean lazy = tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
    conditional += lazy ? 1 : 0;
    scan(tree.getRightOperand(), null);
    conditional -= lazy ? 1 : 0;
    order.binary(tree, scope);
    return null;
  }

  // What isn't pure.

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    assigned(tree.getVariable(), tree);
    scan(tree.getExpression(), null);
    return null;
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
    assigned(tree.getVariable(), tree);
    scan(tree.getExpression(), null);
    return null;
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void unused) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> assigned(tree.getExpression(), tree);
      default -> {
        scan(tree.getExpression(), null);
        order.operand(tree.getExpression(), scope);
      }
    }
    return null;
  }

  /** A lambda may assign its own locals and the elements of its own arrays. */
  private void assigned(ExpressionTree target, ExpressionTree assignment) {
    ExpressionTree base = Typer.bare(target);
    boolean element = base instanceof ArrayAccessTree;
    while (base instanceof ArrayAccessTree access) {
      scan(access.getIndex(), null);
      base = Typer.bare(access.getExpression());
    }
    String name = base instanceof IdentifierTree identifier ? identifier.getName().toString() : "";
    if (scope.variable(name).isPresent() && !element) {
      refuse(BodyProblems.reassignment(context.place(assignment), name));
    } else if (!scope.binds(name) || scope.variable(name).isPresent()) {
      refuse(BodyProblems.sideEffect(context.place(assignment), context.file.text(target)));
    }
  }

  // What may fail.

  @Override
  public Void visitTypeCast(TypeCastTree tree, Void unused) {
    scanType(tree.getType());
    scan(tree.getExpression(), null);
    order.cast(tree, scope);
    return null;
  }

  @Override
  public Void visitInstanceOf(InstanceOfTree tree, Void unused) {
    scan(tree.getExpression(), null);
    if (tree.getPattern() != null) {
      scan(tree.getPattern(), null);
    } else {
      scanType(tree.getType());
    }
    return null;
  }

  @Override
  public Void visitNewArray(NewArrayTree tree, Void unused) {
    scanType(tree.getType());
    scan(tree.getDimensions(), null);
    scan(tree.getInitializers(), null);
    if (!tree.getDimensions().isEmpty()) {
      order.risky(tree);
    }
    return null;
  }

  @Override
  public Void visitArrayAccess(ArrayAccessTree tree, Void unused) {
    super.visitArrayAccess(tree, null);
    order.risky(tree);
    return null;
  }

  @Override
  public Void visitLiteral(LiteralTree tree, Void unused) {
    return null;
  }
}
