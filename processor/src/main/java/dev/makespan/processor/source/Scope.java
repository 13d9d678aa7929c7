package dev.makespan.processor.source;

import dev.makespan.processor.model.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** The lists, sets and maps that the loop around fills. */
  private final Set<String> filled = new HashSet<>();

  private final Kind kind;

  private enum Kind {
    BODY,
    EXPRESSION,
    BLOCK,
    TRY,
    LOOP
  }

  private Scope(Optional<Scope> outer, Kind kind) {
    this.outer = outer;
    this.kind = kind;
  }

  static Scope empty() {
    return new Scope(Optional.empty(), Kind.BODY);
  }

  /** The scope of an expression, or of a lambda: it can't assign what is declared around it. */
  Scope inner() {
    return new Scope(Optional.of(this), Kind.EXPRESSION);
  }

  /** The scope of a block, or of a branch: it can. */
  Scope block() {
    return new Scope(Optional.of(this), Kind.BLOCK);
  }

  /** The scope of a part of a try: it can assign, but not fill what is declared around it. */
  Scope tried() {
    return new Scope(Optional.of(this), Kind.TRY);
  }

  /** The scope of one turn of a loop: it can assign nothing that is declared around it. */
  Scope turn() {
    return new Scope(Optional.of(this), Kind.LOOP);
  }

  /** Notes that the loop around fills what a name stands for, so that its turns can't read it. */
  void fill(String name) {
    filled.add(name);
  }

  /** Whether a loop around fills it. */
  boolean isFilled(String name) {
    return filled.contains(name) || outer.filter(scope -> scope.isFilled(name)).isPresent();
  }

  /** Whether a name is declared outside the loop around, so that a change would be carried on. */
  boolean isCarried(String name) {
    if (bindsItself(name) || declared.containsKey(name) || patterns.containsKey(name)) {
      return false;
    }
    return outer
        .filter(scope -> kind == Kind.LOOP ? scope.binds(name) : scope.isCarried(name))
        .isPresent();
  }

  /** The variable that this turn, or the body outside all loops, may fill. */
  Optional<Variable> fillable(String name) {
    if (variables.containsKey(name) || assigned.containsKey(name)) {
      return variable(name);
    }
    return kind == Kind.BLOCK && !bindsItself(name)
        ? outer.flatMap(scope -> scope.fillable(name))
        : Optional.empty();
  }

  /** Whether a name is declared above a try around, in the same body. */
  boolean isAboveTry(String name) {
    if (bindsItself(name) || kind == Kind.BODY || kind == Kind.EXPRESSION) {
      return false;
    }
    return outer
        .filter(scope -> kind == Kind.TRY ? scope.binds(name) : scope.isAboveTry(name))
        .isPresent();
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

  /** Gives a value to a local that is declared without one, or a list's next state to its name. */
  void assign(Variable variable) {
    Map<String, Variable> to = variables.containsKey(variable.name()) ? variables : assigned;
    to.put(variable.name(), variable);
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
    return kind == Kind.BLOCK || kind == Kind.TRY
        ? outer.flatMap(scope -> scope.assignable(name))
        : Optional.empty();
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
