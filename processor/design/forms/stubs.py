#!/usr/bin/env python3
"""Writes the stub runtimes that the forms are compiled against: sequential, just large enough to run.

    stubs.py DIR        DIR/varargs: the runtime of forms L and M, and the typed one of form T
                        DIR/fixed:   the same, with overloads of fixed arity beside the varargs methods
"""
import pathlib
import sys

API = {
"dev/makespan/Task": "package dev.makespan; public @interface Task {}",
"dev/makespan/MapTask": "package dev.makespan; public @interface MapTask {}",
"dev/makespan/Workflow": "package dev.makespan; public @interface Workflow {}",
"dev/makespan/Runner": "package dev.makespan; public final class Runner {}",
"dev/makespan/ThrowingFunction": """package dev.makespan;
public interface ThrowingFunction<T, R, X extends Throwable> { R apply(T t) throws X; }""",
"dev/makespan/Makespan": """package dev.makespan;
import java.util.*;
public final class Makespan {
  public static <T, R, X extends Throwable> List<R> map(
      Collection<? extends T> xs, ThrowingFunction<? super T, ? extends R, X> f) throws X {
    List<R> out = new ArrayList<>();
    for (T x : xs) { out.add(f.apply(x)); }
    return out;
  }
}""",
"dev/makespan/Run": """package dev.makespan;
import java.util.concurrent.CompletableFuture;
public final class Run<R> extends CompletableFuture<R> {
  public static <R> Run<R> of(R r) { Run<R> run = new Run<>(); run.complete(r); return run; }
}""",
"dev/makespan/support/Step": """package dev.makespan.support;
public final class Step<T> {
  private final T value;
  public Step(T value) { this.value = value; }
  public T value() { return value; }
}""",
"dev/makespan/support/Expression": """package dev.makespan.support;
public interface Expression<R> { R eval() throws Throwable; }""",
"dev/makespan/support/Each": """package dev.makespan.support;
public interface Each<E, R> { Step<R> wire(Body run, E element); }""",
"dev/makespan/support/Invoke": """package dev.makespan.support;
public interface Invoke { Object call(Object[] in) throws Throwable; }""",
"dev/makespan/support/Wire": """package dev.makespan.support;
public interface Wire<R> { Step<R> wire(Body run, Object[] in); }""",
"dev/makespan/support/Nodes": """package dev.makespan.support;
import dev.makespan.spi.TaskDef;
public abstract class Nodes {
  protected Nodes(Class<?> owner, String file) {}
  public <R> TaskDef<R> task(int n, String method, int line) { return new TaskDef<>(this, n, method, line, false); }
  public <R> TaskDef<R> mapTask(int n, String method, int line) { return new TaskDef<>(this, n, method, line, false); }
  public <R> TaskDef<R> workflow(int n, String method, int line) { return new TaskDef<>(this, n, method, line, true); }
  public abstract Object call(int node, Object[] in) throws Throwable;
  public Step<?> wire(int node, Body run, Object[] in) { throw unknown(node); }
  public Object eval(int expression, Object[] in) throws Throwable { throw unknown(expression); }
  protected static RuntimeException unknown(int node) { return new IllegalStateException("node " + node); }
  protected static int asInt(Object x) { return ((Number) x).intValue(); }
}""",
"dev/makespan/spi/TaskDef": """package dev.makespan.spi;
import dev.makespan.support.*;
public class TaskDef<R> {
  private final Nodes nodes; private final int n; final String name; final int line; final boolean workflow;
  private Invoke invoke; private Wire<R> wire; private int concurrency;
  public TaskDef(Nodes nodes, int n, String name, int line, boolean workflow) {
    this.nodes = nodes; this.n = n; this.name = name; this.line = line; this.workflow = workflow;
  }
  public static <R> TaskDef<R> of(String name, int line, Invoke invoke) {
    TaskDef<R> def = new TaskDef<>(null, 0, name, line, false); def.invoke = invoke; return def;
  }
  public static <R> TaskDef<R> workflow(String name, int line, Wire<R> wire) {
    TaskDef<R> def = new TaskDef<>(null, 0, name, line, true); def.wire = wire; return def;
  }
  public TaskDef<R> concurrency(int n) { concurrency = n; return this; }
  @SuppressWarnings("unchecked")
  public Step<R> start(Body run, Object[] in) {
    if (workflow) { return wire != null ? wire.wire(run, in) : (Step<R>) nodes.wire(n, run, in); }
    try { return new Step<>((R) (invoke != null ? invoke.call(in) : nodes.call(n, in))); }
    catch (Throwable e) { throw Caller.<RuntimeException>sneak(e); }
  }
}""",
}

