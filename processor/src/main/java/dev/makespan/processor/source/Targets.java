package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Tells what calls and method references may mean, by name and number of arguments. */
final class Targets {
  private final Compilation compilation;
  private final Names names;
  private final Typer typer;

  /**
   * What the receivers of the outermost call that is being told mean. Each is asked for more than
   * once, so a long chain of calls would otherwise take exponential time.
   */
  private final IdentityHashMap<MethodInvocationTree, Callee> underWay = new IdentityHashMap<>();

  private int depth;

  Targets(Compilation compilation, Names names, Typer typer) {
    this.compilation = compilation;
    this.names = names;
    this.typer = typer;
  }

  Callee callee(MethodInvocationTree call, Scope scope) {
    Callee known = underWay.get(call);
    if (known != null) {
      return known;
    }
    depth++;
    try {
      Callee found = find(call, scope);
      underWay.put(call, found);
      return found;
    } finally {
      depth--;
      if (depth == 0) {
        underWay.clear();
      }
    }
  }

  private Callee find(MethodInvocationTree call, Scope scope) {
    int arguments = call.getArguments().size();
    if (call.getMethodSelect() instanceof IdentifierTree name) {
      return names
          .methods(name.getName().toString())
          .map(found -> new Callee(
              found.imported() ? Callee.Form.IMPORTED : Callee.Form.SIMPLE,
              Optional.of(found.site()),
              Callee.taking(arguments, found.all())))
          .orElse(new Callee(Callee.Form.SIMPLE, Optional.empty(), List.of()));
    }
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      return member(select.getExpression(), select.getIdentifier().toString(), scope, arguments);
    }
    return new Callee(Callee.Form.EXPRESSION, Optional.empty(), List.of());
  }

  private Callee member(ExpressionTree receiver, String name, Scope scope, int arguments) {
    Optional<TypeElement> type = typeName(receiver, scope);
    Callee.Form form = type.isPresent() ? Callee.Form.TYPE : Callee.Form.EXPRESSION;
    Optional<TypeElement> site = type.or(() -> typer.classOf(receiver, scope));
    return new Callee(
        form,
        site,
        site.map(found -> Callee.taking(arguments, compilation.methods(found, name)))
            .orElse(List.of()),
        type.isPresent() ? Optional.empty() : typer.typeOf(receiver, scope));
  }

  /** What a reference means as a function of one argument. */
  Callee callee(MemberReferenceTree reference, Scope scope) {
    ExpressionTree qualifier = reference.getQualifierExpression();
    String name = reference.getName().toString();
    Callee one = member(qualifier, name, scope, 1);
    if (one.form() == Callee.Form.EXPRESSION) {
      return one;
    }
    List<ExecutableElement> all = new ArrayList<>();
    one.candidates().stream()
        .filter(method -> method.getModifiers().contains(Modifier.STATIC))
        .forEach(all::add);
    member(qualifier, name, scope, 0).candidates().stream()
        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
        .forEach(all::add);
    return new Callee(one.form(), one.site(), all);
  }

  /** Whether a reference is to annotated methods of which none is a function of one argument. */
  boolean isMisfit(MemberReferenceTree reference, Scope scope) {
    return callee(reference, scope).candidates().isEmpty()
        && anyOf(reference, scope).stream()
            .anyMatch(method -> Markers.node(method).isPresent());
  }

  /** What a reference means as a function without arguments. */
  Callee action(MemberReferenceTree reference, Scope scope) {
    Callee all =
        member(reference.getQualifierExpression(), reference.getName().toString(), scope, 0);
    boolean ofType = all.form() != Callee.Form.EXPRESSION;
    List<ExecutableElement> candidates = all.candidates().stream()
        .filter(method -> !ofType || method.getModifiers().contains(Modifier.STATIC))
        .toList();
    return new Callee(all.form(), all.site(), candidates, all.receiver());
  }

  /** Whatever a reference may mean, for any number of arguments. */
  List<ExecutableElement> anyOf(MemberReferenceTree reference, Scope scope) {
    ExpressionTree qualifier = reference.getQualifierExpression();
    return typeName(qualifier, scope)
        .or(() -> typer.classOf(qualifier, scope))
        .map(type -> compilation.methods(type, reference.getName().toString()))
        .orElse(List.of());
  }

  /** The type that an expression names where no local or field of that name hides it. */
  Optional<TypeElement> typeName(ExpressionTree tree, Scope scope) {
    ExpressionTree first = tree;
    while (first instanceof MemberSelectTree select) {
      first = select.getExpression();
    }
    if (tree instanceof ParameterizedTypeTree parameterized
        && parameterized.getType() instanceof ExpressionTree raw) {
      return typeName(raw, scope);
    }
    if (!(first instanceof IdentifierTree identifier)) {
      return Optional.empty();
    }
    String name = identifier.getName().toString();
    boolean variable = scope.binds(name)
        || name.equals("this")
        || name.equals("super")
        || names.field(name).isPresent();
    return variable ? Optional.empty() : names.type(tree);
  }
}
