package dev.makespan.processor.mutation;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statements that are gone, doubled, in another order, put into others, or of a kind of their own.
 */
final class StatementEdits extends TreePathScanner<Void, Void> {
  /** Statements that a workflow must not have, with the codes of which one is told. */
  private static final Map<String, List<String>> STATEMENTS = new TreeMap<>(Map.ofEntries(
      Map.entry("while (Boolean.getBoolean(\"never\")) {}", List.of("loop")),
      Map.entry("do {} while (Boolean.getBoolean(\"never\"));", List.of("loop")),
      Map.entry("for (;Boolean.getBoolean(\"never\");) {}", List.of("loop")),
      Map.entry("synchronized (\"lock\") {}", List.of("statement")),
      Map.entry("assert !Boolean.getBoolean(\"never\");", List.of("statement")),
      Map.entry("int fuzzed = 1; fuzzed = 2;", List.of("reassignment")),
      Map.entry("int fuzzed = 1; fuzzed++;", List.of("reassignment", "statement")),
      Map.entry("new Object() {};", List.of("anonymous-class", "plain-call")),
      Map.entry("class Fuzzed {}", List.of("anonymous-class")),
      Map.entry("System.out.println();", List.of("plain-call")),
      Map.entry("Runnable fuzzed = () -> { while (true) {} };", List.of()),
      Map.entry("for (int i = 0; i < 3; i++) { System.out.println(i); }", List.of()),
      Map.entry("for (String each : new String[0]) {}", List.of()),
      Map.entry("try { System.out.println(); } finally { System.out.println(); }", List.of()),
      Map.entry("switch (1) { default -> {} }", List.of()),
      Map.entry("switch (1) { case 1: break; default: }", List.of()),
      Map.entry("if (Boolean.getBoolean(\"never\")) throw new IllegalStateException();", List.of()),
      Map.entry("throw new IllegalStateException();", List.of()),
      Map.entry("return;", List.of()),
      Map.entry("return null;", List.of()),
      Map.entry("break;", List.of()),
      Map.entry("continue;", List.of()),
      Map.entry("yield 1;", List.of()),
      Map.entry(";", List.of()),
      Map.entry("{}", List.of()),
      Map.entry("label: {}", List.of()),
      Map.entry("int fuzzed;", List.of()),
      Map.entry("var fuzzed;", List.of()),
      Map.entry("var fuzzed = null;", List.of()),
      Map.entry("Missing fuzzed = null;", List.of()),
      Map.entry("Missing.call();", List.of()),
      Map.entry("missing = 3;", List.of()),
      Map.entry("int größe = 1, \\u0061 = 2, c[] = {};", List.of()),
      Map.entry("int fuzzed = \"a\";", List.of()),
      Map.entry("var fuzzed = new Object() { int x; }.x;", List.of()),
      Map.entry("record Fuzzed(int x) {}", List.of()),
      Map.entry("if (true) {} else if (false) {} else {}", List.of()),
      Map.entry("this.hashCode();", List.of()),
      Map.entry("int fuzzed = super.hashCode();", List.of()),
      Map.entry("else {}", List.of())));

  private final Outline outline;
  private final Edits edits;

  StatementEdits(Outline outline, Edits edits) {
    this.outline = outline;
    this.edits = edits;
  }

  @Override
  public Void visitBlock(BlockTree tree, Void unused) {
    if (outline.isWritten(tree)) {
      boolean inWorkflow = isWorkflow();
      int open = outline.start(tree) + 1 + (tree.isStatic() ? "static".length() + 1 : 0);
      STATEMENTS.forEach((text, codes) -> edits.add(outline.edit(
          "statement-more",
          open,
          open,
          " " + text + " ",
          inWorkflow ? codes.toArray(String[]::new) : new String[0])));
      List<? extends StatementTree> all = tree.getStatements();
      for (int i = 0; i < all.size(); i++) {
        if (outline.isWritten(all.get(i))) {
          one(all.get(i));
        }
        if (i > 0 && outline.isWritten(all.get(i)) && outline.isWritten(all.get(i - 1))) {
          two(all.get(i - 1), all.get(i));
        }
      }
    }
    return super.visitBlock(tree, null);
  }

