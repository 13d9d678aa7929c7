package dev.makespan.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The body of a workflow, or of a lambda in it, while its statements are written. */
final class BodyWriter {
  /** The names of locals; some of them mean something to the generated class. */
  private static final List<String> NAMES = List.of(
      "a",
      "b",
      "c",
      "d",
      "run",
      "self",
      "each",
      "x",
      "y",
      "value",
      "in",
      "result",
      "node",
      "call",
      "caller",
      "condition",
      "flow",
      "i",
      "list",
      "map",
      "amount",
      "e");

  private final ProgramWriter program;
  private final ClassWriter owner;
  private final boolean isStatic;
  private final List<Local> locals = new ArrayList<>();
  private final List<String> reserved = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final @Nullable JavaType returns;
  private final int depth;
  private final boolean isLambda;
  private final boolean mayThrow;
  private final Effects effects;

  /** What the body's callers must know of it. */
  static final class Effects {
    boolean isChecked;
    boolean isTimed = true;
  }

  /** A workflow's body, with its parameters. */
  BodyWriter(
      ProgramWriter program,
      ClassWriter owner,
      boolean isStatic,
      @Nullable JavaType returns,
      List<Local> parameters) {
    this(program, owner, isStatic, returns, 0, false, true, new Effects());
    locals.addAll(parameters);
  }

  private BodyWriter(
      ProgramWriter program,
      ClassWriter owner,
      boolean isStatic,
      @Nullable JavaType returns,
      int depth,
      boolean isLambda,
      boolean mayThrow,
      Effects effects) {
    this.program = program;
    this.owner = owner;
    this.isStatic = isStatic;
    this.returns = returns;
    this.depth = depth;
    this.isLambda = isLambda;
    this.mayThrow = mayThrow;
    this.effects = effects;
  }

  /** A block in this one, which sees its locals. */
  BodyWriter block() {
    BodyWriter block =
        new BodyWriter(program, owner, isStatic, returns, depth + 1, isLambda, mayThrow, effects);
    block.locals.addAll(locals);
    block.reserved.addAll(reserved);
    return block;
  }

  /** The body of a lambda, which sees the locals but can't be ordered after them. */
  BodyWriter lambda(@Nullable JavaType result, boolean mayThrowChecked) {
    BodyWriter lambda = new BodyWriter(
        program, owner, isStatic, result, depth + 1, true, mayThrow && mayThrowChecked, effects);
    locals.forEach(local -> lambda.locals.add(new Local(local.name(), local.type(), false)));
    lambda.reserved.addAll(reserved);
    return lambda;
  }

  Choices choices() {
    return program.choices();
  }

  ProgramWriter program() {
    return program;
  }

  ClassWriter owner() {
    return owner;
  }

  boolean isStatic() {
    return isStatic;
  }

  /** Whether calls of methods that throw checked exceptions may stand here. */
  boolean mayThrow() {
    return mayThrow;
  }

  int depth() {
    return depth;
  }

  boolean isLambda() {
    return isLambda;
  }

  Effects effects() {
    return effects;
  }

  /** What a return statement gives; null for nothing. */
  @Nullable JavaType returns() {
    return returns;
  }

  Expressions expressions() {
    return new Expressions(this);
  }

  List<Local> locals(Predicate<JavaType> types) {
    return locals.stream().filter(local -> types.test(local.type())).toList();
  }

  /** Those of this body that another one may be ordered after. */
  List<Local> steps() {
    return locals.stream().filter(Local::isStep).toList();
  }

  /** A name that nothing here has. */
  String fresh() {
    List<String> names = NAMES.stream()
        .filter(name -> !reserved.contains(name))
        .filter(name -> locals.stream().noneMatch(each -> each.name().equals(name)))
        .toList();
    return names.isEmpty()
        ? program.freshName("v")
        : names.get(choices().below(Math.min(3, names.size())));
  }

  void declare(String name, JavaType type, boolean isStep) {
    locals.add(new Local(name, type, isStep));
  }

  /** Takes a name that has no value here. */
  void reserve(String name) {
    reserved.add(name);
  }

  void line(String line) {
    text.append(line).append('\n');
  }

  void add(String lines) {
    text.append(lines);
  }

  /** Adds some statements, none at the simplest. */
  BodyWriter statements(int most) {
    for (int i = 0; i < most && program.mayGrow() && choices().below(most + 1 - i) > 0; i++) {
      choices().span(this::statement);
    }
    return this;
  }

  private void statement() {
    List<Rule> fitting =
        Rules.ALL.stream().filter(rule -> rule.fits().test(this)).toList();
    int all = fitting.stream().mapToInt(Rule::weight).sum();
    int choice = choices().below(all);
    for (Rule rule : fitting) {
      choice -= rule.weight();
      if (choice < 0) {
        rule.code().accept(this);
        return;
      }
    }
  }

  String text() {
    return text.toString();
  }

  /** The statements as a block. */
  String braced() {
    return "{\n" + text().indent(2) + "}";
  }
}
