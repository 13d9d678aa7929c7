package dev.makespan.processor.reference;

import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * The pure expressions and literals of a class's bodies, as a class of static methods in the same
 * package. The emitter has no part in it, so that a mistake in its splicing shows.
 */
public final class Code {
  private final FlowGraph graph;
  private final Map<Snippet, String> snippets;
  private final Map<String, String> literals;
  private final StringBuilder methods;
  private final Map<String, String> imports;
  private final Map<String, Method> loaded = new HashMap<>();

  private Code(Code other) {
    this.graph = other.graph;
    this.snippets = other.snippets;
    this.literals = other.literals;
    this.methods = other.methods;
    this.imports = other.imports;
  }

  /** Writes the methods; to be called while the compiler still knows the types. */
  public Code(FlowGraph graph) {
    this.graph = graph;
    this.snippets = new IdentityHashMap<>();
    this.literals = new HashMap<>();
    this.methods = new StringBuilder();
    this.imports = new TreeMap<>();
    graph
        .flow()
        .nodes()
        .forEach(node ->
            node.body().ifPresent(body -> write(body, node.ref().method().getReturnType())));
  }

  /** The class's graph. */
  public FlowGraph graph() {
    return graph;
  }

  /** The name of the class, without its package. */
  public String className() {
    return graph.flow().flowName() + "Expressions";
  }

  /** The name of the class's file. */
  public String file() {
    return className() + ".java";
  }

  /** The class. */
  public String source() {
    StringBuilder head = new StringBuilder(
        graph.packageName().isEmpty() ? "" : "package " + graph.packageName() + ";\n");
    imports.values().stream()
        .filter(name -> name.contains("."))
        .forEach(name -> head.append("import " + name + ";\n"));
    return head + "final class " + className() + " {\n" + methods + "}\n";
  }

  private void write(Body body, @Nullable TypeMirror type) {
    body.result().ifPresent(value -> write(value, type));
    body.steps().forEach(step -> write(step, type));
  }

  private void write(Step step, @Nullable TypeMirror type) {
    if (step instanceof Step.Pure pure) {
      write(pure);
    } else if (step instanceof Step.Call call) {
      call.in().forEach(value -> write(value, null));
    } else if (step instanceof Step.MapCall map) {
      Stream.of(map.in(), map.form().in(), List.of(map.list()))
          .flatMap(List::stream)
          .forEach(value -> write(value, null));
    } else if (step instanceof Step.MapBody map) {
      Stream.of(map.form().in(), List.of(map.list()))
          .flatMap(List::stream)
          .forEach(value -> write(value, null));
      write(map.body(), null);
    } else if (step instanceof Step.Decision choice) {
      write(choice.asks(), null);
      choice.steps().forEach(inner -> write(inner, type));
    } else if (step instanceof Step.Compound compound) {
      compound.steps().forEach(inner -> write(inner, type));
    } else if (step instanceof Step.Throw raised) {
      write(raised.thrown(), null);
    } else if (step instanceof Step.Return returned) {
      returned.value().ifPresent(value -> write(value, type));
    } else if (step instanceof Step.Assign assign) {
      write(assign.value(), assign.result().map(Variable::type).orElse(null));
    }
  }

  private void write(Value value, @Nullable TypeMirror type) {
    if (value instanceof Value.Literal literal) {
      String name = "literal" + literals.size();
      if (literals.putIfAbsent(key(literal, type), name) == null) {
        methods.append("  static " + (type == null ? "java.lang.Object" : type) + " " + name
            + "() { return " + literal.source() + "; }\n");
      }
    }
  }

  private static String key(Value.Literal literal, @Nullable TypeMirror type) {
    return literal.source() + " as " + type;
  }

  private void write(Step.Pure pure) {
    Snippet snippet = pure.code();
    String name = "expression" + snippets.size();
    snippets.put(snippet, name);
    Map<Variable, String> names = new HashMap<>();
    List<String> parameters = new ArrayList<>();
    if (snippet.readsSelf()) {
      parameters.add(graph.flow().element().getQualifiedName() + " self_");
    }
    for (Variable variable : snippet.reads()) {
      String own = variable.origin() == Variable.Origin.TEMPORARY
          ? "temporary" + names.size() + "_"
          : variable.name();
      names.put(variable, own);
      parameters.add(variable.type() + " " + own);
    }
    StringBuilder text = new StringBuilder();
    for (Snippet.Piece piece : snippet.pieces()) {
      if (piece instanceof Snippet.Piece.Text source) {
        text.append(source.source());
      } else if (piece instanceof Snippet.Piece.Type type) {
        text.append(name(type.element()));
      } else if (piece instanceof Snippet.Piece.Temporary temporary) {
        text.append(names.get(temporary.variable()));
      } else {
        text.append("self_");
      }
    }
    methods.append("  static "
        + pure.result().map(result -> result.type().toString()).orElse("void")
        + " " + name + "(" + String.join(", ", parameters) + ") throws java.lang.Throwable {\n"
        + "    " + (pure.result().isPresent() ? "return " : "") + text + ";\n  }\n");
  }

  /**
   * A class as an expression names it. Imported if possible, since a variable would hide a package
   * of its name.
   */
  private String name(TypeElement type) {
    String simple = type.getSimpleName().toString();
    if (type.getEnclosingElement() instanceof TypeElement around) {
      return name(around) + "." + simple;
    }
    String qualified = type.getQualifiedName().toString();
    String imported = imports.putIfAbsent(simple, qualified);
    return imported == null || imported.equals(qualified) ? simple : qualified;
  }

  /** The name of a type as its class has it, without arguments. */
  static String erased(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return erased(array.getComponentType()) + "[]";
    }
    if (type instanceof TypeVariable variable) {
      return erased(variable.getUpperBound());
    }
    return type instanceof DeclaredType declared
        ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
        : type.getKind().name().toLowerCase(Locale.ROOT);
  }

  /** The same with the methods of a class loader. */
  Code in(ClassLoader loader) {
    Code code = new Code(this);
    try {
      String head = graph.packageName().isEmpty() ? "" : graph.packageName() + ".";
      for (Method method : Class.forName(head + className(), true, loader).getDeclaredMethods()) {
        method.setAccessible(true);
        code.loaded.put(method.getName(), method);
      }
      return code;
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Evaluates an expression. */
  @Nullable Object evaluate(Snippet snippet, @Nullable Object self, List<@Nullable Object> reads)
      throws Throwable {
    List<@Nullable Object> in = new ArrayList<>();
    if (snippet.readsSelf()) {
      in.add(self);
    }
    in.addAll(reads);
    return invoke(snippets.get(snippet), in.toArray());
  }

  @Nullable Object literal(Value.Literal literal, @Nullable TypeMirror type) throws Throwable {
    return invoke(literals.get(key(literal, type)));
  }

  private @Nullable Object invoke(@Nullable String name, @Nullable Object... in) throws Throwable {
    Method method = name == null ? null : loaded.get(name);
    if (method == null) {
      throw new AssertionError("an expression that was never written");
    }
    return Program.invoke(method, null, in);
  }
}
