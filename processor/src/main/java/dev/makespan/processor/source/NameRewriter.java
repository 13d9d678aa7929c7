package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.ExpressionProblems;
import dev.makespan.processor.problem.LoopProblems;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Rewrites the names of variables, fields and classes in a pure expression, so that they mean the
 * same in another class.
 */
final class NameRewriter {
  private final BodyContext context;
  private final Draft draft;
  private final TypeRewriter types;
  private final ReachCheck reach;
  private final Consumer<Tree> scan;

  /**
   * A rewriter of one expression.
   *
   * @param scan reads an inner expression
   */
  NameRewriter(Draft draft, TypeRewriter types, ReachCheck reach, Consumer<Tree> scan) {
    this.context = draft.context;
    this.draft = draft;
    this.types = types;
    this.reach = reach;
    this.scan = scan;
  }

  void simple(IdentifierTree tree) {
    String name = tree.getName().toString();
    Optional<Names.Members<VariableElement>> field = context.names.field(name);
    if (name.equals("this")) {
      draft.replace(tree, new Piece.Self());
    } else if (name.equals("super")) {
      draft.refuse(ExpressionProblems.superMember(context.place(tree)));
    } else if (draft.scope().isPattern(name)) {
      draft.refuse(BodyProblems.patternVariable(context.place(tree), name));
    } else if (draft.scope().isFilled(name)) {
      draft.refuse(LoopProblems.filled(context.place(tree), name));
    } else if (draft.scope().isUnassigned(name)) {
      // The compiler rejects it.
      draft.invalid();
    } else if (draft.scope().binds(name)) {
      local(tree, draft.scope().variable(name));
    } else if (field.isPresent()) {
      field(tree, field.get());
    } else if (context.names.type(name).isPresent()) {
      types.simple(tree);
    } else {
      draft.unknownMember(tree);
    }
  }

  private void local(IdentifierTree tree, Optional<Variable> variable) {
    draft.note(tree, "variable");
    draft.local(tree.getName().toString(), tree);
    Optional<List<Piece>> constant = variable.flatMap(context.constants::value);
    if (constant.isPresent()) {
      draft.replace(tree, constant.get().toArray(Piece[]::new));
    } else {
      variable.ifPresent(draft::reads);
      variable.ifPresent(read -> reach.variable(tree, read.type()));
    }
  }

  private void field(IdentifierTree tree, Names.Members<VariableElement> found) {
    VariableElement field = found.all().get(0);
    draft.note(tree, Meanings.of(field));
    if (isInstanceConstant(field)) {
      draft.replace(tree, new Piece.Text(constant(field)));
      return;
    }
    qualify(tree, found.site(), List.of(field));
    draft.order.field(tree, field);
  }

  /** Whether a field is constant by its simple name, but not through the instance. */
  private boolean isInstanceConstant(VariableElement field) {
    return field.getConstantValue() != null
        && !field.getModifiers().contains(Modifier.STATIC)
        && context.constants.matters(field.asType());
  }

  private String constant(VariableElement field) {
    String text = context.compilation.elements().getConstantExpression(field.getConstantValue());
    return text.startsWith("-") || text.startsWith("(") ? "(" + text + ")" : text;
  }

  /** Puts the class, or the instance, before a member's simple name. */
  void qualify(Tree name, TypeElement site, List<? extends Element> members) {
    reach.members(name, members, site);
    boolean isStatic = members.get(0).getModifiers().contains(Modifier.STATIC);
    if (!isStatic && !site.equals(context.owner())) {
      // An instance of a class around this one: the compiler rejects it.
      draft.invalid();
      return;
    }
    draft.insertBefore(
        name, isStatic ? new Piece.Type(site) : new Piece.Self(), new Piece.Text("."));
  }

  void selected(MemberSelectTree tree) {
    ExpressionTree before = tree.getExpression();
    String name = tree.getIdentifier().toString();
    switch (name) {
      case "this" -> outerThis(tree);
      case "super" -> draft.refuse(ExpressionProblems.superMember(context.place(tree)));
      case "class" -> types.type(before);
      default -> {
        if (context.targets.typeName(tree, draft.scope()).isPresent()) {
          types.type(tree);
        } else if (qualifier(before)) {
          field(tree, before, name);
        }
      }
    }
  }

  private void outerThis(MemberSelectTree tree) {
    if (context.names.type(tree.getExpression()).filter(context.owner()::equals).isPresent()) {
      draft.replace(tree, new Piece.Self());
    } else {
      // An instance of a class around this one: the compiler rejects it.
      draft.invalid();
    }
  }

  private void field(MemberSelectTree tree, ExpressionTree before, String name) {
    Optional<TypeElement> type = context.targets.typeName(before, draft.scope());
    Optional<TypeElement> site =
        type.or(() -> context.typer.typeOf(before, draft.scope()).flatMap(context.facts::element));
    Optional<VariableElement> field = site.flatMap(found -> context.compilation.field(found, name));
    if (site.isPresent() && field.isEmpty()) {
      draft.unseenMember(tree, site);
    }
    if (type.isEmpty()) {
      reach.field(tree, before, name);
      draft.order.riskyUnlessThis(tree, field);
    } else {
      field.ifPresent(found -> reach.members(tree, List.of(found), type.get()));
      field.ifPresent(found -> draft.order.field(tree, found));
    }
  }

  /** Reads what stands before a dot; says whether that is in order. */
  boolean qualifier(ExpressionTree tree) {
    if (context.targets.typeName(tree, draft.scope()).isPresent() || isUnknown(tree)) {
      types.type(tree);
    } else {
      scan.accept(tree);
    }
    return !draft.isWrong();
  }

  /** Whether a simple name may be a type that doesn't exist yet. */
  private boolean isUnknown(ExpressionTree tree) {
    if (!(tree instanceof IdentifierTree identifier)) {
      return false;
    }
    String name = identifier.getName().toString();
    boolean known = name.equals("this")
        || name.equals("super")
        || draft.scope().binds(name)
        || context.names.field(name).isPresent();
    return !known;
  }
}
