package dev.makespan.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.LoopProblems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads statements that fill a list, set or map which the body has made. */
final class FillReader {
  private final BodyContext context;
  private final ExpressionReader expressions;

  FillReader(BodyContext context, ExpressionReader expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /** The name of what a call adds to or puts into, if it may be such a call. */
  private static Optional<IdentifierTree> receiver(Tree tree) {
    return tree instanceof MethodInvocationTree call
            && isFill(call)
            && call.getMethodSelect() instanceof MemberSelectTree select
            && Typer.bare(select.getExpression()) instanceof IdentifierTree name
        ? Optional.of(name)
        : Optional.empty();
  }

  private static boolean isFill(MethodInvocationTree call) {
    int in = call.getArguments().size();
    return (in == 1 && NodeSearch.isNamed(call, "add"))
        || (in == 2 && NodeSearch.isNamed(call, "put"));
  }

  /** A call, as a statement, that fills something. */
  record Filling(StatementTree statement, MethodInvocationTree call, String name) {}

  /** The statements in a loop's body that fill what can be filled where this scope is. */
  List<Filling> in(Tree body) {
    List<Filling> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
        ExpressionTree call = Typer.bare(tree.getExpression());
        receiver(call)
            .map(name -> name.getName().toString())
            .filter(name -> fillable(name).isPresent())
            .ifPresent(name -> found.add(new Filling(tree, (MethodInvocationTree) call, name)));
        return null;
      }

      @Override
      public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        return null;
      }

