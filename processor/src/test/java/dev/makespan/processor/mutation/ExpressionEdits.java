package dev.makespan.processor.mutation;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Expressions that become others, and names that become other names. */
final class ExpressionEdits extends TreePathScanner<Void, Void> {
  private static final int TERMS = 1_000;
  private static final int NEIGHBOURS = 4;

  private static final List<String> FORMS = List.of(
      "null",
      "0",
      "-1",
      "\"text\"",
      "\"\\u0022\" + \"\\\"\"",
      "'c'",
      "1L",
      "true",
      "(Object) %",
      "(int) %",
      "(Missing) %",
      "true ? % : %",
      "Boolean.getBoolean(\"never\") ? % : null",
      "Boolean.getBoolean(\"never\") ? % : %",
      "% + 1",
      "% + \"\"",
      "1 / 0 + %",
      "!%",
      "-%",
      "% == %",
      "% != null && % != null",
      "%.toString()",
      "%.hashCode()",
      "%.missing",
      "%.missing()",
      "%[0]",
      "() -> %",
      "x -> %",
      "() -> { return %; }",
      "Object::toString",
      "new int[] {%}",
      "new Object[] {%, %}",
      "{%}",
      "missing(%)",
      "missing",
      "this",
      "super.hashCode()",
      "switch (0) { default -> %; }",
      "switch (0) { case 1: yield %; default: yield %; }",
      "% instanceof Object o && o != null",
      "% instanceof String s ? s : %",
      "java.util.List.of(%)",
      "java.util.List.of(%, %).get(0)",
      "((java.util.function.Supplier<Object>) () -> %).get()",
      "new Object() { Object get() { return %; } }.get()",
      "new Object() { @dev.makespan.Task int get() { return 1; } }.get()",
      "java.util.stream.Stream.of(%).map(each -> each).toList()",
      "java.util.concurrent.CompletableFuture.supplyAsync(() -> %).join()",
      "Missing.<String>of(%)",
      "(%, %)",
      "%;",
      "",
      "int.class",
      "(fuzzed = %)",
      "new Missing(%)",
      "new java.util.ArrayList<>(%)",
      "\"\"\"\n    a\\tb\\\n    \"\"\" + %");

  private final Outline outline;
  private final Edits edits;
  private final Map<Outline.Member, List<Tree>> seen = new java.util.LinkedHashMap<>();
  private final Map<Outline.Member, Set<String>> names = new java.util.LinkedHashMap<>();
  private final Set<String> all = new TreeSet<>();

  ExpressionEdits(Outline outline, Edits edits) {
    this.outline = outline;
    this.edits = edits;
    outline.members().forEach(each -> all.add(each.name()));
    all.remove("<init>");
  }

  @Override
  public Void visitAnnotation(AnnotationTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    value(tree.getInitializer(), true);
    return super.visitVariable(tree, null);
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void unused) {
    value(tree.getExpression(), true);
    return super.visitReturn(tree, null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    tree.getArguments().forEach(each -> value(each, false));
    arguments(tree, tree.getArguments());
    Tree select = tree.getMethodSelect();
    String name = select instanceof MemberSelectTree member
        ? member.getIdentifier().toString()
        : select.toString();
    if (outline.isWritten(select)) {
      int end = outline.end(select);
      int start = end - name.length();
      for (String other : all) {
        if (!other.equals(name)) {
          edits.add(outline.edit("call-other", start, end, other));
        }
      }
      for (String other : List.of("missing", "clone", "wait", "super", "this")) {
        edits.add(outline.edit("call-other", start, end, other));
      }
    }
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    tree.getArguments().forEach(each -> value(each, false));
    arguments(tree, tree.getArguments());
    return super.visitNewClass(tree, null);
  }

  @Override
  public Void visitBinary(BinaryTree tree, Void unused) {
    value(tree.getLeftOperand(), false);
    value(tree.getRightOperand(), false);
    if (outline.isWritten(tree)) {
      String left = outline.text(tree.getLeftOperand());
      String right = outline.text(tree.getRightOperand());
      for (String operator :
          List.of("&&", "||", "==", "+", "/", "%", "<<", "=", "+=", "<", "->", "::")) {
        edits.add(outline.replace("operator", tree, left + " " + operator + " " + right));
      }
      edits.add(outline.replace("operands-swap", tree, right + " - " + left));
    }
    return super.visitBinary(tree, null);
  }

  @Override
  public Void visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
    value(tree.getCondition(), false);
    value(tree.getTrueExpression(), false);
    value(tree.getFalseExpression(), false);
    return super.visitConditionalExpression(tree, null);
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    value(tree.getExpression(), true);
    return super.visitAssignment(tree, null);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    if (tree.getBody() instanceof ExpressionTree body) {
      value(body, false);
    }
    return super.visitLambdaExpression(tree, null);
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    Outline.Member member =
        outline.isWritten(tree) ? outline.member(outline.start(tree), outline.end(tree)) : null;
    String name = tree.getName().toString();
    if (member != null
        && outline.text(tree).equals(name)
        && Character.isLowerCase(name.charAt(0))) {
      Set<String> others = names.computeIfAbsent(member, any -> new TreeSet<>());
      others.add("missing");
      for (String other : others) {
        if (!other.equals(name)) {
          edits.add(outline.replace("name-other", tree, other));
        }
      }
      others.add(name);
      String escaped = String.format("\\u%04x", (int) name.charAt(0)) + name.substring(1);
      edits.add(same("name-escaped", tree, escaped));
      edits.add(same("name-escaped", tree, escaped.replace("\\u", "\\uuu")));
    }
    return super.visitIdentifier(tree, null);
  }

