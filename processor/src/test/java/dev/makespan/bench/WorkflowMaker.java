package dev.makespan.bench;

import dev.makespan.bench.Program.Kind;
import dev.makespan.bench.Program.Method;
import dev.makespan.bench.Program.Parameter;
import dev.makespan.bench.Program.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes one workflow. Mostly it calls with what nothing has read yet, so that few results are
 * unused.
 */
final class WorkflowMaker {
  private static final int CALLS = 8;

  private final Program program;
  private final Random random;
  private final int index;
  private final String element;
  private final List<Parameter> parameters;
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Set<String> unread = new HashSet<>();
  private final List<Step> steps = new ArrayList<>();
  private boolean throwing;

  WorkflowMaker(Program program, Random random, int index) {
    this.program = program;
    this.random = random;
    this.index = index;
    this.element =
        any(tasks(task -> task.kind() == Kind.MAP_TASK)).parameters().get(0).type();
    this.parameters = List.of(
        new Parameter("D0", "input"),
        new Parameter("List<" + element + ">", "items"),
        new Parameter("int", "weight"));
    parameters.forEach(parameter -> types.put(parameter.name(), parameter.type()));
  }

  Method make() {
    String result = "";
    for (int i = 0; i < CALLS; i++) {
      result = call(i);
      if (i == 2 || i == 5 || i == 6 && chance(0.5)) {
        expression(i);
      }
    }
    return new Method(
        "flow" + index,
        Kind.WORKFLOW,
        parameters,
        result,
        throwing,
        program.tasks().size() + index,
        List.copyOf(steps));
  }

  private String call(int position) {
    String name = String.valueOf((char) ('a' + position));
    if ((position == 3 || position == 5) && chance(0.5)) {
      Method callee = any(tasks(task ->
          task.kind() == Kind.MAP_TASK && task.parameters().get(0).type().equals(element)));
      List<String> bound =
          arguments(callee.parameters().subList(1, callee.parameters().size())).orElseThrow();
      add(
          new Step.MapOf(name, callee, bound),
          callee,
          bound,
          name,
          "List<" + callee.result() + ">");
      return callee.result();
    }
    if (position == 4 && index % 7 == 0) {
      List<Method> same = program.workflows().stream()
          .filter(flow -> flow.parameters().equals(parameters))
          .toList();
      if (!same.isEmpty()) {
        return plainCall(same, name, false);
      }
    }
    if (position == 4 && index % 10 == 1) {
      return plainCall(tasks(task -> task.kind() == Kind.VOID_TASK), name, false);
    }
    boolean last = position == CALLS - 1;
    return plainCall(
        tasks(task -> task.kind() == Kind.TASK && !(last && task.result().equals("int"))),
        name,
        last);
  }

  private String plainCall(List<Method> candidates, String name, boolean last) {
    List<Method> shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, random);
    for (Method callee : shuffled) {
      Optional<List<String>> arguments = arguments(callee.parameters());
      if (arguments.isEmpty() || callee.parameters().size() > 1 && chance(0.2)) {
        continue;
      }
      if (callee.kind() == Kind.VOID_TASK) {
        add(new Step.Fence(callee, arguments.get()), callee, arguments.get(), "", "");
      } else if (last) {
        add(
            new Step.Call(Optional.empty(), callee, arguments.get()),
            callee,
            arguments.get(),
            "",
            "");
      } else {
        add(
            new Step.Call(Optional.of(name), callee, arguments.get()),
            callee,
            arguments.get(),
            name,
            callee.result());
      }
      return callee.result();
    }
    throw new IllegalStateException("Too few tasks for flow" + index);
  }

  private void add(Step step, Method callee, List<String> arguments, String name, String type) {
    steps.add(step);
    throwing |= callee.throwing();
    unread.removeAll(arguments);
    if (!name.isEmpty()) {
      types.put(name, type);
      unread.add(name);
    }
  }

  private Optional<List<String>> arguments(List<Parameter> wanted) {
    List<String> arguments = new ArrayList<>();
    for (Parameter parameter : wanted) {
      List<String> fitting = types.keySet().stream()
          .filter(name -> types.get(name).equals(parameter.type()))
          .toList();
      List<String> late = fitting.stream().filter(unread::contains).toList();
      if (fitting.isEmpty()) {
        return Optional.empty();
      }
      boolean literal = parameter.type().equals("int") && chance(0.3);
      arguments.add(
          literal ? String.valueOf(random.nextInt(100)) : any(late.isEmpty() ? fitting : late));
    }
    return Optional.of(arguments);
  }

  private void expression(int position) {
    List<String> readable = new ArrayList<>(
        types.keySet().stream().filter(name -> name.length() == 1).toList());
    Collections.shuffle(readable, random);
    Set<String> reads =
        new LinkedHashSet<>(readable.subList(0, Math.min(1 + random.nextInt(3), readable.size())));
    List<String> terms = new ArrayList<>();
    for (String name : reads) {
      terms.add(
          (types.get(name).equals("int") ? name : name + ".size()") + " * " + (terms.size() + 2));
    }
    String sum = String.join(" + ", terms);
    String name = "n" + position;
    boolean creates = position == 5 && chance(0.4);
    String type = creates ? "D4" : "int";
    steps.add(
        new Step.Pure(name, type, creates ? "new D4(\"" + name + "\", " + sum + ")" : sum, reads));
    types.put(name, type);
  }

  private List<Method> tasks(Predicate<Method> which) {
    return program.tasks().stream().filter(which).toList();
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
