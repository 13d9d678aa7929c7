package dev.makespan.processor.mutation;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes to the signature of a method, and to its body as a whole. */
final class MethodEdits extends TreePathScanner<Void, Void> {
  private static final List<String> TYPES = List.of(
      "int",
      "long",
      "void",
      "Void",
      "Object",
      "String",
      "var",
      "Missing",
      "int[]",
      "T",
      "double",
      "Integer",
      "char",
      "java.util.List<?>",
      "java.util.List<String>",
      "java.util.List<? extends Number>[]",
      "java.util.concurrent.CompletableFuture<Integer>",
      "java.util.concurrent.CompletionStage<?>",
      "java.util.concurrent.Future<String>",
      "java.util.Map<String, java.util.List<Missing>>",
      "java.util.Optional",
      "java.util.stream.Stream<String>",
      "Missing.Inner",
      "@Deprecated int");
  private static final List<String> NAMES = List.of(
      "current",
      "blocking",
      "with",
      "hashCode",
      "getClass",
      "toString",
      "wait",
      "größe",
      "\\u0061bc",
      "$",
      "_a",
      "record",
      "yield",
      "class",
      "run",
      "FOO",
      "foo_bar",
      "𝒳");

  private final Outline outline;
  private final Edits edits;

  MethodEdits(Outline outline, Edits edits) {
    this.outline = outline;
    this.edits = edits;
  }

  @Override
  public Void visitMethod(MethodTree tree, Void unused) {
    if (outline.isWritten(tree) && tree.getReturnType() != null) {
      boolean node = Marks.isNode(tree);
      int type = outline.start(tree.getReturnType());
      Matcher name = Pattern.compile("\\b" + Pattern.quote(tree.getName().toString()) + "\\s*\\(")
          .matcher(outline.text());
      if (name.find(outline.end(tree.getReturnType()))) {
        modifiers(tree, node, type);
        names(tree, name);
        wholes(tree, node, type);
        parameters(tree, name.end());
      }
      for (String other : TYPES) {
        edits.add(outline.replace("return-type", tree.getReturnType(), other));
      }
    }
    return super.visitMethod(tree, null);
  }

  private void modifiers(MethodTree tree, boolean node, int type) {
    boolean workflow = Marks.isWorkflow(tree);
    for (String word : List.of(
        "private",
        "static",
        "final",
        "synchronized",
        "abstract",
        "native",
        "default",
        "strictfp",
        "public",
        "protected")) {
      String code = node && word.equals("private")
          ? "private-node"
          : workflow && word.equals("synchronized") ? "synchronized" : "";
      edits.add(edit("modifier", type, type, word + " ", code));
      String head = outline.text().substring(outline.start(tree), type);
      int at = head.lastIndexOf(word + " ");
      if (at >= 0) {
        int start = outline.start(tree) + at;
        edits.add(edit("modifier-gone", start, start + word.length() + 1, ""));
      }
    }
    if (tree.getTypeParameters().isEmpty()) {
      String code = node ? "generic-node" : "";
      edits.add(edit("type-parameter", type, type, "<T> ", code));
      edits.add(edit("type-parameter", type, type, "<T extends Comparable<T>> ", code));
    }
  }

  private void names(MethodTree tree, Matcher name) {
    int start = name.start();
    int end = start + tree.getName().length();
    Set<String> others = new TreeSet<>(NAMES);
    outline.members().forEach(each -> others.add(each.name()));
    others.remove("<init>");
    for (String other : others) {
      edits.add(new Edit(
          "method-name",
          outline.file(),
          start,
          end,
          other,
          outline.reach(start, end, other, other.replace("\\u0061", "a")),
          Set.of()));
    }
  }

  private void wholes(MethodTree tree, boolean node, int type) {
    int start = outline.start(tree);
    int end = outline.end(tree);
    String text = outline.text(tree);
    edits.add(edit("method-gone", start, end, ""));
    edits.add(edit("method-twice", start, end, text + "\n  " + text));
    if (tree.getBody() != null) {
      int body = outline.start(tree.getBody());
      String head = outline.text().substring(type, body);
      edits.add(edit(
          "without-body", type, end, "native " + head.strip() + ";", node ? "native-method" : ""));
      edits.add(edit(
          "without-body",
          type,
          end,
          "abstract " + head.strip() + ";",
          node ? "abstract-method" : ""));
      edits.add(edit("without-body", body, end, ";"));
      for (String other : List.of(
          "{}",
          "{ return null; }",
          "{ throw new IllegalStateException(); }",
          "{ return; }",
          "{ return 0 }",
          "{ ; }")) {
        edits.add(edit("other-body", body, end, other));
      }
      if (tree.getThrows().isEmpty()) {
        for (String thrown :
            List.of("Exception", "java.io.IOException", "Missing", "Throwable", "String")) {
          edits.add(edit("throws", body, body, "throws " + thrown + " "));
        }
      }
    }
    tree.getThrows()
        .forEach(each -> edits.add(outline.replace("throws", each, "java.sql.SQLException")));
  }

  private void parameters(MethodTree tree, int open) {
    List<? extends VariableTree> all = tree.getParameters();
    edits.add(edit("parameter-more", open, open, "int fuzzed" + (all.isEmpty() ? "" : ", ")));
    edits.add(edit("parameter-more", open, open, "Missing fuzzed" + (all.isEmpty() ? "" : ", ")));
    StringBuilder many = new StringBuilder("long m0");
    for (int i = 1; i < 130; i++) {
      many.append(", long m").append(i);
    }
    edits.add(edit("parameter-more", open, open, many + (all.isEmpty() ? "" : ", ")));
    for (int i = 0; i < all.size(); i++) {
      VariableTree each = all.get(i);
      Tree type = each.getType();
      if (!outline.isWritten(each) || !outline.isWritten(type)) {
        continue;
      }
      for (String other : TYPES) {
        edits.add(outline.replace("parameter-type", type, other));
      }
      edits.add(edit("parameter-more", outline.end(type), outline.end(type), "..."));
      edits.add(edit(
          "parameter-twice", outline.start(each), outline.start(each), outline.text(each) + ", "));
      int name = outline.end(each) - each.getName().length();
      for (String other : List.of(
          "x", "größe", "dev", "java", "this", "int", "value", "run", "in", "_", "\\u0078")) {
        edits.add(edit("parameter-name", name, outline.end(each), other));
      }
      if (i > 0) {
        VariableTree before = all.get(i - 1);
        edits.add(edit("parameter-gone", outline.end(before), outline.end(each), ""));
        edits.add(edit(
            "parameter-swap",
            outline.start(before),
            outline.end(each),
            outline.text(each) + ", " + outline.text(before)));
      } else if (all.size() == 1) {
        edits.add(edit("parameter-gone", outline.start(each), outline.end(each), ""));
      }
    }
  }

  private Edit edit(String rule, int start, int end, String text, String... codes) {
    Edit edit = outline.edit(rule, start, end, text, codes);
    edit.codes().remove("");
    return edit;
  }
}