BODY = """package dev.makespan.support;
import dev.makespan.spi.TaskDef;
import java.util.*;
public final class Body {
  public static final Object ELEMENT = new Object();
  public <R> Step<R> call(TaskDef<R> def, int line, Object... in) { return def.start(this, values(in)); }
  public void fence(TaskDef<Void> def, int line, Object... in) { def.start(this, values(in)); }
  public <R> Step<R> eval(String name, int line, Expression<R> e, Step<?>... waitsFor) {
    try { return new Step<>(e.eval()); } catch (Throwable t) { throw Caller.<RuntimeException>sneak(t); }
  }
  @SuppressWarnings("unchecked")
  public <R> Step<R> eval(Nodes nodes, int n, String name, int line, Object... in) {
    try { return new Step<>((R) nodes.eval(n, values(in))); } catch (Throwable t) { throw Caller.<RuntimeException>sneak(t); }
  }
  public <R> Step<List<R>> map(TaskDef<R> def, int line, Object list, Object... in) {
    List<R> out = new ArrayList<>();
    for (Object x : (List<?>) value(list)) { out.add(def.start(this, values(bind(in, x))).value()); }
    return new Step<>(out);
  }
  @SuppressWarnings("unchecked")
  public <E, R> Step<List<R>> each(String name, int line, Object list, Each<E, R> each, Step<?>... waitsFor) {
    List<R> out = new ArrayList<>();
    for (Object x : (List<?>) value(list)) { out.add(each.wire(this, (E) x).value()); }
    return new Step<>(out);
  }
%s
  static Object[] bind(Object[] in, Object x) {
    Object[] out = in.clone();
    for (int i = 0; i < out.length; i++) { if (out[i] == ELEMENT) { out[i] = x; } }
    return out;
  }
  private static Object value(Object x) { return x instanceof Step<?> s ? s.value() : x; }
  private static Object[] values(Object[] in) {
    Object[] out = new Object[in.length];
    for (int i = 0; i < in.length; i++) { out[i] = value(in[i]); }
    return out;
  }
}"""

CALLER = """package dev.makespan.support;
import dev.makespan.*;
import dev.makespan.spi.TaskDef;
import java.util.*;
import java.util.concurrent.*;
public final class Caller {
  public static Caller shared() { return new Caller(); }
  public static Caller on(Runner runner) { return new Caller(); }
  public static Caller current() { return new Caller(); }
  public <R> CompletableFuture<R> call(TaskDef<R> def, Object... in) { return Run.of(def.start(new Body(), in).value()); }
  public <R> Run<R> run(TaskDef<R> def, Object... in) { return Run.of(def.start(new Body(), in).value()); }
  public <R> CompletableFuture<List<R>> map(TaskDef<R> def, Object list, Object... in) {
    return Run.of(new Body().map(def, 0, list, in).value());
  }
  public static <R> R join(CompletionStage<R> stage) { return stage.toCompletableFuture().join(); }
  @SuppressWarnings("unchecked")
  public static <X extends Throwable> X sneak(Throwable t) throws X { throw (X) t; }
%s
}"""


def objects(n):
    return "".join(f", Object a{i}" for i in range(n)), ", ".join(f"a{i}" for i in range(n))


def fixed_body():
    out = []
    for n in range(1, 5):
        params, args = objects(n)
        array = f"new Object[] {{{args}}}"
        for name in ("call", f"call{n}"):
            out.append(f"  public <R> Step<R> {name}(TaskDef<R> def, int line{params}) {{ return def.start(this, values({array})); }}")
        out.append(f"  public void fence(TaskDef<Void> def, int line{params}) {{ def.start(this, values({array})); }}")
    return "\n".join(out)


def fixed_caller():
    out = []
    for n in range(1, 5):
        params, args = objects(n)
        array = f"new Object[] {{{args}}}"
        for kind, made in (("run", "Run"), ("call", "CompletableFuture")):
            for name in (kind, f"{kind}{n}"):
                out.append(f"  public <R> {made}<R> {name}(TaskDef<R> def{params}) {{ return Run.of(def.start(new Body(), {array}).value()); }}")
    return "\n".join(out)


