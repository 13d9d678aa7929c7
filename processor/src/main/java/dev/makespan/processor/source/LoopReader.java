package dev.makespan.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.MapForm;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.LoopProblems;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads a loop into a map over its elements, and a step below it that fills the list, set or map
 * which its turns add to. A loop that fills nothing is a map without results, and so a fence.
 */
final class LoopReader {
  private final BodyContext context;
  private final ExpressionReader outer;
  private final Orderings orderings;

  LoopReader(BodyContext context, ExpressionReader outer, Orderings orderings) {
    this.context = context;
    this.outer = outer;
    this.orderings = orderings;
  }

  /**
   * What a loop goes through.
   *
   * @param list the value that a map reads
   * @param type the type of the elements, if declarations tell it
   */
  private record Elements(Value list, Optional<TypeMirror> type) {}

  void read(EnhancedForLoopTree tree) {
    int first = outer.steps().size();
    Optional<TypeMirror> type = context
        .typer
        .typeOf(tree.getExpression(), outer.scope())
        .flatMap(found -> found instanceof ArrayType array
            ? Optional.of(array.getComponentType())
            : context.facts.elementOf(found));
    Optional<Value> list = context.sound(() -> list(tree.getExpression()));
    Optional<TypeMirror> variable = variable(tree.getVariable(), type, tree.getStatement());
    Elements elements = new Elements(list.orElseGet(() -> new Value.Literal("null")), type);
    loop(tree, tree.getVariable(), variable, elements, tree.getStatement(), first);
  }

  /** A counting loop: a map over its numbers. */
  void read(ForLoopTree tree) {
    int first = outer.steps().size();
    Optional<Counting> counting = Counting.of(tree);
    Optional<TypeKind> kind = counting.flatMap(this::kind);
    if (kind.isEmpty()) {
      context.report(LoopProblems.counting(context.place(tree)));
      return;
    }
    VariableTree variable = counting.get().variable();
    TypeMirror type = context.compilation.types().getPrimitiveType(kind.get());
    Optional<Value> list = context.sound(() -> range(counting.get(), type));
    Elements elements =
        new Elements(list.orElseGet(() -> new Value.Literal("null")), Optional.of(type));
    loop(tree, variable, Optional.of(type), elements, tree.getStatement(), first);
  }

  /** The type of a counter, if it and its end are whole numbers of that type. */
  private Optional<TypeKind> kind(Counting counting) {
    LocalReader locals = new LocalReader(context, outer, orderings);
    VariableTree variable = counting.variable();
    Optional<TypeMirror> type = locals.isVar(variable)
        ? context.typer.typeOf(variable.getInitializer(), outer.scope())
        : context.names.typeOf(variable.getType());
    boolean calls = NodeSearch.finds(counting.end(), outer.scope(), context.targets);
    Optional<TypeKind> end = context
        .typer
        .typeOf(counting.end(), outer.scope())
        .flatMap(context.facts::unboxed)
        .map(TypeMirror::getKind);
    return type.map(TypeMirror::getKind)
        .filter(kind -> !calls
            && (kind == TypeKind.INT || kind == TypeKind.LONG)
            && end.filter(found -> fits(found, kind)).isPresent());
  }

  private static boolean fits(TypeKind end, TypeKind counter) {
    return switch (end) {
      case INT, SHORT, BYTE, CHAR -> true;
      case LONG -> counter == TypeKind.LONG;
      default -> false;
    };
  }

  private Value range(Counting counting, TypeMirror type) {
    Value from = outer.value(counting.variable().getInitializer(), type, "from");
    Value to = outer.value(counting.end(), type, "to");
    String stream = type.getKind() == TypeKind.LONG ? "LongStream" : "IntStream";
    TypeElement owner = context.compilation.elements().getTypeElement("java.util.stream." + stream);
    Variable range = new Variable("range", owner.asType(), Variable.Origin.TEMPORARY);
    Snippet code = new FillReader(context, outer)
        .code(owner, counting.closed() ? "rangeClosed" : "range", List.of(from, to));
    outer.add(new Step.Pure(Optional.of(range), code, context.placeOfName(counting.variable())));
    return new Value.Read(range);
  }

  /**
   * What a map reads: arrays and iterables by way of the runtime, which fails as a loop does if
   * there are none; what the body has made itself, as it is.
   */
  private Value list(ExpressionTree tree) {
    Optional<Value> made = outer
        .simple(tree)
        .filter(value -> value instanceof Value.Read read
            && context.fills.of(read.variable()).isPresent());
    if (made.isPresent()) {
      return made.get();
    }
    Variable list =
        new Variable("elements", outer.object("java.lang.Object"), Variable.Origin.TEMPORARY);
    new SnippetReader(context, outer)
        .snippet(Typer.bare(tree), list.type())
        .ifPresent(code -> outer.add(
            new Step.Pure(Optional.of(list), elements(code), context.placeOf(Typer.bare(tree)))));
    return new Value.Read(list);
  }

