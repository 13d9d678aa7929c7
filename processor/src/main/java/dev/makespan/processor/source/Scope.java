package dev.makespan.processor.source;

import dev.makespan.processor.model.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * The local names that a place in a body sees: the body's variables, and what a pure expression
 * binds for itself.
 */
final class Scope {
  private final Optional<Scope> outer;
  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, Optional<TypeMirror>> own = new HashMap<>();

  private Scope(Optional<Scope> outer) {
    this.outer = outer;
  }

  static Scope empty() {
    return new Scope(Optional.empty());
  }

  Scope inner() {
    return new Scope(Optional.of(this));
  }

  void add(Variable variable) {
    variables.put(variable.name(), variable);
  }

  /**
   * Binds a name of the expression's own: a lambda's parameter, a pattern variable, a local of a
   * lambda's body.
   */
  void bind(String name, Optional<TypeMirror> type) {
    own.put(name, type);
  }

  /** Whether a local name, so that it hides fields and types. */
  boolean binds(String name) {
    return own.containsKey(name)
        || variables.containsKey(name)
        || outer.map(scope -> scope.binds(name)).orElse(false);
  }

  /** The variable of the body. */
  Optional<Variable> variable(String name) {
    if (own.containsKey(name)) {
      return Optional.empty();
    }
    return Optional.ofNullable(variables.get(name))
        .or(() -> outer.flatMap(scope -> scope.variable(name)));
  }

  /** The type of a local name, if it is written down. */
  Optional<TypeMirror> type(String name) {
    if (own.containsKey(name)) {
      return own.get(name);
    }
    if (variables.containsKey(name)) {
      return Optional.of(variables.get(name).type());
    }
    return outer.flatMap(scope -> scope.type(name));
  }
}