def typed():
    """Form T: Task0 to Task6, a Body and a Caller with typed overloads."""
    of, body, caller, out = [], [], [], {}
    for n in range(0, 7):
        ts = "ABCDEF"[:n]
        gen = ", ".join([*ts, "R"])
        params = ", ".join(f"{t} {t.lower()}" for t in ts)
        steps = "".join(f", Step<? extends {t}> {t.lower()}" for t in ts)
        wires = "".join(f", Step<{t}> {t.lower()}" for t in ts)
        names = ", ".join(t.lower() for t in ts)
        values = ", ".join(f"{t.lower()}.value()" for t in ts)
        lifted = "".join(f", new Step<>({t.lower()})" for t in ts)
        cast = "".join(f", new Step<>({t.lower()}.value())" for t in ts)
        vgen = f"<{', '.join(ts)}> " if ts else ""
        vargs = f"<{', '.join(ts)}>" if ts else ""
        P = "dev/makespan/typed/"
        out[f"{P}Fn{n}"] = f"package dev.makespan.typed;\npublic interface Fn{n}<{gen}> {{ R call({params}) throws Throwable; }}"
        out[f"{P}Act{n}"] = f"package dev.makespan.typed;\npublic interface Act{n}{vargs} {{ void call({params}) throws Throwable; }}"
        out[f"{P}Wire{n}"] = f"package dev.makespan.typed;\nimport dev.makespan.support.Step;\npublic interface Wire{n}<{gen}> {{ Step<R> wire(Body run{wires}); }}"
        out[f"{P}Task{n}"] = f"""package dev.makespan.typed;
import dev.makespan.support.*;
public final class Task{n}<{gen}> {{
  private final Fn{n}<{gen}> fn; private final Wire{n}<{gen}> wire; private int concurrency;
  Task{n}(String name, int line, Fn{n}<{gen}> fn, Wire{n}<{gen}> wire) {{ this.fn = fn; this.wire = wire; }}
  public Task{n}<{gen}> concurrency(int n) {{ concurrency = n; return this; }}
  Step<R> start(Body run{steps}) {{
    if (wire != null) {{ return wire.wire(run{cast}); }}
    try {{ return new Step<>(fn.call({values})); }} catch (Throwable t) {{ throw Caller.<RuntimeException>sneak(t); }}
  }}
}}"""
        of.append(f"  public static <{gen}> Task{n}<{gen}> of(String name, int line, Fn{n}<{gen}> fn) {{ return new Task{n}<>(name, line, fn, null); }}")
        vtask = ", ".join([*ts, "Void"])
        of.append(f"  public static {vgen}Task{n}<{vtask}> action(String name, int line, Act{n}{vargs} fn) {{ return new Task{n}<>(name, line, ({names}) -> {{ fn.call({names}); return null; }}, null); }}")
        of.append(f"  public static <{gen}> Task{n}<{gen}> workflow(String name, int line, Wire{n}<{gen}> w) {{ return new Task{n}<>(name, line, null, w); }}")
        comma = ", " + names if n else ""
        body.append(f"  public <{gen}> Step<R> call(Task{n}<{gen}> def, int line{steps}) {{ return def.start(this{comma}); }}")
        body.append(f"  public {vgen}void fence(Task{n}<{vtask}> def, int line{steps}) {{ def.start(this{comma}); }}")
        body.append(f"  public <{gen}> Step<R> eval(String name, int line, Fn{n}<{gen}> fn{steps}) {{ try {{ return new Step<>(fn.call({values})); }} catch (Throwable t) {{ throw Caller.<RuntimeException>sneak(t); }} }}")
        plain = "".join(f", {t} {t.lower()}" for t in ts)
        for kind, made in (("run", "Run"), ("call", "CompletableFuture")):
            caller.append(f"  public <{gen}> {made}<R> {kind}(Task{n}<{gen}> def{plain}) {{ return Run.of(def.start(new Body(){lifted}).value()); }}")
        if n:
            rest = "".join(f", Step<? extends {t}> {t.lower()}" for t in ts[1:])
            prest = "".join(f", {t} {t.lower()}" for t in ts[1:])
            names1 = "".join(f", {t.lower()}" for t in ts[1:])
            lift1 = "".join(f", new Step<>({t.lower()})" for t in ts[1:])
            body.append(f"  public <{gen}> Step<List<R>> map(Task{n}<{gen}> def, int line, Step<? extends List<? extends A>> list{rest}) {{ List<R> out = new ArrayList<>(); for (A x : list.value()) {{ out.add(def.start(this, new Step<A>(x){names1}).value()); }} return new Step<>(out); }}")
            caller.append(f"  public <{gen}> CompletableFuture<List<R>> map(Task{n}<{gen}> def, List<A> list{prest}) {{ return Run.of(new Body().map(def, 0, new Step<>(list){lift1}).value()); }}")
    nl = "\n"
    imports = "import dev.makespan.*;\nimport dev.makespan.support.Step;\nimport java.util.*;\nimport java.util.concurrent.*;\n"
    out["dev/makespan/typed/Task"] = f"package dev.makespan.typed;\npublic final class Task {{\n{nl.join(of)}\n}}"
    out["dev/makespan/typed/Body"] = f"package dev.makespan.typed;\n{imports}public final class Body {{\n  public <T> Step<T> value(T t) {{ return new Step<>(t); }}\n{nl.join(body)}\n}}"
    out["dev/makespan/typed/Caller"] = f"""package dev.makespan.typed;
{imports}public final class Caller {{
  public static Caller shared() {{ return new Caller(); }}
  public static Caller on(Runner runner) {{ return new Caller(); }}
  public static Caller current() {{ return new Caller(); }}
  public static <R> R join(CompletionStage<R> stage) {{ return stage.toCompletableFuture().join(); }}
  @SuppressWarnings("unchecked")
  static <X extends Throwable> X sneak(Throwable t) throws X {{ throw (X) t; }}
{nl.join(caller)}
}}"""
    return out


def write(root):
    for flavour, b, c in (("varargs", "", ""), ("fixed", fixed_body(), fixed_caller())):
        files = {**API, **typed(), "dev/makespan/support/Body": BODY.replace("%s", b),
                 "dev/makespan/support/Caller": CALLER.replace("%s", c)}
        for name, text in files.items():
            path = pathlib.Path(root, flavour, name + ".java")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text + "\n")


if __name__ == "__main__":
    write(sys.argv[1])