  private Snippet elements(Snippet of) {
    TypeElement loops = context.compilation.elements().getTypeElement("dev.makespan.support.Loops");
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Type(loops));
    pieces.add(new Piece.Text(".elements("));
    pieces.addAll(of.pieces());
    pieces.add(new Piece.Text(")"));
    return new Snippet(pieces, of.reads(), of.readsSelf(), of.suppressed());
  }

  /** The type of the loop's variable; empty if it can't be told, which is noted. */
  private Optional<TypeMirror> variable(
      VariableTree tree, Optional<TypeMirror> element, StatementTree body) {
    LocalReader locals = new LocalReader(context, outer, orderings);
    if (!locals.isVar(tree)) {
      return locals.written(tree);
    }
    Optional<TypeMirror> type = element
        .or(() -> context.inferred(tree.getName().toString(), body))
        .filter(context.facts::isClosed);
    if (type.isEmpty()) {
      context.report(LoopProblems.untypedElement(context.placeOfName(tree), tree.getName()));
    }
    return type;
  }

  private void loop(
      Tree tree,
      VariableTree variable,
      Optional<TypeMirror> type,
      Elements elements,
      StatementTree body,
      int first) {
    FillReader fills = new FillReader(context, outer);
    List<FillReader.Filling> fillings = fills.in(body);
    Iterator<String> names = FillReader.names(fillings).iterator();
    Optional<String> name = names.hasNext() ? Optional.of(names.next()) : Optional.empty();
    if (names.hasNext()) {
      String second = names.next();
      fillings.stream()
          .filter(each -> each.name().equals(second))
          .findFirst()
          .ifPresent(each -> context.report(
              LoopProblems.second(context.placeOf(each.call()), second, name.orElseThrow())));
    }
    Optional<Fills.Fillable> filled =
        name.map(each -> outer.scope().fillable(each).flatMap(context.fills::of).orElseThrow());
    List<? extends StatementTree> statements =
        body instanceof BlockTree block ? block.getStatements() : List.of(body);
    Optional<StatementTree> only = only(fillings, statements, body);
    MapReader.Target target = new MapReader.Target(
        context.place(tree),
        filled.isPresent() ? new MapForm.All() : new MapForm.Nothing(),
        elements.list(),
        elements.type(),
        Optional.empty(),
        Optional.empty());
    Optional<Variable> given = type.flatMap(found ->
        new Looped(variable, found, elements, statements, fillings, filled, only, target).read());
    filled.ifPresent(to -> given.ifPresent(list -> fills.addAll(
        list, only.isPresent(), to, context.placeOf(fillings.get(0).call()), first, orderings)));
  }

  /** The only statement that adds something, if each turn ends in it. */
  private static Optional<StatementTree> only(
      List<FillReader.Filling> fillings,
      List<? extends StatementTree> statements,
      StatementTree body) {
    if (fillings.size() != 1 || statements.isEmpty() || continues(body)) {
      return Optional.empty();
    }
    StatementTree last = statements.get(statements.size() - 1);
    return Optional.of(fillings.get(0).statement()).filter(each -> each == last);
  }

  private static boolean continues(Tree body) {
    return Boolean.TRUE.equals(
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitContinue(ContinueTree tree, Void unused) {
            return true;
          }

          @Override
          public Boolean reduce(Boolean one, Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
          }
        }.scan(body, null));
  }

  /** One loop whose parts are known. */
  private final class Looped {
    private final VariableTree variable;
    private final TypeMirror type;
    private final Elements elements;
    private final List<? extends StatementTree> statements;
    private final List<FillReader.Filling> fillings;
    private final Optional<Fills.Fillable> filled;
    private final Optional<StatementTree> only;
    private final MapReader.Target target;

    Looped(
        VariableTree variable,
        TypeMirror type,
        Elements elements,
        List<? extends StatementTree> statements,
        List<FillReader.Filling> fillings,
        Optional<Fills.Fillable> filled,
        Optional<StatementTree> only,
        MapReader.Target target) {
      this.variable = variable;
      this.type = type;
      this.elements = elements;
      this.statements = statements;
      this.fillings = fillings;
      this.filled = filled;
      this.only = only;
      this.target = target;
    }

    /** The variable with what the turns give; empty if they give nothing. */
    Optional<Variable> read() {
      Optional<MethodInvocationTree> call = direct();
      if (call.isPresent()) {
        only.ifPresent(statement ->
            new FillReader(context, outer).note((MethodInvocationTree) expression(statement)));
        return calls()
            .direct(
                call.get(), name(), turn(), target.at(context.place(call.get().getMethodSelect())));
      }
      return body();
    }

    private String name() {
      return variable.getName().toString();
    }

    private MappedCallReader calls() {
      return new MappedCallReader(context, outer, new MapReader(context, outer));
    }

    /** A scope like that of a turn, which sees the loop's variable. */
    private Scope turn() {
      Scope scope = outer.scope().turn();
      fillings.forEach(each -> scope.fill(each.name()));
      scope.bind(name(), Optional.of(type));
      return scope;
    }

    /** The call that is all that a turn does, if its arguments are at hand. */
    private Optional<MethodInvocationTree> direct() {
      if (statements.size() != 1
          || converts()
          || filled.filter(Fills.Fillable::isMap).isPresent()
          || (filled.isPresent() && only.isEmpty())
          || !(statements.get(0) instanceof ExpressionStatementTree statement)) {
        return Optional.empty();
      }
      ExpressionTree tree = Typer.bare(statement.getExpression());
      if (only.isPresent()) {
        tree = Typer.bare(((MethodInvocationTree) tree).getArguments().get(0));
      }
      return tree instanceof MethodInvocationTree call && calls().isDirect(call, name(), turn())
          ? Optional.of(call)
          : Optional.empty();
    }

    private ExpressionTree expression(StatementTree statement) {
      return Typer.bare(((ExpressionStatementTree) statement).getExpression());
    }

    /** Whether an element becomes a primitive of another type, or is unboxed. */
    private boolean converts() {
      return type.getKind().isPrimitive()
          && elements
              .type()
              .filter(each -> context.compilation.types().isSameType(each, type))
              .isEmpty();
    }

    /** The runtime's method that unboxes and widens whatever box an element is. */
    private String unboxing() {
      String name = type.toString();
      return "to" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private Optional<Variable> body() {
      return context.sound(this::soundBody).flatMap(this::add);
    }

    private Body soundBody() {
      ExpressionReader reader =
          new ExpressionReader(context, new ArrayList<>(), outer.scope().turn());
      Variable element = element(reader);
      fillings.forEach(each -> reader.scope().fill(each.name()));
      Optional<Fills.Fillable> own = filled.filter(to -> !to.types().isEmpty());
      if (only.isEmpty()) {
        own = own.map(to -> new FillReader(context, reader).begin(to, target.place()));
      }
      Turn turn = new Turn(context, own.or(() -> filled), only);
      BodyReader reading = new BodyReader(context, reader, turn);
      Optional<Value> value = reading.read(statements);
      if (only.isEmpty()) {
        value = turn.next(reader.scope());
      }
      return NeededSteps.body(
          List.of(element), reader.steps(), value, reading.orderings(), context.constants);
    }

    /** The element as the map gives it, and as the loop's variable. */
    private Variable element(ExpressionReader reader) {
      if (!converts()) {
        Variable element = new Variable(name(), type, Variable.Origin.PARAMETER);
        reader.scope().add(element);
        return element;
      }
      Variable element = new Variable(
          "element",
          elements.type().orElseGet(() -> outer.object("java.lang.Object")),
          Variable.Origin.PARAMETER);
      Variable local = new Variable(name(), type, Variable.Origin.LOCAL);
      Snippet code = elements.type().isPresent()
          ? new Snippet(List.of(Piece.of(element)), List.of(element), false)
          : new FillReader(context, reader).code(unboxing(), List.of(new Value.Read(element)));
      reader.add(new Step.Pure(Optional.of(local), code, context.placeOfName(variable)));
      reader.scope().add(local);
      return element;
    }

    private Optional<Variable> add(Body body) {
      if (target.isVoid()) {
        outer.add(
            new Step.MapBody(Optional.empty(), target.form(), target.list(), body, target.place()));
        return Optional.empty();
      }
      if (body.result().isEmpty()) {
        return Optional.empty();
      }
      boolean isFence = holdsFence(body.steps());
      if (isFence) {
        outer.add(new Step.Barrier(target.place()));
      }
      Variable result = new MapReader(context, outer).add(body, target);
      if (isFence) {
        outer.add(new Step.Barrier(target.place()));
      }
      return Optional.of(result);
    }
  }

  private static boolean holdsFence(List<Step> steps) {
    return steps.stream()
        .anyMatch(step ->
            step.isFence() || (step instanceof Step.Compound inner && holdsFence(inner.steps())));
  }
}
