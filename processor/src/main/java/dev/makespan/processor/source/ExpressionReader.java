package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.BodyProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Turns expressions into steps, in the order in which the plain call evaluates them. */
final class ExpressionReader {
  private static final Value NOTHING = new Value.Literal("null");

  private final BodyContext context;
  private final List<Step> steps;
  private final Scope scope;
  private final String lambda;
  private final Orderings orderings;

  ExpressionReader(BodyContext context, List<Step> steps, Scope scope) {
    this(context, steps, scope, "");
  }

  /**
   * For an expression that is the body of a lambda.
   *
   * @param lambda the lambda's parameter; empty if there are statements around
   */
  ExpressionReader(BodyContext context, List<Step> steps, Scope scope, String lambda) {
    this(context, steps, scope, lambda, new Orderings(context));
  }

  private ExpressionReader(
      BodyContext context, List<Step> steps, Scope scope, String lambda, Orderings orderings) {
    this.lambda = lambda;
    this.orderings = orderings;
    this.context = context;
    this.steps = steps;
    this.scope = scope;
  }

  /** The same steps, seen from inside an expression that binds names of its own. */
  ExpressionReader in(Scope inner) {
    return new ExpressionReader(context, steps, inner, lambda, orderings);
  }

  /** The orderings of the body's locals. */
  Orderings orderings() {
    return orderings;
  }

  /** The parameter of the lambda whose body the expression is; empty if it is in a statement. */
  String lambda() {
    return lambda;
  }

  /** The steps of a branch or of a condition, which stand for themselves. */
  ExpressionReader apart(Scope inner) {
    return new ExpressionReader(context, new ArrayList<>(), inner, lambda, orderings);
  }

  List<Step> steps() {
    return steps;
  }

  /** The last step, if it is a pure expression with that result. */
  Optional<Step.Pure> last(Variable result) {
    boolean pure = !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Pure;
    Optional<Step.Pure> last =
        pure ? Optional.of((Step.Pure) steps.get(steps.size() - 1)) : Optional.empty();
    return last.filter(step -> step.result().filter(result::equals).isPresent());
  }

  Scope scope() {
    return scope;
  }

  void add(Step step) {
    steps.add(step);
  }

  void remove(Step step) {
    steps.remove(step);
  }

  /** An expression where a value of a type is needed: an argument or a receiver. */
  Value value(ExpressionTree expression, TypeMirror type, String name) {
    return simple(expression).orElseGet(() -> {
      ExpressionTree tree = Typer.bare(expression);
      Optional<Variable> called = choices().isChoice(tree)
          ? Optional.of(choose(tree, Optional.empty(), Optional.of(type), name))
          : calledAsTemporary(tree, Optional.of(type));
      if (called.isPresent()) {
        return new Value.Read(called.get());
      }
      Variable temporary = new Variable(name, type, Variable.Origin.TEMPORARY);
      pure(tree, temporary);
      return new Value.Read(temporary);
    });
  }

  /**
   * A value in the primitive type that is demanded. Where more is evaluated before the value is
   * used, unboxing it is a step, so that its failure comes first.
   */
  Value unboxed(Value value, TypeMirror demanded, String name, ExpressionTree place) {
    boolean boxed =
        value instanceof Value.Read read && !read.variable().type().getKind().isPrimitive();
    if (!boxed || !demanded.getKind().isPrimitive()) {
      return value;
    }
    Variable to = new Variable(name, demanded, Variable.Origin.TEMPORARY);
    read(((Value.Read) value).variable(), to, place);
    return new Value.Read(to);
  }

  /** A condition: a boolean, unboxed where it stands. */
  Value condition(ExpressionTree tree) {
    TypeMirror type = context.compilation.types().getPrimitiveType(TypeKind.BOOLEAN);
    return unboxed(value(tree, type, "condition"), type, "condition", Typer.bare(tree));
  }

