package dev.makespan.processor.source;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The text and the declarations of one source file. */
final class SourceFile {
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final String text;
  private final String name;
  private final URI uri;
  private final Trees trees;
  private final Function<TreePath, @Nullable Element> elements;
  private @Nullable Declarations declarations;

  /**
   * A file of which there are trees.
   *
   * @param trees of whoever parsed it: for positions and comments
   * @param elements what is declared where the path of a class or a method leads
   */
  SourceFile(
      CompilationUnitTree unit, Trees trees, Function<TreePath, @Nullable Element> elements) {
    this.elements = elements;
    this.unit = unit;
    this.uri = unit.getSourceFile().toUri();
    this.trees = trees;
    this.positions = trees.getSourcePositions();
    String path = unit.getSourceFile().getName().replace('\\', '/');
    this.name = path.substring(path.lastIndexOf('/') + 1);
    try {
      this.text = unit.getSourceFile().getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CompilationUnitTree unit() {
    return unit;
  }

  URI uri() {
    return uri;
  }

  String name() {
    return name;
  }

  /** Whether a word stands anywhere in it. */
  boolean mentions(String word) {
    return text.contains(word);
  }

  /** Whether its text has ASCII characters only; others may stand in it as escapes. */
  boolean isAscii() {
    return text.getBytes(StandardCharsets.UTF_8).length == text.length();
  }

  /** Whether it declares a top-level class of another name than its own. */
  boolean hasAuxiliaries() {
    return unit.getTypeDecls().stream()
        .anyMatch(
            each -> each instanceof ClassTree type && !name.equals(type.getSimpleName() + ".java"));
  }

  /** Where a class or method is declared. */
  Optional<TreePath> declaration(Element element) {
    return Optional.ofNullable(declarations().get(element));
  }

  private Map<Element, TreePath> declarations() {
    if (declarations == null) {
      declarations = new Declarations();
      declarations.scan(new TreePath(unit), null);
    }
    return declarations.found;
  }

  /** The innermost class or method that a tree stands in. */
  Optional<Element> around(Tree tree) {
    int at = start(tree);
    return declarations().entrySet().stream()
        .filter(each ->
            start(each.getValue().getLeaf()) <= at && at < end(each.getValue().getLeaf()))
        .max(Comparator.comparingInt(each -> start(each.getValue().getLeaf())))
        .map(Map.Entry::getKey);
  }

  /** The Javadoc comment of a declaration, without its marks; null if it has none. */
  @Nullable String comment(TreePath declaration) {
    return trees.getDocComment(declaration);
  }

  TreePlace place(Tree anyTree) {
    Tree tree = anyTree;
    while (tree instanceof ParameterizedTypeTree || tree instanceof ArrayTypeTree) {
      // The compiler would point at the bracket.
      tree = tree instanceof ArrayTypeTree array
          ? array.getType()
          : ((ParameterizedTypeTree) tree).getType();
    }
    long at = tree instanceof MemberSelectTree select
        ? end(tree) - select.getIdentifier().length()
        : start(tree);
    if (at < 0) {
      return new TreePlace(unit, tree, name, 0, 0);
    }
    int line = (int) unit.getLineMap().getLineNumber(at);
    int column = (int) unit.getLineMap().getColumnNumber(at);
    return new TreePlace(unit, tree, name, line, column);
  }

  /** The place of a method's name, which follows its type; of a constructor, roughly. */
  TreePlace placeOfName(MethodTree method) {
    boolean constructor = method.getReturnType() == null;
    return after(
        constructor ? method.getModifiers() : method.getReturnType(),
        constructor ? "" : method.getName().toString(),
        method);
  }

  /** The place of a variable's name. */
  TreePlace placeOfName(VariableTree variable) {
    boolean written = variable.getType() != null && start(variable.getType()) >= 0;
    return after(
        written ? variable.getType() : variable.getModifiers(),
        variable.getName().toString(),
        variable);
  }

  private TreePlace after(Tree before, String identifier, Tree declaration) {
    int from = Math.max(end(before), start(declaration));
    int at = Math.max(text.indexOf(identifier, from), from);
    int line = (int) unit.getLineMap().getLineNumber(at);
    int column = (int) unit.getLineMap().getColumnNumber(at);
    return new TreePlace(unit, declaration, name, line, column);
  }

  /** The offset of the first character, or a negative number for a tree without text. */
  int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  /** The offset after the last character, or a negative number for a tree without text. */
  int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  String text(int from, int to) {
    return text.substring(from, to);
  }

  String text(Tree tree) {
    return text(start(tree), end(tree));
  }

  private final class Declarations extends TreePathScanner<Void, Void> {
    private final Map<Element, TreePath> found = new HashMap<>();

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      add();
      return super.visitClass(tree, null);
    }

    /**
     * Bodies are left alone: asking for an element inside one would attribute the class in place.
     */
    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      add();
      return null;
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      return null;
    }

    @Override
    public Void visitBlock(BlockTree tree, Void unused) {
      return null;
    }

    private void add() {
      Element element = elements.apply(getCurrentPath());
      if (element != null) {
        found.put(element, getCurrentPath());
      }
    }
  }
}
