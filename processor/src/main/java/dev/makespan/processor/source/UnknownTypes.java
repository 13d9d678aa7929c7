package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** The names in one written type that mean no type, or none that exists already. */
final class UnknownTypes extends TreeScanner<Void, Void> {
  private final Names names;
  private final List<ExpressionTree> found = new ArrayList<>();

  private UnknownTypes(Names names) {
    this.names = names;
  }

  /**
   * Finds them, without those whose import, or whose class's supertype, is missing: the compiler
   * tells that itself.
   */
  static List<ExpressionTree> in(Tree type, Names names) {
    UnknownTypes search = new UnknownTypes(names);
    if (names.isComplete()) {
      search.scan(type, null);
    }
    return search.found;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    add(tree, tree);
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    ExpressionTree first = tree;
    while (first instanceof MemberSelectTree select) {
      first = select.getExpression();
    }
    add(tree, first);
    return null;
  }

  private void add(ExpressionTree name, Tree first) {
    boolean imported =
        first instanceof IdentifierTree identifier && names.isImported(identifier.getName());
    if (names.type(name).isEmpty() && !imported) {
      found.add(name);
    }
  }
}