  /** A value that is at hand without a step. */
  Optional<Value> simple(ExpressionTree expression) {
    ExpressionTree tree = Typer.bare(expression);
    if (tree instanceof IdentifierTree identifier) {
      String name = identifier.getName().toString();
      return name.equals("this") ? Optional.of(context.self()) : read(name);
    }
    if (context.typer.isOwnThis(tree)) {
      return Optional.of(context.self());
    }
    return isLiteral(tree)
        ? Optional.of(new Value.Literal(context.file.text(tree)))
        : Optional.empty();
  }

  private Optional<Value> read(String name) {
    Optional<Variable> variable = scope.isFilled(name) ? Optional.empty() : scope.variable(name);
    variable.ifPresent(context.constants::pass);
    return variable.map(Value.Read::new);
  }

  private static boolean isLiteral(ExpressionTree tree) {
    boolean negative = tree.getKind() == Tree.Kind.UNARY_MINUS
        && ((UnaryTree) tree).getExpression() instanceof LiteralTree number
        && number.getValue() instanceof Number;
    return tree instanceof LiteralTree || negative;
  }

  /** A value that a branch gives a variable; often it is at hand. */
  void give(ExpressionTree expression, Variable variable) {
    ExpressionTree tree = Typer.bare(expression);
    Optional<Value> simple = simple(tree)
        .filter(value -> !(value instanceof Value.Read read)
            || !converts(read.variable().type(), variable.type()));
    if (simple.isPresent()) {
      steps.add(new Step.Assign(Optional.of(variable), simple.get(), context.place(tree)));
    } else {
      assign(tree, variable);
    }
  }

  /** The initialiser of a local whose type is known. */
  void assign(ExpressionTree expression, Variable local) {
    ExpressionTree tree = Typer.bare(expression);
    if (choices().isChoice(tree)) {
      Variable chosen = choose(tree, Optional.of(local), Optional.of(local.type()), local.name());
      if (chosen != local) {
        read(chosen, local, tree);
      }
      return;
    }
    Optional<TypeMirror> called = typeOfCall(tree, Optional.of(local.type()));
    if (called.isPresent() && !converts(called.get(), local.type())) {
      call((MethodInvocationTree) tree, Optional.of(local), Optional.of(local.type()));
    } else if (called.isPresent()) {
      convert(tree, local);
    } else {
      pure(tree, local);
    }
  }

  /**
   * The value that a body returns; the type is empty for the body of a map's lambda whose result
   * nothing demands.
   */
  Value result(ExpressionTree expression, Optional<TypeMirror> demanded) {
    ExpressionTree tree = Typer.bare(expression);
    Optional<Value> simple = simple(tree);
    if (simple.isPresent() && !(simple.get() instanceof Value.Literal)) {
      boolean asIs = demanded.isEmpty()
          || !(simple.get() instanceof Value.Read read)
          || !converts(read.variable().type(), demanded.get());
      if (asIs) {
        return simple.get();
      }
    }
    if (choices().isChoice(tree)) {
      Variable chosen = choose(tree, Optional.empty(), demanded, "result");
      boolean asIs = demanded.isEmpty() || !converts(chosen.type(), demanded.get());
      return asIs ? new Value.Read(chosen) : converted(chosen, demanded.get(), tree);
    }
    Optional<TypeMirror> called = typeOfCall(tree, demanded);
    if (called.isPresent() && (demanded.isEmpty() || !converts(called.get(), demanded.get()))) {
      return calledAsTemporary(tree, demanded).<Value>map(Value.Read::new).orElse(NOTHING);
    }
    Optional<TypeMirror> type = demanded
        .or(() -> context.typer.typeOf(tree, scope))
        .map(found -> demanded.isEmpty() ? context.facts.boxed(found) : found);
    if (type.isEmpty()) {
      if (!context.findsWrong(() -> check(tree))) {
        context.report(BodyProblems.untypedElement(context.placeOf(tree)));
      }
      return NOTHING;
    }
    Variable result = new Variable("result", type.get(), Variable.Origin.TEMPORARY);
    if (called.isPresent()) {
      convert(tree, result);
    } else {
      pure(tree, result);
    }
    return new Value.Read(result);
  }

