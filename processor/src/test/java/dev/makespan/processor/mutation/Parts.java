package dev.makespan.processor.mutation;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.mutation.Reach.Range;
import java.util.ArrayList;
import java.util.List;

/** What a program may do without: imports, classes, members and statements. */
final class Parts extends TreeScanner<Void, Void> {
  private final Outline outline;
  private final List<Range> ranges = new ArrayList<>();

  private Parts(Outline outline) {
    this.outline = outline;
  }

  static List<Range> of(Outline outline) {
    Parts parts = new Parts(outline);
    outline.unit().getTypeDecls().forEach(parts::add);
    parts.scan(outline.unit(), null);
    return parts.ranges;
  }

  private void add(Tree tree) {
    if (outline.isWritten(tree)) {
      ranges.add(new Range(outline.start(tree), outline.end(tree)));
    }
  }

  @Override
  public Void visitImport(ImportTree tree, Void unused) {
    add(tree);
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    if (tree.getKind() != Tree.Kind.ENUM && tree.getKind() != Tree.Kind.RECORD) {
      tree.getMembers().forEach(this::add);
    }
    return super.visitClass(tree, null);
  }

  @Override
  public Void visitBlock(BlockTree tree, Void unused) {
    tree.getStatements().forEach(this::add);
    return super.visitBlock(tree, null);
  }
}
