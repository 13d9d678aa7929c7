package dev.makespan.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * A class with annotated methods: what one flow class is generated from.
 *
 * @param element the user's class
 * @param flowName the simple name of the generated class, in the same package
 * @param file the simple name of the source file
 * @param nodes its annotated methods in source order
 * @param auxiliaries whether the file declares a top-level class of another name than its own, of
 *     whose use elsewhere the compiler warns
 * @param ascii whether the source file has ASCII characters only, as where its encoding has no
 *     others; then the generated file has no others either
 * @param broken whether any of its nodes has an error, so that only signatures are generated
 */
public record FlowClass(
    TypeElement element,
    String flowName,
    String file,
    List<Node> nodes,
    boolean auxiliaries,
    boolean ascii,
    boolean broken) {
  /** The nested class with the plain signatures. */
  public static final String BLOCKING = "Blocking";

  /** The nested class that calls methods by their number; in a further holder, with its number. */
  public static final String BODIES = "Bodies";

  /** A further holder, before its number. */
  public static final String NODES = "Nodes";

  private static final Pattern NESTED =
      Pattern.compile(BLOCKING + "|" + BODIES + "\\d*|" + NODES + "\\d+");

  public FlowClass {
    Objects.requireNonNull(element);
    Objects.requireNonNull(flowName);
    Objects.requireNonNull(file);
    nodes = List.copyOf(nodes);
  }

  /** The simple name of a class's flow: the names of nested classes are joined by underscores. */
  public static String nameOf(TypeElement type) {
    List<String> names = new ArrayList<>();
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      names.add(0, at.getSimpleName().toString());
    }
    return String.join("_", names) + "Flow";
  }

  /** Whether a flow may have a nested class of this name, which hides others that have it. */
  public static boolean nests(String simpleName) {
    return NESTED.matcher(simpleName).matches();
  }

  /** Whether calls need an instance, so that the flow's constructors take one. */
  public boolean hasInstanceNodes() {
    return nodes.stream().anyMatch(node -> node.ref().isInstance());
  }
}
