package dev.makespan.processor.mutation;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Map;

/** Annotations that are gone, moved, doubled, of another kind, or with wrong values. */
final class AnnotationEdits extends TreePathScanner<Void, Void> {
  private static final String HERE = "@dev.makespan.";

  /** Settings that are refused, with the codes of which one is told. */
  private static final Map<String, List<String>> TASK_SETTINGS = Map.ofEntries(
      Map.entry("retries = -1", List.of("negative")),
      Map.entry("retries = 3 - 5", List.of("negative")),
      Map.entry("timeout = \"soon\"", List.of("duration")),
      Map.entry("timeout = \"-3s\"", List.of("duration")),
      Map.entry("timeout = \"99999999999999999999d\"", List.of("duration")),
      Map.entry("retries = 1, backoff = \"1 parsec\"", List.of("duration")),
      Map.entry("pool = \" \"", List.of("pool")),
      Map.entry("cacheVersion = \"1\"", List.of()),
      Map.entry("backoff = \"1s\"", List.of("retry-setting")),
      Map.entry("name = \"\"", List.of()),
      Map.entry("name = \"a\\nb\\u0022c\\t\\\\\"", List.of()),
      Map.entry("name = \"größe 𝒳\"", List.of()),
      Map.entry("cache = true", List.of()),
      Map.entry("retries = \"3\"", List.of()),
      Map.entry("retries = 1 / 0", List.of()),
      Map.entry("retries = missing()", List.of()),
      Map.entry("retries", List.of()),
      Map.entry("timeout = null", List.of()),
      Map.entry("timeout = Missing.TIME", List.of()),
      Map.entry("missing = 3", List.of()),
      Map.entry("retries = 2, retryOn = {String.class}", List.of()),
      Map.entry("retries = 2, retryOn = {Missing.class}", List.of()),
      Map.entry(
          "retries = 2, retryOn = Exception.class, neverRetryOn = Exception.class",
          List.of("retry-on")),
      Map.entry("\"text\"", List.of()),
      Map.entry("retries = 1, retries = 2", List.of()));

  private static final Map<String, List<String>> WORKFLOW_SETTINGS = Map.of(
      "maxParallelism = -1", List.of("negative"),
      "timeout = \"soon\"", List.of("duration"),
      "timeout = \"\"", List.of(),
      "name = \"\"", List.of(),
      "onFailure = null", List.of(),
      "onFailure = dev.makespan.OnFailure.CANCEL_ALL", List.of(),
      "retries = 3", List.of(),
      "maxParallelism = 3L", List.of());

  private final Outline outline;
  private final Edits edits;

  AnnotationEdits(Outline outline, Edits edits) {
    this.outline = outline;
    this.edits = edits;
  }

  @Override
  public Void visitAnnotation(AnnotationTree tree, Void unused) {
    int start = outline.start(tree);
    int end = outline.end(tree);
    String text = outline.text(tree);
    String name = Marks.simpleName(tree);
    edits.add(outline.replace("annotation-gone", tree, ""));
    edits.add(outline.replace("annotation-twice", tree, text + " " + text));
    for (String other :
        List.of("Task", "Workflow", "Dynamic", "MapTask", "After", "Options", "Missing")) {
      if (!other.equals(name)) {
        edits.add(outline.replace("annotation-other", tree, HERE + other));
        boolean both = Marks.NODES.contains(name) && Marks.NODES.contains(other);
        edits.add(outline.edit(
            "annotation-more",
            start,
            start,
            HERE + other + " ",
            both ? new String[] {"two-annotations"} : new String[0]));
      }
    }
    Map<String, List<String>> settings = switch (name) {
      case "Task", "MapTask" -> TASK_SETTINGS;
      case "Workflow" -> WORKFLOW_SETTINGS;
      default -> Map.of();
    };
    settings.forEach((setting, codes) -> {
      String with = tree.getArguments().isEmpty()
          ? HERE + name + "(" + setting + ")"
          : text.substring(0, text.indexOf('(') + 1) + setting + ", "
              + text.substring(text.indexOf('(') + 1);
      // A setting that is there already may make another one wrong.
      boolean only = tree.getArguments().isEmpty();
      edits.add(outline.edit(
          "setting", start, end, with, only ? codes.toArray(String[]::new) : new String[0]));
    });
    tree.getArguments().forEach(each -> {
      for (String other :
          List.of("-1", "\"\"", "null", "{}", "missing", "\"a, b\"", "Object.class")) {
        edits.add(outline.replace("setting-value", each, other));
      }
    });
    return super.visitAnnotation(tree, null);
  }

  @Override
  public Void visitMethod(MethodTree tree, Void unused) {
    if (outline.isWritten(tree) && tree.getModifiers().getAnnotations().isEmpty()) {
      boolean isConstructor = tree.getReturnType() == null;
      for (String each : Marks.NODES.stream().sorted().toList()) {
        int start = outline.start(tree);
        String[] codes = isConstructor ? new String[] {"constructor"} : new String[0];
        edits.add(outline.edit("annotation-new", start, start, HERE + each + " ", codes));
      }
    }
    return super.visitMethod(tree, null);
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    if (outline.isWritten(tree)
        && !(getCurrentPath().getParentPath().getLeaf()
            instanceof com.sun.source.tree.NewClassTree)) {
      int start = outline.start(tree);
      edits.add(outline.edit("annotation-new", start, start, HERE + "Workflow "));
    }
    return super.visitClass(tree, null);
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    if (outline.isWritten(tree) && outline.isWritten(tree.getType())) {
      int start = outline.start(tree);
      boolean isStep = isStep();
      String[] after = isStep ? new String[] {"after-name", "local-annotation"} : new String[0];
      for (String value :
          List.of("\"missing\"", "\"\"", "\"größe\"", "{\"missing\", \"missing\"}")) {
        edits.add(outline.edit("after", start, start, HERE + "After(" + value + ") ", after));
      }
      // Its own name, and that of whatever stands nearby.
      TreePath around = getCurrentPath().getParentPath();
      edits.add(outline.edit(
          "after",
          start,
          start,
          HERE + "After(\"" + tree.getName() + "\") ",
          isStep
              ? new String[] {"after-name", "after-order", "cycle", "local-annotation"}
              : new String[0]));
      if (around.getLeaf() instanceof com.sun.source.tree.BlockTree block) {
        for (Tree each : block.getStatements()) {
          if (each instanceof VariableTree other && other != tree) {
            edits.add(outline.edit(
                "after-other", start, start, HERE + "After(\"" + other.getName() + "\") "));
          }
        }
      }
      for (String value : List.of(
          "retries = -1",
          "timeout = \"soon\"",
          "cacheVersion = \"\"",
          "",
          "cache = true",
          "name = \"\"")) {
        edits.add(outline.edit("options", start, start, HERE + "Options(" + value + ") "));
      }
      edits.add(outline.edit("annotation-new", start, start, HERE + "Task "));
      edits.add(outline.edit("annotation-new", start, start, HERE + "Missing "));
    }
    return super.visitVariable(tree, null);
  }

  /** Whether it is a local of a workflow's body. */
  private boolean isStep() {
    TreePath at = getCurrentPath().getParentPath();
    for (; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof LambdaExpressionTree || at.getLeaf() instanceof ClassTree) {
        return false;
      }
      if (at.getLeaf() instanceof MethodTree method) {
        return Marks.isWorkflow(method);
      }
    }
    return false;
  }
}
