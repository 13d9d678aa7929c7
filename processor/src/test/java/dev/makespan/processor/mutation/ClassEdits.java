package dev.makespan.processor.mutation;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes to the head of a class, and classes put beside it. */
final class ClassEdits extends TreePathScanner<Void, Void> {
  private static final String NODE =
      "  @dev.makespan.Task static int fuzzed(int value) { return value; }\n";

  private final Outline outline;
  private final Edits edits;

  ClassEdits(Outline outline, Edits edits) {
    this.outline = outline;
    this.edits = edits;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    Matcher name = Pattern.compile("\\b(class|interface|enum|record)\\s+("
            + Pattern.quote(tree.getSimpleName().toString()) + ")")
        .matcher(outline.text());
    if (!tree.getSimpleName().toString().isEmpty()
        && outline.isWritten(tree)
        && name.find(outline.start(tree))) {
      add(tree, name);
    }
    return super.visitClass(tree, null);
  }

  private void add(ClassTree tree, Matcher name) {
    int keyword = name.start(1);
    boolean isTop =
        getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.COMPILATION_UNIT;
    boolean hasNodes = tree.getMembers().stream()
        .anyMatch(each -> each instanceof MethodTree method && Marks.isNode(method));
    for (String modifier :
        List.of("private", "static", "abstract", "final", "public", "sealed", "strictfp")) {
      boolean hides = hasNodes && modifier.equals("private");
      edits.add(
          edit("class-modifier", keyword, keyword, modifier + " ", hides ? "private-class" : ""));
    }
    for (String word : List.of("static", "public", "final", "private")) {
      String head = outline.text().substring(outline.start(tree), keyword);
      int at = head.lastIndexOf(word + " ");
      if (at >= 0) {
        int start = outline.start(tree) + at;
        edits.add(edit("class-modifier-gone", start, start + word.length() + 1, ""));
      }
    }
    for (String kind : List.of("class", "interface", "enum", "record", "@interface")) {
      if (!kind.equals(name.group(1))) {
        edits.add(edit("class-kind", keyword, name.end(1), kind));
      }
    }
    int end = name.end();
    if (tree.getTypeParameters().isEmpty()) {
      edits.add(edit("class-type-parameter", end, end, "<T>"));
      edits.add(edit("class-type-parameter", end, end, "<T extends Comparable<T>>"));
    }
    String simple = tree.getSimpleName().toString();
    for (String other :
        List.of(simple + "Flow", "Größe", "Object", "Run", "_x", "a$b", "Bodies", "record")) {
      edits.add(edit("class-name", name.start(2), end, other));
    }
    if (tree.getExtendsClause() == null && !name.group(1).equals("interface")) {
      for (String above : List.of("Thread", simple, "Missing", "java.util.ArrayList<String>")) {
        edits.add(edit("class-extends", end, end, " extends " + above));
      }
    }
    int below = outline.end(tree);
    if (isTop) {
      String flow = hasNodes ? "flow-name" : "";
      edits.add(edit("class-beside", below, below, "\nclass " + simple + "Flow {}\n", flow));
      edits.add(edit(
          "class-beside", below, below, "\ninterface " + simple + "Flow {\n" + NODE + "}\n", flow));
      edits.add(edit("class-beside", below, below, "\nclass " + simple + " {\n" + NODE + "}\n"));
      edits.add(edit(
          "class-beside",
          below,
          below,
          "\nclass Fuzz_In {\n" + NODE + "}\nclass Fuzz {\n  static class In {\n" + NODE
              + "  }\n}\n",
          "flow-name"));
    }
    edits.add(edit("class-gone", outline.start(tree), below, ""));
    int inside = below - 1;
    for (String member : List.of(
        NODE,
        "  @dev.makespan.Workflow static int fuzzed(int value) { return fuzzed(value); }\n",
        "  @dev.makespan.Task abstract int fuzzed();\n",
        "  @dev.makespan.Task native int fuzzed();\n",
        "  @dev.makespan.Task static int current(int value) { return value; }\n",
        "  @dev.makespan.Task static int größe(int value) { return value; }\n",
        "  @dev.makespan.Task static int f\\u0075zzed(int \\u0076) { return v; }\n",
        "  @dev.makespan.Task static int fuzzedOne() { return 1; }\n  @dev.makespan.Task static int fuzzed_one() { return 1; }\n",
        "  @dev.makespan.Task static int fuzzed(Missing value) { return 1; }\n",
        "  @dev.makespan.Workflow static Missing fuzzed() { return null; }\n",
        "  class Inner {\n    @dev.makespan.Task int fuzzed() { return 1; }\n  }\n",
        "  @dev.makespan.MapTask static int fuzzed() { return 1; }\n",
        "  @dev.makespan.Workflow static void fuzzed() {}\n",
        "  @dev.makespan.Task static var fuzzed() { return 1; }\n",
        "  @dev.makespan.Task int hashCode() { return 1; }\n",
        "  @dev.makespan.Task static fuzzed() { return 1; }\n",
        "  static { int value = 1; }\n")) {
      if (!name.group(1).equals("enum")) {
        edits.add(edit("member-more", inside, inside, "\n" + member));
      }
    }
  }

  private Edit edit(String rule, int start, int end, String text, String... codes) {
    Set<String> told = new TreeSet<>(List.of(codes));
    told.remove("");
    return new Edit(rule, outline.file(), start, end, text, Reach.program(), told);
  }
}
