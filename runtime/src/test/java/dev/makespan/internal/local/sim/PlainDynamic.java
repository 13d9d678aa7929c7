package dev.makespan.internal.local.sim;

import java.util.ArrayList;
import java.util.List;

/** What a dynamic comes to when its calls run one after the other, each where it is written. */
final class PlainDynamic {
  private final Plain plain;
  private final DynamicMethod dynamic;
  private final int fuel;
  private final long work;
  private final List<Result> calls = new ArrayList<>();
  private final List<Boolean> seen = new ArrayList<>();
  private final List<Result> doomed = new ArrayList<>();
  private long sum;

  PlainDynamic(Plain plain, DynamicMethod dynamic, int fuel, long work) {
    this.plain = plain;
    this.dynamic = dynamic;
    this.fuel = fuel;
    this.work = work;
    this.sum = work;
  }

  Result perform() {
    plain.reaches(work);
    for (Action action : dynamic.actions()) {
      Result end = action.isCall() ? start(action) : look(action);
      if (end != null) {
        return someHangs() ? Result.hanging() : end;
      }
    }
    if (someHangs()) {
      return Result.hanging();
    }
    for (int i = 0; i < calls.size(); i++) {
      if (!seen.get(i) && !calls.get(i).isValue()) {
        return calls.get(i);
      }
    }
    return Result.of(dynamic.isVoid ? null : sum);
  }

  /** Whether the dynamic waits for ever for something that it has started and not given up. */
  private boolean someHangs() {
    return calls.stream().anyMatch(Result::hangs)
        || doomed.stream().anyMatch(call -> call != null && call.hangs());
  }

  private Result start(Action action) {
    long argument = DynamicMethod.argument(work, calls.size() + doomed.size());
    if (action.doomed()) {
      plain.cancels();
      doomed.add(called(new Plain(), action, argument));
    } else {
      calls.add(called(plain, action, argument));
      seen.add(false);
    }
    return null;
  }

  private Result called(Plain counted, Action action, long argument) {
    return switch (action.kind()) {
      case CALL -> action.callee().plain(counted, fuel, argument);
      case MAP -> {
        List<Object> values = new ArrayList<>();
        for (Object element : DynamicMethod.elements(work)) {
          Result result = action.callee().plain(counted, fuel, element);
          if (!result.isValue()) {
            yield result;
          }
          values.add(result.value());
        }
        yield Result.of(values);
      }
      default -> fuel == 0 ? Result.of(0L) : dynamic.plain(counted, fuel - 1, argument);
    };
  }

  /** Null if the body goes on. */
  private Result look(Action action) {
    switch (action.kind()) {
      case SLEEP -> {
        return null;
      }
      case CANCEL, COMPLETE -> {
        doomed.set(action.target(), null);
        return null;
      }
      case ALL -> {
        return lookAtAll();
      }
      case AWAIT -> {
        return lookAtBoth(action);
      }
      case IGNORE -> {
        seen.set(action.target(), true);
        return null;
      }
      default -> {
        return lookAt(action);
      }
    }
  }

  private Result lookAt(Action action) {
    seen.set(action.target(), true);
    Result call = calls.get(action.target());
    if (call.hangs()) {
      return call;
    }
    if (call.isValue()) {
      Object value = call.value();
      add(action.kind() == Action.Kind.THEN ? Mixing.mix(value) : value);
      return null;
    }
    if (action.kind() == Action.Kind.CATCH) {
      add(call.message());
      return null;
    }
    return action.kind() == Action.Kind.GET ? call : call.wrapped();
  }

  private Result lookAtBoth(Action action) {
    int target = action.target();
    seen.set(target, true);
    Result call = calls.get(target);
    if (!call.isValue()) {
      return call.hangs() ? call : call.wrapped();
    }
    int next = (target + 1) % calls.size();
    seen.set(next, true);
    Result other = calls.get(next);
    if (!other.isValue()) {
      return other.hangs() ? other : other.wrapped();
    }
    add(Mixing.mix(Mixing.mix(call.value()), other.value()));
    return null;
  }

  private Result lookAtAll() {
    seen.replaceAll(any -> true);
    if (calls.stream().anyMatch(Result::hangs)) {
      return Result.hanging();
    }
    return allOf();
  }

  private Result allOf() {
    List<Object> values = new ArrayList<>();
    for (Result call : calls) {
      if (!call.isValue()) {
        return call.wrapped();
      }
      values.add(call.value());
    }
    add(values);
    return null;
  }

  private void add(Object value) {
    sum = Mixing.mix(sum, value);
  }
}