  private void one(StatementTree tree) {
    int start = outline.start(tree);
    int end = outline.end(tree);
    String text = outline.text(tree);
    edits.add(edit("statement-gone", start, end, ""));
    edits.add(edit("statement-twice", start, end, text + " " + text));
    edits.add(edit("semicolon-gone", end - 1, end, ""));
    for (String around : List.of(
        "{ % }",
        "if (true) { % }",
        "if (Boolean.getBoolean(\"never\")) { % } else { % }",
        "if (Boolean.getBoolean(\"never\")) %",
        "while (Boolean.getBoolean(\"never\")) { % }",
        "for (int fuzzed = 0; fuzzed < 2; fuzzed++) { % }",
        "for (var fuzzed : java.util.List.of(1, 2)) { % }",
        "try { % } finally { }",
        "try { % } catch (RuntimeException fuzzed) { }",
        "try { % } catch (Exception fuzzed) { throw fuzzed; }",
        "synchronized (\"lock\") { % }",
        "switch (1) { case 1 -> { % } default -> { } }",
        "switch (1) { case 1: % default: }",
        "Runnable fuzzed = () -> { % };",
        "dev.makespan.Makespan.tap(() -> { % });",
        "dev.makespan.Makespan.forEach(java.util.List.of(1), fuzzed -> { % });",
        "label: { % }",
        "new Object() { void fuzzed() { % } };",
        "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{ % }}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}")) {
      edits.add(edit("statement-in", start, end, around.replace("%", text)));
    }
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      deep.append("if (Boolean.getBoolean(\"").append(i).append("\")) { ");
    }
    edits.add(edit("statement-deep", start, end, deep + text + " }".repeat(60)));
    if (tree instanceof VariableTree local) {
      edits.add(
          edit("reassigned", end, end, " " + local.getName() + " = " + local.getName() + ";"));
      if (outline.isWritten(local.getType())) {
        for (String type : List.of(
            "var",
            "int",
            "Object",
            "Missing",
            "final int",
            "String",
            "java.util.List<String>",
            "void",
            "int[]")) {
          edits.add(outline.replace("local-type", local.getType(), type));
        }
        int name = outline.text().indexOf(local.getName().toString(), outline.end(local.getType()));
        if (name > 0 && name < end) {
          for (String other :
              List.of("größe", "run", "dev", "in", "java", "String", "_x", "\\u0061b", "List")) {
            edits.add(edit("local-name", name, name + local.getName().length(), other));
          }
        }
      }
      if (local.getInitializer() != null && outline.isWritten(local.getInitializer())) {
        edits.add(edit("initialiser-gone", name(local), outline.end(local.getInitializer()), ""));
      }
    }
    if (tree instanceof ReturnTree) {
      edits.add(edit("return-other", start, end, "return;"));
      edits.add(edit("return-other", start, end, text + " return null;"));
      edits.add(edit(
          "return-other",
          start,
          end,
          "if (Boolean.getBoolean(\"never\")) { " + text + " } " + text));
    }
  }

  /** Behind the name of a local. */
  private int name(VariableTree local) {
    int before = outline.start(local.getInitializer());
    return outline.text().lastIndexOf('=', before);
  }

  private void two(StatementTree one, StatementTree other) {
    int start = outline.start(one);
    String between = outline.text().substring(outline.end(one), outline.start(other));
    edits.add(edit(
        "statement-swap",
        start,
        outline.end(other),
        outline.text(other) + between + outline.text(one)));
  }

  private boolean isWorkflow() {
    for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof LambdaExpressionTree || at.getLeaf() instanceof ClassTree) {
        return false;
      }
      if (at.getLeaf() instanceof MethodTree method) {
        return Marks.isWorkflow(method);
      }
    }
    return false;
  }

  private Edit edit(String rule, int start, int end, String text) {
    return outline.edit(rule, start, end, text);
  }
}
