package dev.makespan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A made-up program: tasks of mixed signatures, and workflows of eight calls each. The same numbers
 * give the same program.
 */
final class Program {
  /** The names of the program's record types. */
  static final List<String> TYPES =
      List.of("D0", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9");

  /** What a method is. */
  enum Kind {
    TASK,
    VOID_TASK,
    MAP_TASK,
    WORKFLOW
  }

  record Parameter(String type, String name) {}

  /** An annotated method; the steps are a workflow's. */
  record Method(
      String name,
      Kind kind,
      List<Parameter> parameters,
      String result,
      boolean throwing,
      int number,
      List<Step> steps) {}

  /** A statement of a workflow. */
  sealed interface Step {
    /** A call; the last one of a workflow is what it returns, and has no name. */
    record Call(Optional<String> name, Method callee, List<String> arguments) implements Step {}

    /** The call of a void task. */
    record Fence(Method callee, List<String> arguments) implements Step {}

    /** A map of {@code items}; the arguments are what is bound. */
    record MapOf(String name, Method callee, List<String> arguments) implements Step {}

    /** A pure expression over the given variables. */
    record Pure(String name, String type, String text, Set<String> reads) implements Step {}
  }

  private final Random random = new Random(7);
  private final List<Method> tasks = new ArrayList<>();
  private final List<Method> workflows = new ArrayList<>();

  Program(int tasks, int workflows) {
    for (int i = 0; i < tasks; i++) {
      this.tasks.add(task(i));
    }
    for (int i = 0; i < workflows; i++) {
      this.workflows.add(new WorkflowMaker(this, random, i).make());
    }
  }

  List<Method> tasks() {
    return tasks;
  }

  List<Method> workflows() {
    return workflows;
  }

  static String boxed(String type) {
    return type.equals("int") ? "Integer" : type;
  }

  static String declared(List<Parameter> parameters) {
    return parameters.stream()
        .map(each -> each.type() + " " + each.name())
        .collect(Collectors.joining(", "));
  }

  private Method task(int number) {
    Kind kind = number % 10 == 3 ? Kind.MAP_TASK : number % 20 == 6 ? Kind.VOID_TASK : Kind.TASK;
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        new Parameter(kind == Kind.TASK ? TYPES.get(number % TYPES.size()) : anyType(), "x"));
    if (kind == Kind.MAP_TASK && chance(0.5)) {
      parameters.add(new Parameter("int", "weight"));
    }
    if (kind == Kind.TASK && chance(0.6)) {
      parameters.add(new Parameter(chance(0.33) ? "int" : anyType(), "y"));
    }
    if (kind == Kind.TASK && chance(0.2)) {
      parameters.add(new Parameter(anyType(), "z"));
    }
    String result =
        kind == Kind.VOID_TASK ? "void" : kind == Kind.TASK && chance(0.1) ? "int" : anyType();
    return new Method("task" + number, kind, parameters, result, chance(0.3), number, List.of());
  }

  private String anyType() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