      @Override
      public Void visitClass(ClassTree tree, Void unused) {
        return null;
      }
    }.scan(body, null);
    return found;
  }

  static Set<String> names(List<Filling> fillings) {
    Set<String> names = new LinkedHashSet<>();
    fillings.forEach(each -> names.add(each.name()));
    return names;
  }

  /**
   * Begins a branch of a statement that fills something: where the branch may end without doing so,
   * what others of them fill has its state from above.
   *
   * @param statement the whole
   * @param branch what is done in this branch
   */
  void handOn(StatementTree statement, List<? extends StatementTree> branch, ExpressionReader to) {
    handOn(statement, List.of(statement), branch, to);
  }

  /**
   * The same for a statement of which only some parts may fill something.
   *
   * @param filling these parts
   */
  void handOn(
      StatementTree statement,
      List<? extends StatementTree> filling,
      List<? extends StatementTree> branch,
      ExpressionReader to) {
    Set<String> names = new LinkedHashSet<>();
    filling.forEach(tree -> names.addAll(names(in(tree))));
    if (names.isEmpty() || returns(branch)) {
      return;
    }
    if (!jumps(statement)) {
      branch.forEach(tree -> names.removeAll(names(in(tree))));
    }
    names.forEach(name -> handOn(name, statement, to));
  }

  /** Gives what a name stands for its state from above in a branch. */
  void handOn(String name, StatementTree statement, ExpressionReader to) {
    Variable above = expressions.scope().fillable(name).orElseThrow();
    Variable same = new Variable(name, above.type(), Variable.Origin.LOCAL);
    Step step = new Step.Assign(Optional.of(same), new Value.Read(above), context.place(statement));
    context.fills.of(above).ifPresent(filled -> {
      context.fills.state(same, filled);
      context.fills.fill(step, filled);
    });
    to.add(step);
    to.scope().assign(same);
  }

  /** Whether nothing below a branch is reached from its end. */
  private static boolean returns(List<? extends StatementTree> branch) {
    StatementTree last = branch.isEmpty() ? null : branch.get(branch.size() - 1);
    return last instanceof BlockTree block
        ? returns(block.getStatements())
        : last instanceof ReturnTree || last instanceof ContinueTree || last instanceof ThrowTree;
  }

  /** Whether a statement may be left anywhere in it. */
  private static boolean jumps(StatementTree statement) {
    return Boolean.TRUE.equals(
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitBreak(BreakTree tree, Void unused) {
            return true;
          }

          @Override
          public Boolean reduce(Boolean one, Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
          }
        }.scan(statement, null));
  }

  private Optional<Fills.Fillable> fillable(String name) {
    return expressions.scope().fillable(name).flatMap(context.fills::of);
  }

  /** Whether a statement's expression may fill a local. */
  boolean isOne(Tree tree) {
    return receiver(tree)
        .map(name -> name.getName().toString())
        .filter(name -> expressions
            .scope()
            .variable(name)
            .filter(local -> context.fills.isContainer(local.type()))
            .isPresent())
        .isPresent();
  }

  /** Reads such a statement. */
  void read(MethodInvocationTree call, Orderings orderings) {
    String name = receiver(call).orElseThrow().getName().toString();
    note(call);
    Optional<Fills.Fillable> to = fillable(name);
    if (to.isEmpty()) {
      refuse(call, name);
      return;
    }
    if (to.get().types().isEmpty()) {
      untyped(call);
      return;
    }
    int first = expressions.steps().size();
    add(call, to.get(), arguments(call, to.get()), first, orderings);
  }

  /**
   * Fills by such a call whose arguments have been read.
   *
   * @param first the first of the steps that make them
   */
  void add(
      MethodInvocationTree call,
      Fills.Fillable to,
      List<Value> values,
      int first,
      Orderings orderings) {
    List<Value> in = new ArrayList<>();
    in.add(new Value.Read(expressions.scope().fillable(to.name()).orElseThrow()));
    in.addAll(values);
    fill(code(method(to), in), to, context.placeOf(call), first, orderings);
  }

  private static String method(Fills.Fillable to) {
    if (!to.isMap()) {
      return "add";
    }
    return to.isTurn() ? "addEntry" : "put";
  }

  /** Adds what the turns of a loop have given. */
  void addAll(
      Variable given,
      boolean one,
      Fills.Fillable to,
      TreePlace place,
      int first,
      Orderings orderings) {
    String verb = to.isMap() && !to.isTurn() ? "put" : "add";
    Variable before = expressions.scope().fillable(to.name()).orElseThrow();
    List<Value> in = List.of(new Value.Read(before), new Value.Read(given));
    fill(code(verb + (one ? "All" : "Each"), in), to, place, first, orderings);
  }

  private void fill(
      Snippet code, Fills.Fillable to, TreePlace place, int first, Orderings orderings) {
    Scope scope = expressions.scope();
    TypeMirror type = scope.fillable(to.name()).orElseThrow().type();
    Variable next = new Variable(to.name(), type, Variable.Origin.LOCAL);
    Step step = new Step.Pure(Optional.of(next), code, place);
    context.fills.fill(step, to);
    context.fills.state(next, to);
    expressions.add(step);
    orderings.assigned(
        next, expressions.steps().subList(first, expressions.steps().size()), scope);
    scope.assign(next);
  }

  /** What a turn of a loop fills: a list of its own, which the body of the turn begins with. */
  Fills.Fillable begin(Fills.Fillable around, TreePlace place) {
    Fills.Fillable own = new Fills.Fillable(around.name(), around.types(), true);
    TypeMirror element = around.isMap() ? entry(around) : around.types().get(0);
    Variable empty =
        new Variable(around.name(), type("java.util.List", element), Variable.Origin.LOCAL);
    List<Piece> pieces = List.of(
        new Piece.Text("new "),
        new Piece.Type(element("java.util.ArrayList")),
        new Piece.Text("<>()"));
    expressions.add(
        new Step.Pure(Optional.of(empty), new Snippet(pieces, List.of(), false), place));
    expressions.scope().add(empty);
    context.fills.state(empty, own);
    return own;
  }

  /** The values of a filling call's arguments. */
  List<Value> arguments(MethodInvocationTree call, Fills.Fillable to) {
    List<String> names = to.isMap() ? List.of("key", "value") : List.of("element");
    List<Value> in = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      in.add(expressions.value(call.getArguments().get(i), to.types().get(i), names.get(i)));
    }
    return in;
  }

  /** The type of what is put into a map. */
  TypeMirror entry(Fills.Fillable map) {
    return type("java.util.Map.Entry", map.types().toArray(TypeMirror[]::new));
  }

  /** A call of one of the runtime's methods for loops. */
  Snippet code(String method, List<Value> in) {
    return code(element("dev.makespan.support.Loops"), method, in);
  }

  /** A call of a static method. */
  Snippet code(TypeElement owner, String method, List<Value> in) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Type(owner));
    pieces.add(new Piece.Text("." + method + "("));
    Set<Variable> reads = new LinkedHashSet<>();
    boolean self = false;
    for (int i = 0; i < in.size(); i++) {
      if (i > 0) {
        pieces.add(new Piece.Text(", "));
      }
      Value value = in.get(i);
      if (value instanceof Value.Read read) {
        pieces.add(Piece.of(read.variable()));
        reads.add(read.variable());
      } else if (value instanceof Value.Literal literal) {
        pieces.add(new Piece.Text(literal.source()));
      } else {
        pieces.add(new Piece.Self());
        self = true;
      }
    }
    pieces.add(new Piece.Text(")"));
    return new Snippet(pieces, List.copyOf(reads), self);
  }

  /** Notes for the verifier what a filling call's names mean. */
  void note(MethodInvocationTree call) {
    context.resolutions.fill(context.file.end(call.getMethodSelect()));
    receiver(call)
        .ifPresent(name -> context.resolutions.name(context.file.end(name), List.of("variable")));
  }

  void untyped(MethodInvocationTree call) {
    context.report(
        LoopProblems.untyped(context.placeOf(call), receiver(call).orElseThrow().getName()));
    call.getArguments().forEach(expressions::check);
  }

  private void refuse(MethodInvocationTree call, String name) {
    call.getArguments().forEach(expressions::check);
    if (expressions.scope().isAboveTry(name)) {
      context.report(LoopProblems.inTry(context.placeOf(call), name));
      return;
    }
    if (expressions.scope().isFilled(name)) {
      // The loop fills another one, which is told.
      context.invalid();
      return;
    }
    boolean ours = expressions.scope().variable(name).flatMap(context.fills::of).isPresent();
    context.report(
        ours
            ? LoopProblems.inLambda(context.placeOf(call), name)
            : LoopProblems.notFresh(
                context.placeOf(call),
                SideEffects.text(context.file, call.getMethodSelect()),
                name));
  }

  private TypeMirror type(String name, TypeMirror... arguments) {
    Types types = context.compilation.types();
    return types.getDeclaredType(element(name), arguments);
  }

  private TypeElement element(String name) {
    return context.compilation.elements().getTypeElement(name);
  }
}
