package dev.makespan.processor.source;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.problem.CallProblems;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Rewrites the names of types in a pure expression, where locals and fields hide nothing. */
final class TypeRewriter {
  private final BodyContext context;
  private final Draft draft;
  private final ReachCheck reach;

  TypeRewriter(Draft draft, ReachCheck reach) {
    this.context = draft.context;
    this.draft = draft;
    this.reach = reach;
  }

  /** Rewrites all names in a type's tree, which may be absent or {@code var}. */
  void type(Tree tree) {
    if (tree == null || context.file.start(tree) < 0) {
      return;
    }
    if (tree instanceof IdentifierTree name) {
      if (!name.getName().contentEquals("var")) {
        simple(name);
      }
    } else if (tree instanceof MemberSelectTree select) {
      selected(select);
    } else if (tree instanceof AnnotatedTypeTree annotated) {
      annotated.getAnnotations().forEach(annotation -> type(annotation.getAnnotationType()));
      type(annotated.getUnderlyingType());
    } else {
      tree.accept(new Parts(), null);
    }
  }

  /** A simple name that means a type. */
  void simple(IdentifierTree tree) {
    Optional<TypeElement> type = context.names.type(tree.getName().toString());
    if (type.isPresent()) {
      draft.note(tree, Meanings.of(type.get()));
      reach.type(tree, type.get());
      draft.replace(tree, new Piece.Type(type.get()));
    }
    Optional<TypeElement> flow = context.flowOf(tree);
    if (flow.isPresent()) {
      draft.refuse(
          CallProblems.flow(context.place(tree), tree.getName(), flow.get().getSimpleName()));
    } else if (type.isEmpty()) {
      draft.unknownType(tree);
    }
  }

  private void selected(MemberSelectTree select) {
    Optional<TypeElement> type = context.names.type(select);
    Optional<TypeElement> flow = context.flowOf(select);
    if (flow.isPresent()) {
      draft.refuse(CallProblems.flow(
          context.place(select), select.getIdentifier(), flow.get().getSimpleName()));
    } else if (type.isPresent()) {
      reach.type(select, type.get());
      outer(select.getExpression());
    } else {
      draft.unknownType(select);
    }
  }

  /** What stands before a type's name; a package needs nothing. */
  private void outer(ExpressionTree tree) {
    boolean isType = tree instanceof ParameterizedTypeTree
        || tree instanceof AnnotatedTypeTree
        || context.names.type(tree).isPresent();
    if (isType) {
      type(tree);
    }
  }

  /** Reaches the names in the other kinds of types. */
  private final class Parts extends TreeScanner<Void, Void> {
    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      type(tree);
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      type(tree);
      return null;
    }

    @Override
    public Void visitAnnotatedType(AnnotatedTypeTree tree, Void unused) {
      type(tree);
      return null;
    }
  }
}
