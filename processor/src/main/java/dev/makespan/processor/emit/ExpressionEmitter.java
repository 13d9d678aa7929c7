package dev.makespan.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Emits the method that a pure expression becomes. Its parameters have the user's names and
 * declared types, so that the text means in it what it means in the source.
 */
final class ExpressionEmitter {
  private final FlowContext context;
  private final Names methodNames;
  private final List<MethodSpec> methods;
  private final List<Element> deprecated;

  ExpressionEmitter(FlowContext context, Names methodNames, List<MethodSpec> methods) {
    this.context = context;
    this.methodNames = methodNames;
    this.methods = methods;
    this.deprecated = deprecated(outermost(context.flow().element()));
  }

  /** Emits the method; returns its call with the values that a scope has for its parameters. */
  CodeBlock emit(String proposal, Node node, Step.Pure pure, Scope scope) {
    Snippet snippet = pure.code();
    Set<String> words = words(snippet);
    Lint lint = new Lint().quotes(node.ref().method()).suppresses(snippet.suppressed());
    String name = methodNames.fresh(proposal);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    if (mayThrowChecked(snippet, words)) {
      method.addException(Throwable.class);
    }
    Names names = new Names().reserve(words);
    snippet.pieces().stream()
        .filter(Snippet.Piece.Type.class::isInstance)
        .map(piece -> root(ClassName.get(((Snippet.Piece.Type) piece).element())))
        .forEach(names::reserve);
    snippet.reads().stream()
        .filter(variable -> !isTemporary(variable))
        .forEach(variable -> names.reserve(variable.name()));
    CodeBlock.Builder call = CodeBlock.builder();
    String self = "";
    if (snippet.readsSelf()) {
      self = names.fresh("self");
      lint.names(context.flow().element());
      method.addParameter(context.ownerName(), self);
      call.add("$L", scope.self());
    }
    Map<Variable, String> parameters = new HashMap<>();
    for (Variable variable : snippet.reads()) {
      String parameter = isTemporary(variable) ? names.fresh(variable.name()) : variable.name();
      parameters.put(variable, parameter);
      lint.names(variable.type());
      method.addParameter(context.types().name(variable.type()), parameter);
      call.add(call.isEmpty() ? "$L" : ", $L", scope.value(variable));
    }
    CodeBlock text = text(snippet, self, parameters, words, lint);
    if (pure.result().isPresent()) {
      Variable result = pure.result().get();
      lint.names(result.type());
      method.returns(context.types().name(result.type())).addStatement("return $L", text);
    } else {
      method.returns(Void.class).addStatement(text).addStatement("return null");
    }
    deprecated.stream()
        .filter(member -> member.getKind() == ElementKind.CONSTRUCTOR
            || words.contains(member.getSimpleName().toString()))
        .forEach(lint::uses);
    lint.suppression().ifPresent(method::addAnnotation);
    methods.add(method.build());
    return CodeBlock.of("$L($L)", name, call.build());
  }

  /** Whether it may throw a checked exception: without a call or a {@code throw} it can't. */
  private static boolean mayThrowChecked(Snippet snippet, Set<String> words) {
    return words.contains("throw")
        || snippet.pieces().stream()
            .anyMatch(piece ->
                piece instanceof Snippet.Piece.Text text && text.source().indexOf('(') >= 0);
  }

  private static boolean isTemporary(Variable variable) {
    return variable.origin() == Variable.Origin.TEMPORARY;
  }

  private CodeBlock text(
      Snippet snippet,
      String self,
      Map<Variable, String> parameters,
      Set<String> words,
      Lint lint) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Snippet.Piece piece : snippet.pieces()) {
      if (piece instanceof Snippet.Piece.Text text) {
        code.add("$L", text.source());
      } else if (piece instanceof Snippet.Piece.Type type) {
        lint.names(type.element());
        ClassName name = ClassName.get(type.element());
        boolean hidden = words.contains(root(name)) && !name.packageName().isEmpty();
        code.add(hidden ? CodeBlock.of("$L", name.canonicalName()) : context.beforeDot(name));
      } else if (piece instanceof Snippet.Piece.Temporary temporary) {
        code.add("$L", parameters.get(temporary.variable()));
      } else {
        code.add("$L", self);
      }
    }
    return code.build();
  }

  /** The simple name that a class's name begins with, which a variable of that name would hide. */
  private static String root(ClassName name) {
    return name.topLevelClassName().simpleName();
  }

  private static Set<String> words(Snippet snippet) {
    Set<String> words = new HashSet<>();
    for (Snippet.Piece piece : snippet.pieces()) {
      if (piece instanceof Snippet.Piece.Text text) {
        addWords(text.source(), words);
      }
    }
    return words;
  }

  private static void addWords(String text, Set<String> words) {
    int at = 0;
    while (at < text.length()) {
      int from = at;
      boolean isWord = Character.isJavaIdentifierStart(text.codePointAt(at));
      at += Character.charCount(text.codePointAt(at));
      while (isWord && at < text.length() && Character.isJavaIdentifierPart(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      if (isWord) {
        words.add(text.substring(from, at));
      }
    }
  }

  /**
   * The deprecated members of the source file's classes. They may be used without a warning in the
   * file that declares them, but not in the generated one.
   */
  private static List<Element> deprecated(Element type) {
    List<Element> found = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getAnnotation(Deprecated.class) != null) {
        found.add(member);
      }
      if (member instanceof TypeElement) {
        found.addAll(deprecated(member));
      }
    }
    return found;
  }

  private static Element outermost(Element type) {
    return type.getEnclosingElement() instanceof TypeElement around ? outermost(around) : type;
  }
}
