package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.CallProblems;
import dev.makespan.processor.problem.ExpressionProblems;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Rewrites the calls, creations and method references in a pure expression that aren't of annotated
 * methods.
 */
final class CallRewriter {
  private final BodyContext context;
  private final Draft draft;
  private final NameRewriter names;
  private final TypeRewriter types;
  private final ReachCheck reach;
  private final Lifting lifting;
  private final Consumer<Tree> scan;

  /**
   * A rewriter of one expression.
   *
   * @param scan reads an inner expression
   */
  CallRewriter(
      Draft draft,
      NameRewriter names,
      TypeRewriter types,
      ReachCheck reach,
      Lifting lifting,
      Consumer<Tree> scan) {
    this.context = draft.context;
    this.draft = draft;
    this.names = names;
    this.types = types;
    this.reach = reach;
    this.lifting = lifting;
    this.scan = scan;
  }

  void call(MethodInvocationTree tree, Callee callee) {
    tree.getTypeArguments().forEach(types::type);
    if (tree.getMethodSelect() instanceof IdentifierTree name) {
      simple(name, callee);
    } else if (tree.getMethodSelect() instanceof MemberSelectTree select
        && names.qualifier(select.getExpression())) {
      if (callee.form() == Callee.Form.TYPE) {
        reach.members(select, callee.candidates(), callee.site().orElseThrow());
      } else {
        reach.methods(
            select,
            select.getExpression(),
            select.getIdentifier().toString(),
            tree.getArguments().size());
        ofFlow(select);
      }
    }
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      mutation(select, callee);
      unseen(select, callee);
    }
    callee.method().ifPresent(method -> helper(tree.getMethodSelect(), method));
    arguments(tree.getArguments(), callee.candidates());
    draft.order.risky(tree);
  }

  private void arguments(
      List<? extends ExpressionTree> arguments, List<ExecutableElement> candidates) {
    for (int i = 0; i < arguments.size(); i++) {
      ExpressionTree argument = arguments.get(i);
      int index = i;
      boolean unboxes = candidates.size() == 1 && Unboxing.takesPrimitive(candidates.get(0), i);
      boolean unboxed = lifting.part(
              argument,
              arguments.subList(i + 1, arguments.size()),
              type -> unboxes ? context.facts.unboxed(type).orElse(type) : type,
              () -> {
                scan.accept(argument);
                if (unboxes) {
                  draft.order.argument(argument, index, candidates, draft.scope());
                }
              })
          && unboxes;
      if (!unboxed) {
        draft.order.argument(argument, i, candidates, draft.scope());
      }
    }
  }

  /**
   * Refuses a change of a variable already here, where its type is declared, so that it is told
   * with what else is wrong. All other changes are found in the attributed body.
   */
  private void mutation(MemberSelectTree select, Callee callee) {
    boolean ofVariable = Typer.bare(select.getExpression()) instanceof IdentifierTree name
        && draft.scope().variable(name.getName().toString()).isPresent();
    boolean changes = !callee.candidates().isEmpty()
        && callee.candidates().stream()
            .allMatch(method -> !method.getModifiers().contains(Modifier.STATIC)
                && Markers.node(method).isEmpty()
                && context.mutators.changesReceiver(method));
    if (ofVariable && changes) {
      draft.refuse(
          BodyProblems.mutation(context.place(select), SideEffects.text(context.file, select)));
    }
  }

  private void unseen(MemberSelectTree select, Callee callee) {
    boolean known = callee.site().isPresent()
        || callee.receiver().filter(type -> type.getKind().isPrimitive()).isPresent();
    if (known && callee.candidates().isEmpty()) {
      if (callee.form() == Callee.Form.TYPE
          && callee.site().filter(context.owner()::equals).isPresent()) {
        // As the simple name would be.
        draft.unknownMember(select);
      } else {
        draft.unseenMember(select, callee.site());
      }
    }
  }

  /** Warns of a plain method of this class that calls an annotated one. */
  private void helper(Tree at, ExecutableElement method) {
    if (!Enclosing.type(method).equals(context.owner())) {
      return;
    }
    Scope inner = Scope.empty();
    method
        .getParameters()
        .forEach(each -> inner.bind(each.getSimpleName().toString(), Optional.of(each.asType())));
    context
        .file
        .declaration(method)
        .map(path -> ((MethodTree) path.getLeaf()).getBody())
        .flatMap(body -> NodeSearch.first(body, inner, context.targets))
        .ifPresent(called -> context.warn(
            CallProblems.hiddenNodeCall(context.place(at), method.getSimpleName(), called)));
  }

  private void ofFlow(MemberSelectTree select) {
    Optional<TypeElement> flow = context
        .typer
        .typeOf(select.getExpression(), draft.scope())
        .flatMap(context.facts::element)
        .flatMap(context::flowOf);
    flow.ifPresent(of -> draft.refuse(CallProblems.flow(
        context.place(select), select.getExpression().toString(), of.getSimpleName())));
  }

  private void simple(IdentifierTree name, Callee callee) {
    List<ExecutableElement> candidates = callee.candidates();
    if (candidates.isEmpty()) {
      draft.unknownMember(name);
      return;
    }
    draft.note(
        name,
        candidates.stream()
            .map(method -> Resolutions.text(method, context.compilation.types()))
            .toArray(String[]::new));
    TypeElement site = callee.site().orElseThrow();
    boolean mixed = candidates.stream()
            .map(method -> method.getModifiers().contains(Modifier.STATIC))
            .distinct()
            .count()
        > 1;
    if (mixed) {
      draft.refuse(ExpressionProblems.mixedOverloads(context.place(name), name.getName()));
      return;
    }
    if (!context.compilation.methods(site, name.getName().toString()).containsAll(candidates)) {
      context.doubt(ExpressionProblems.mixedImports(context.place(name), name.getName()));
      return;
    }
    names.qualify(name, site, candidates);
  }

  void reference(MemberReferenceTree tree) {
    List<ExecutableElement> all = context.targets.anyOf(tree, draft.scope());
    if (all.stream().anyMatch(method -> Markers.node(method).isPresent())) {
      draft.refuse(CallProblems.reference(context.place(tree), tree.getName()));
      return;
    }
    ExpressionTree qualifier = tree.getQualifierExpression();
    Optional<TypeElement> type = context.targets.typeName(qualifier, draft.scope());
    boolean isType = type.isPresent()
        || (!(Typer.bare(qualifier) instanceof IdentifierTree)
            && context.names.typeOf(qualifier).isPresent());
    boolean ofMethod = tree.getMode() == MemberReferenceTree.ReferenceMode.INVOKE;
    if (isType) {
      types.type(qualifier);
    } else {
      scan.accept(qualifier);
      draft.order.risky(tree);
    }
    if (tree.getTypeArguments() != null) {
      tree.getTypeArguments().forEach(types::type);
    }
    if (ofMethod && !isType) {
      reach.methods(tree, qualifier, tree.getName().toString(), -1);
    } else if (ofMethod) {
      type.ifPresent(site -> reach.members(tree, all, site));
    } else {
      type.ifPresent(found ->
          reach.members(tree, ElementFilter.constructorsIn(found.getEnclosedElements()), found));
    }
  }

  void creation(NewClassTree tree) {
    if (tree.getClassBody() != null) {
      draft.refuse(ExpressionProblems.anonymousClass(context.place(tree)));
      return;
    }
    Optional<TypeElement> named = context
        .names
        .typeOf(tree.getIdentifier())
        .flatMap(context.facts::element)
        .or(() -> NameOf.rawType(tree.getIdentifier()).flatMap(context.names::type));
    if (tree.getEnclosingExpression() != null
        || named.filter(CallRewriter::isInner).isPresent()) {
      draft.refuse(ExpressionProblems.innerInstance(
          context.place(tree), tree.getIdentifier().toString()));
      return;
    }
    types.type(tree.getIdentifier());
    tree.getTypeArguments().forEach(types::type);
    int count = tree.getArguments().size();
    named.ifPresent(found -> reach.members(tree, constructors(found, count), found));
    arguments(
        tree.getArguments(), named.map(found -> constructors(found, count)).orElse(List.of()));
    draft.order.risky(tree);
  }

  private static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  private static List<ExecutableElement> constructors(TypeElement type, int arguments) {
    return Callee.taking(arguments, ElementFilter.constructorsIn(type.getEnclosedElements()));
  }
}
