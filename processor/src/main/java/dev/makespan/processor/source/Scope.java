package dev.makespan.processor.source;

import dev.makespan.processor.model.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  /** The locals that are declared here without a value. */
  private final Map<String, TypeMirror> declared = new HashMap<>();

  /** What is assigned here to locals that are declared without a value, here or around. */
  private final Map<String, Variable> assigned = new LinkedHashMap<>();

  /** What a pattern in a condition binds, here or in a branch. */
  private final Map<String, Optional<TypeMirror>> patterns = new HashMap<>();

  private final boolean isBlock;

  private Scope(Optional<Scope> outer, boolean isBlock) {
    this.outer = outer;
    this.isBlock = isBlock;
  }

  static Scope empty() {
    return new Scope(Optional.empty(), false);
  }

  /** The scope of an expression, or of a lambda: it can't assign what is declared around it. */
  Scope inner() {
    return new Scope(Optional.of(this), false);
  }

  /** The scope of a block, or of a branch: it can. */
  Scope block() {
    return new Scope(Optional.of(this), true);
  }

  /** Whether it sees what is bound in another scope: it is that scope, or lies within it. */
  boolean sees(Scope other) {
    return this == other || outer.filter(scope -> scope.sees(other)).isPresent();
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

  /** Declares a local that gets its value by an assignment below. */
  void declare(String name, TypeMirror type) {
    declared.put(name, type);
  }

  /** Gives a value to a local that is declared without one. */
  void assign(Variable variable) {
    assigned.put(variable.name(), variable);
  }

  /** What has been assigned here to locals that are declared around it. */
  Map<String, Variable> assigned() {
    Map<String, Variable> around = new LinkedHashMap<>(assigned);
    around.keySet().removeAll(declared.keySet());
    return around;
  }

  /** What has been assigned on the way here to locals that are declared around another scope. */
  Map<String, Variable> assigned(Scope around) {
    if (this == around) {
      return Map.of();
    }
    Map<String, Variable> all =
        new LinkedHashMap<>(outer.map(scope -> scope.assigned(around)).orElse(Map.of()));
    all.putAll(assigned);
    all.keySet().removeAll(declared.keySet());
    return all;
  }

  /** The type of a local that is declared without a value, and may be assigned here. */
  Optional<TypeMirror> assignable(String name) {
    if (bindsItself(name)) {
      return Optional.empty();
    }
    if (declared.containsKey(name)) {
      return Optional.of(declared.get(name));
    }
    return isBlock ? outer.flatMap(scope -> scope.assignable(name)) : Optional.empty();
  }

  /** Whether a local is declared, but has no value here. */
  boolean isUnassigned(String name) {
    return !bindsItself(name)
        && (declared.containsKey(name)
            || outer.map(scope -> scope.isUnassigned(name)).orElse(false));
  }

  /** Binds a name of a pattern, which the statements that see it can't read. */
  void bindPattern(String name, Optional<TypeMirror> type) {
    patterns.put(name, type);
  }

  boolean isPattern(String name) {
    return !bindsItself(name)
        && !declared.containsKey(name)
        && (patterns.containsKey(name)
            || outer.map(scope -> scope.isPattern(name)).orElse(false));
  }

  private boolean bindsItself(String name) {
    return own.containsKey(name) || variables.containsKey(name) || assigned.containsKey(name);
  }

  /** Whether a local name, so that it hides fields and types. */
  boolean binds(String name) {
    return bindsItself(name)
        || declared.containsKey(name)
        || patterns.containsKey(name)
        || outer.map(scope -> scope.binds(name)).orElse(false);
  }

  /** The variable of the body. */
  Optional<Variable> variable(String name) {
    if (own.containsKey(name)) {
      return Optional.empty();
    }
    return Optional.ofNullable(variables.get(name))
        .or(() -> Optional.ofNullable(assigned.get(name)))
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
    if (assigned.containsKey(name)) {
      return Optional.of(assigned.get(name).type());
    }
    if (declared.containsKey(name)) {
      return Optional.of(declared.get(name));
    }
    if (patterns.containsKey(name)) {
      return patterns.get(name);
    }
    return outer.flatMap(scope -> scope.type(name));
  }
}
