package dev.makespan.processor.source;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import dev.makespan.processor.model.MapForm;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.LoopProblems;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * The lists, sets and maps that a body makes and fills. Each state of one is a variable: a fill
 * reads the state above and makes the next one, so data flow orders fills. They are one object, so
 * nothing else may read it before the last fill.
 */
final class Fills {
  /** Those whose filling fails for no element, so that it may be done below all calls. */
  private static final Set<String> FILLABLE = Set.of(
      "java.util.ArrayList",
      "java.util.LinkedList",
      "java.util.HashSet",
      "java.util.LinkedHashSet",
      "java.util.HashMap",
      "java.util.LinkedHashMap");

  private final BodyContext context;
  private final Map<Variable, Fillable> states = new HashMap<>();
  private final IdentityHashMap<Step, Fillable> fills = new IdentityHashMap<>();

  Fills(BodyContext context) {
    this.context = context;
  }

  /**
   * What can be filled. Compared by identity.
   *
   * @param name the user's name
   * @param types the type of its elements, or those of keys and values; none, if they can't be told
   * @param isTurn whether it is the list of what one turn of a loop adds, or puts, as entries
   */
  record Fillable(String name, List<TypeMirror> types, boolean isTurn) {
    boolean isMap() {
      return types.size() == 2;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** Notes a local, if it is made by a constructor of one of these classes. */
  void declare(VariableTree tree, Variable local) {
    boolean made = Typer.bare(tree.getInitializer()) instanceof NewClassTree creation
        && creation.getClassBody() == null
        && NameOf.rawType(creation.getIdentifier())
            .flatMap(context.names::type)
            .map(TypeElement::getQualifiedName)
            .filter(name -> FILLABLE.contains(name.toString()))
            .isPresent();
    if (made && isContainer(local.type())) {
      states.put(local, new Fillable(local.name(), types(local.type()), false));
    }
  }

  boolean isContainer(TypeMirror type) {
    return context.facts.isA(type, "java.util.Collection")
        || context.facts.isA(type, "java.util.Map");
  }

  /** None, if they can't be told. */
  private List<TypeMirror> types(TypeMirror type) {
    return context
        .facts
        .arguments(type, "java.util.Collection")
        .or(() -> context.facts.arguments(type, "java.util.Map"))
        .orElse(List.of());
  }

  /** What a variable is a state of. */
  Optional<Fillable> of(Variable state) {
    return Optional.ofNullable(states.get(state));
  }

  /** Notes a further state, or the first one of what a turn of a loop fills. */
  void state(Variable state, Fillable of) {
    states.put(state, of);
  }

  /** Notes a step that reads one state and makes another, or hands one on. */
  void fill(Step step, Fillable filled) {
    fills.put(step, filled);
  }

  /** Tells fills of what is read above them. */
  void check(List<Step> steps) {
    new Check().steps(steps);
  }

  /** Goes through steps in program order. */
  private final class Check {
    /** The line of the first reading that isn't a fill. */
    private final Map<Fillable, Integer> read = new HashMap<>();

    void steps(List<Step> steps) {
      steps.forEach(this::step);
    }

    private void step(Step step) {
      Optional<Fillable> filled = Optional.ofNullable(fills.get(step));
      note(variables(step), filled, step);
      if (step instanceof Step.Compound compound) {
        steps(compound.steps());
      } else if (step instanceof Step.MapBody map) {
        steps(map.body().steps());
        note(map.body().result().stream().flatMap(this::read), Optional.empty(), step);
      } else if (step instanceof Step.Pure) {
        filled.ifPresent(fillable -> tell(fillable, step));
      }
    }

    private void note(Stream<Variable> variables, Optional<Fillable> filled, Step step) {
      variables
          .flatMap(variable -> of(variable).stream())
          .filter(state -> !filled.equals(Optional.of(state)))
          .forEach(state -> read.putIfAbsent(state, step.place().line()));
    }

    private void tell(Fillable filled, Step fill) {
      Optional.ofNullable(read.remove(filled))
          .ifPresent(
              line -> context.report(LoopProblems.shared(fill.place(), filled.name(), line)));
    }

    /** What a step itself reads. What a body returns is read when it has ended. */
    private Stream<Variable> variables(Step step) {
      if (step instanceof Step.Call call) {
        return read(call.in());
      }
      if (step instanceof Step.Pure pure) {
        return pure.code().reads().stream();
      }
      if (step instanceof Step.MapCall map) {
        return Stream.concat(mapped(map.form(), map.list()), read(map.in()));
      }
      if (step instanceof Step.MapBody map) {
        return mapped(map.form(), map.list());
      }
      if (step instanceof Step.Decision choice) {
        return read(choice.asks());
      }
      if (step instanceof Step.Assign assign) {
        return read(assign.value());
      }
      return step instanceof Step.Merge merge ? merge.values().stream() : Stream.empty();
    }

    private Stream<Variable> mapped(MapForm form, Value list) {
      return Stream.concat(read(form.in()), read(list));
    }

    private Stream<Variable> read(List<Value> values) {
      return values.stream().flatMap(this::read);
    }

    private Stream<Variable> read(Value value) {
      return value instanceof Value.Read found ? Stream.of(found.variable()) : Stream.empty();
    }
  }
}