  /**
   * Whether a value changes on its way between types: it is widened or unboxed. Boxing is no
   * change, since steps carry boxed values.
   */
  boolean converts(TypeMirror from, TypeMirror to) {
    return to.getKind().isPrimitive() && !context.compilation.types().isSameType(from, to);
  }

  private void convert(ExpressionTree call, Variable to) {
    calledAsTemporary(call, Optional.empty()).ifPresent(value -> read(value, to, call));
  }

  private Value converted(Variable from, TypeMirror type, ExpressionTree place) {
    Variable to = new Variable(from.name(), type, Variable.Origin.TEMPORARY);
    read(from, to, place);
    return new Value.Read(to);
  }

  /** Reads a variable into one of another type, which converts the value. */
  private void read(Variable from, Variable to, ExpressionTree place) {
    Snippet code = new Snippet(List.of(Snippet.Piece.of(from)), List.of(from), false);
    steps.add(new Step.Pure(Optional.of(to), code, context.placeOf(place)));
  }

  // Conditional and switch expressions.

  ChoiceReader choices() {
    return new ChoiceReader(context, this);
  }

  private Variable choose(
      ExpressionTree tree, Optional<Variable> local, Optional<TypeMirror> demanded, String name) {
    return choices().read(tree, local, demanded, name);
  }

  /** A pure expression, with the calls in it as steps before it. */
  void pure(ExpressionTree tree, Variable result) {
    boolean initialiser = tree instanceof NewArrayTree array && array.getType() == null;
    if (initialiser && result.type().getKind() != TypeKind.ARRAY) {
      context.invalid();
    }
    new SnippetReader(context, this)
        .snippet(tree, result.type())
        .map(code -> initialiser ? ArrayCreation.of(result.type(), code) : code)
        .ifPresent(
            code -> steps.add(new Step.Pure(Optional.of(result), code, context.place(tree))));
  }

  // Calls of nodes.

  /** Whether it is a call of an annotated method, or a map of one. */
  boolean isCall(ExpressionTree tree) {
    return tree instanceof MethodInvocationTree call
        && (context.targets.callee(call, scope).mayBeNode() || maps().isMapOfNodes(call));
  }

  /** The type of a call's value, if it is one; {@code Void} of a void one. */
  Optional<TypeMirror> typeOfCall(ExpressionTree tree, Optional<TypeMirror> demanded) {
    if (!isCall(tree)) {
      return Optional.empty();
    }
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (maps().isMapOfNodes(call)) {
      return Optional.of(demanded.orElseGet(() -> object("java.util.List")));
    }
    TypeMirror type = context.targets.callee(call, scope).candidates().get(0).getReturnType();
    return Optional.of(type.getKind() == TypeKind.VOID ? object("java.lang.Void") : type);
  }

  TypeMirror object(String name) {
    Types types = context.compilation.types();
    return types.erasure(context.compilation.elements().getTypeElement(name).asType());
  }

  /**
   * Reads a call whose value has no name of the user's. Empty if it is no call, or a wrong one that
   * is reported.
   */
  Optional<Variable> calledAsTemporary(ExpressionTree tree, Optional<TypeMirror> demanded) {
    if (!isCall(tree)) {
      return Optional.empty();
    }
    return call((MethodInvocationTree) tree, Optional.empty(), demanded);
  }

  /**
   * Reads a call into a step.
   *
   * @param local the variable to hold the value; without it a temporary is made
   * @return the variable
   */
  Optional<Variable> call(
      MethodInvocationTree call, Optional<Variable> local, Optional<TypeMirror> demanded) {
    if (maps().isMapOfNodes(call)) {
      return maps().value(call, local, demanded);
    }
    return new NodeCalls(context, this).read(call, local);
  }

  /** A call as a statement: a fence, or a call whose value nobody reads. */
  void statement(MethodInvocationTree call) {
    if (maps().isMapOfNodes(call)) {
      maps().statement(call);
      return;
    }
    new NodeCalls(context, this).statement(call);
  }

  /** Reads an expression of a statement that is refused, for what else is wrong in it. */
  void check(ExpressionTree tree) {
    value(tree, object("java.lang.Object"), "value");
  }

  MapReader maps() {
    return new MapReader(context, this);
  }
}
