package dev.makespan.processor.reference;

import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The annotated classes of a compilation: their graphs, and their methods in one class loader. */
final class Program {
  private final Map<String, FlowGraph> graphs = new HashMap<>();
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Method> methods = new HashMap<>();
  private final Set<Node> untried = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ClassLoader loader;

  Program(List<Code> codes, ClassLoader loader) {
    this.loader = loader;
    for (Code code : codes) {
      String owner = nameOf(code.graph().flow().element());
      graphs.put(owner, code.graph());
      this.codes.put(owner, code.in(loader));
      code.graph().flow().nodes().stream()
          .filter(node -> node.body().isPresent())
          .forEach(untried::add);
    }
  }

  /** The name of a class as the JVM knows it. */
  static String nameOf(TypeElement type) {
    Element around = type.getEnclosingElement();
    return around instanceof TypeElement outer
        ? nameOf(outer) + "$" + type.getSimpleName()
        : type.getQualifiedName().toString();
  }

  /** The workflow, unless it was compiled before. */
  Optional<Node> workflow(NodeRef ref) {
    Optional<Node> workflow = node(
            nameOf(ref.owner()), ref.name(), ref.method().getParameters().size())
        .filter(node -> node.body().isPresent());
    workflow.ifPresent(untried::remove);
    return workflow;
  }

  /** The workflows that nobody has asked for. */
  Set<Node> untried() {
    return untried;
  }

  /** An annotated method, by what tells it from the others of its class. */
  Optional<Node> node(String owner, String name, int parameters) {
    return Optional.ofNullable(graphs.get(owner)).stream()
        .flatMap(graph -> graph.flow().nodes().stream())
        .filter(node -> node.ref().name().equals(name)
            && node.ref().method().getParameters().size() == parameters)
        .findFirst();
  }

  /** The expressions of a class. */
  Code code(NodeRef node) {
    Code code = codes.get(nameOf(node.owner()));
    if (code == null) {
      throw new AssertionError("no expressions of " + node.owner());
    }
    return code;
  }

  /** Calls the user's method. */
  @Nullable Object invoke(NodeRef node, @Nullable Object self, @Nullable Object[] in) throws Throwable {
    Method method = methods.computeIfAbsent(
        nameOf(node.owner()) + "." + node.name() + "/" + in.length, key -> method(node));
    return invoke(method, self, in);
  }

  static @Nullable Object invoke(Method method, @Nullable Object self, @Nullable Object[] in)
      throws Throwable {
    try {
      return method.invoke(self, in);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Method method(NodeRef node) {
    try {
      Class<?> owner = Class.forName(nameOf(node.owner()), true, loader);
      List<String> types = node.method().getParameters().stream()
          .map(parameter -> Code.erased(parameter.asType()))
          .toList();
      Method found = Arrays.stream(owner.getDeclaredMethods())
          .filter(method -> method.getName().equals(node.name())
              && !method.isBridge()
              && types.equals(Arrays.stream(method.getParameterTypes())
                  .map(Class::getCanonicalName)
                  .toList()))
          .findFirst()
          .orElseThrow(
              () -> new AssertionError("no method " + node.name() + types + " in " + owner));
      found.setAccessible(true);
      return found;
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