  private void value(@Nullable ExpressionTree tree, boolean isWhole) {
    if (!outline.isWritten(tree)) {
      return;
    }
    String text = outline.text(tree);
    for (String form : FORMS) {
      edits.add(outline.replace("value", tree, form.replace("%", text)));
    }
    if (tree.getKind() != Tree.Kind.NEW_ARRAY) {
      edits.add(same("parentheses", tree, "(" + text + ")"));
      edits.add(same("comment", tree, "/* größe \\u002f */ " + text + " // \\u0041\n"));
    }
    if (isWhole && tree.getKind() != Tree.Kind.NEW_ARRAY) {
      edits.add(same("parentheses", tree, "(".repeat(100) + text + ")".repeat(100)));
      edits.add(outline.replace("long", tree, text + " + 1".repeat(TERMS)));
      edits.add(outline.replace("long", tree, (text + " + ").repeat(TERMS / 5) + "\"\""));
      edits.add(
          outline.replace("long", tree, "java.util.List.of(".repeat(60) + text + ")".repeat(60)));
      edits.add(outline.replace("long", tree, "true ? 1 : ".repeat(60) + text));
      edits.add(outline.replace(
          "long", tree, "java.util.Arrays.asList(" + (text + ", ").repeat(299) + text + ")"));
      edits.add(outline.replace(
          "long",
          tree,
          "new StringBuilder()" + ".append(1)".repeat(TERMS / 4) + ".append(" + text + ")"));
      edits.add(outline.replace("long", tree, "-".repeat(1) + " - ".repeat(TERMS / 4) + text));
    }
    Outline.Member member = outline.member(outline.start(tree), outline.end(tree));
    if (member != null) {
      List<Tree> others = seen.computeIfAbsent(member, any -> new ArrayList<>());
      for (Tree other : others.subList(Math.max(0, others.size() - NEIGHBOURS), others.size())) {
        edits.add(outline.replace("value-other", tree, outline.text(other)));
      }
      others.add(tree);
    }
  }

  private void arguments(Tree call, List<? extends ExpressionTree> arguments) {
    if (!outline.isWritten(call)
        || arguments.stream().anyMatch(each -> !outline.isWritten(each))
        || arguments.isEmpty()) {
      return;
    }
    int start = outline.start(arguments.get(0));
    int end = outline.end(arguments.get(arguments.size() - 1));
    String text = outline.text().substring(start, end);
    edits.add(outline.edit("arguments", start, end, ""));
    edits.add(outline.edit("arguments", end, end, ", " + outline.text(arguments.get(0))));
    edits.add(outline.edit("arguments", start, end, text + ",,"));
    if (arguments.size() > 1) {
      String first = outline.text(arguments.get(0));
      String second = outline.text(arguments.get(1));
      edits.add(
          outline.edit("arguments", start, outline.end(arguments.get(1)), second + ", " + first));
      edits.add(outline.edit("arguments", start, outline.start(arguments.get(1)), ""));
    }
  }

  private Edit same(String rule, Tree tree, String text) {
    return new Edit(
        rule,
        outline.file(),
        outline.start(tree),
        outline.end(tree),
        text,
        Reach.nothing(),
        Set.of());
  }
}
