package dev.makespan.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.graph.FlowMembers;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What all emitters of one flow class know: the class, its names, and where each annotated method's
 * constant stands.
 */
final class FlowContext {
  /** The field that has a holder's calls, unless something of the user's has that name. */
  static final String NODES_FIELD = "NODES";

  private final FlowGraph graph;
  private final Elements elements;
  private final JavaTypes types;
  private final ClassName flowName;
  private final ClassName ownerName;
  private final Map<TypeElement, FlowMembers> classes = new HashMap<>();
  private final Map<ExecutableElement, FlowMembers.Member> members = new HashMap<>();
  private final Set<String> constants = new HashSet<>();

  FlowContext(FlowGraph graph, Elements elements, JavaTypes types) {
    this.graph = graph;
    this.elements = elements;
    this.types = types;
    this.flowName = ClassName.get(packageName(), graph.flow().flowName());
    this.ownerName = ClassName.get(graph.flow().element());
    flow().nodes().forEach(node -> constants.add(member(node.ref()).constant()));
  }

  FlowGraph graph() {
    return graph;
  }

  FlowClass flow() {
    return graph.flow();
  }

  JavaTypes types() {
    return types;
  }

  /** The generated class. */
  ClassName flowName() {
    return flowName;
  }

  /** The user's class. */
  ClassName ownerName() {
    return ownerName;
  }

  String packageName() {
    return graph.packageName();
  }

  /** Whether the user's package has a top-level class of this name. */
  boolean packageHas(String simpleName) {
    return elements.getTypeElement(
            elements.getModuleOf(graph.flow().element()),
            packageName().isEmpty() ? simpleName : packageName() + "." + simpleName)
        != null;
  }

  /**
   * The name of a class nested in the flow class. In the unnamed package a class of the user's that
   * has this name couldn't be named inside the flow class, so ours gives way.
   */
  ClassName nested(String simpleName) {
    boolean hides = packageName().isEmpty() && packageHas(simpleName);
    return flowName.nestedClass(hides ? simpleName + "_" : simpleName);
  }

  /** Whether the class and all around it are public, so that the flow class is. */
  boolean isPublic() {
    for (Element at = flow().element(); at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  /** The modifiers of a generated class or method that the user's class alone decides on. */
  Modifier[] modifiers(Modifier... others) {
    return withPublic(isPublic(), others);
  }

  /** The modifiers of a method or constant that stands for an annotated method. */
  static Modifier[] modifiers(Node node, Modifier... others) {
    return withPublic(node.ref().method().getModifiers().contains(Modifier.PUBLIC), others);
  }

  private static Modifier[] withPublic(boolean isPublic, Modifier... others) {
    if (!isPublic) {
      return others;
    }
    Modifier[] all = new Modifier[others.length + 1];
    all[0] = Modifier.PUBLIC;
    System.arraycopy(others, 0, all, 1, others.length);
    return all;
  }

  /** The place of an annotated method's constant, also one of another class. */
  FlowMembers.Member member(NodeRef node) {
    return members.computeIfAbsent(
        node.method(),
        method -> classes.computeIfAbsent(node.owner(), FlowMembers::of).get(method));
  }

  /**
   * A class before a dot in an expression, where a constant of the flow class would hide its simple
   * name.
   */
  CodeBlock beforeDot(ClassName type) {
    String root = type.topLevelClassName().simpleName();
    boolean hidden =
        !type.packageName().isEmpty() && (root.equals(NODES_FIELD) || constants.contains(root));
    return hidden ? CodeBlock.of("$L", type.canonicalName()) : CodeBlock.of("$T", type);
  }

  /** How code in a holder names the constant of an annotated method. */
  CodeBlock constant(NodeRef node, int fromHolder) {
    FlowMembers.Member member = member(node);
    if (isOwn(node) && member.holder() == fromHolder) {
      return CodeBlock.of("$L", member.constant());
    }
    return CodeBlock.of("$T.$L", holderOf(node, member), member.constant());
  }

  /** The simple name that {@link #constant} begins with, which no local may have. */
  String constantRoot(NodeRef node, int fromHolder) {
    FlowMembers.Member member = member(node);
    return isOwn(node) && member.holder() == fromHolder
        ? member.constant()
        : holderOf(node, member).topLevelClassName().simpleName();
  }

  private boolean isOwn(NodeRef node) {
    return node.owner().getQualifiedName().equals(flow().element().getQualifiedName());
  }

  private ClassName holderOf(NodeRef node, FlowMembers.Member member) {
    String packageOfOwner =
        elements.getPackageOf(node.owner()).getQualifiedName().toString();
    ClassName flow = ClassName.get(packageOfOwner, FlowClass.nameOf(node.owner()));
    return member.holderName().map(flow::nestedClass).orElse(flow);
  }

  /** The class that has a holder's constants: the flow class, or a nested class of it. */
  ClassName holder(int holder) {
    return FlowMembers.holderName(holder).map(flowName::nestedClass).orElse(flowName);
  }

  List<Node> nodes(int holder) {
    List<Node> nodes = flow().nodes();
    int from = holder * FlowMembers.HOLDER_SIZE;
    return nodes.subList(from, Math.min(from + FlowMembers.HOLDER_SIZE, nodes.size()));
  }

  int holders() {
    return (flow().nodes().size() + FlowMembers.HOLDER_SIZE - 1) / FlowMembers.HOLDER_SIZE;
  }
}
