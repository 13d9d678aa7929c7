#!/usr/bin/env python3
"""Generates one user class and, in a chosen form, the class that runs it in parallel.

    gen.py FORM TASKS WORKFLOWS DIR [--hold N] [--with FLAG ...]

FORM  U  the user class alone               B  a careful hand-written CompletableFuture class beside it
      L  numbered switch dispatch           M  one lambda per task           T  typed constants from method references
TASKS must be large enough to match signatures (200 and 2,000 are tried; 20 is too few).
--hold N   at most N nodes per holder class
--with     variants of L: nodoc noblocking flowsblocking notasktwins arrow switchexpr callN calls-witness nowitness evalnum evalinline var
"""
import argparse
import pathlib
import random

TYPES = [f"D{i}" for i in range(10)]
BOX = {"int": "Integer", "void": "Void"}


def box(t):
    return BOX.get(t, t)


class Node:
    """A task, map task, void task or workflow of the user class."""

    def __init__(self, number, name, kind, params, ret, throws):
        self.number, self.name, self.kind = number, name, kind
        self.params, self.ret, self.throws = params, ret, throws
        self.const, self.line, self.steps = name.upper(), 0, []

    @property
    def flow_params(self):
        if self.kind != "mapTask":
            return self.params
        (t, n), *rest = self.params
        return [(f"List<{t}>", n), *rest]

    @property
    def flow_ret(self):
        return f"List<{box(self.ret)}>" if self.kind == "mapTask" else self.ret


def params(ps):
    return ", ".join(f"{t} {n}" for t, n in ps)


def names(ps):
    return ", ".join(n for _, n in ps)


# ---- the program: tasks of mixed signatures, workflows of about eight calls ----

def program(tasks, workflows, seed=7):
    rnd = random.Random(seed)
    nodes = []
    for i in range(tasks):
        kind = "mapTask" if i % 10 == 3 else "void" if i % 20 == 6 else "task"
        ps = [(TYPES[i % 10] if kind == "task" else rnd.choice(TYPES), "x")]
        if kind == "mapTask":
            ps += [("int", "weight")] if rnd.random() < 0.5 else []
        elif kind == "task":
            if rnd.random() < 0.6:
                ps.append((rnd.choice(TYPES + ["int"] * 5), "y"))
            if rnd.random() < 0.2:
                ps.append((rnd.choice(TYPES), "z"))
        ret = "void" if kind == "void" else "int" if kind == "task" and rnd.random() < 0.1 else rnd.choice(TYPES)
        nodes.append(Node(i, f"task{i}", kind, ps, ret, rnd.random() < 0.3))
    for w in range(workflows):
        nodes.append(workflow(rnd, tasks + w, w, nodes, tasks))
    return nodes


def workflow(rnd, number, index, nodes, tasks):
    element = rnd.choice([n for n in nodes[:tasks] if n.kind == "mapTask"]).params[0][0]
    ps = [("D0", "input"), (f"List<{element}>", "items"), ("int", "weight")]
    pool = [("D0", "input"), ("int", "weight")]
    steps, unused = [], set()

    def arg(t, fresh=True):
        have = [n for pt, n in pool if pt == t]
        late = [n for n in have if n in unused]
        if t == "int" and rnd.random() < 0.3:
            return str(rnd.randrange(100))
        return rnd.choice(late or have) if have else None

    def call(candidates, step):
        for n in rnd.sample(candidates, len(candidates)):
            args = [arg(t) for t, _ in n.params]
            if None not in args and (len(n.params) == 1 or rnd.random() < 0.8):
                return n, args
        return None

    plain = [n for n in nodes[:tasks] if n.kind == "task"]
    refs = [n for n in plain if n.ret != "int"]
    voids = [n for n in nodes[:tasks] if n.kind == "void"]
    maps = [n for n in nodes[:tasks] if n.kind == "mapTask" and n.params[0][0] == element]
    subs = [n for n in nodes[tasks:] if n.params[1][0] == ps[1][0]]
    throws, ret = False, None
    for c in range(8):
        name = "abcdefgh"[c]
        if c in (3, 5) and rnd.random() < 0.5:
            n = rnd.choice(maps)
            steps.append(("map", name, n, [arg(t) for t, _ in n.params[1:]]))
            pool.append((f"List<{n.ret}>", name))
        elif c == 4 and index % 7 == 0 and subs:
            n = rnd.choice(subs)
            steps.append(("call", name, n, [arg("D0"), "items", arg("int")]))
            pool.append((n.ret, name))
        elif c == 4 and index % 10 == 1 and (found := call(voids, c)):
            n, args = found
            steps.append(("fence", None, n, args))
        else:
            n, args = call(refs if c == 7 else plain, c)
            steps.append(("call", None if c == 7 else name, n, args))
            if c == 7:
                ret = n.ret
            else:
                pool.append((n.ret, name))
        throws |= n.throws
        for a in (steps[-1][3]):
            unused.discard(a)
        unused.add(name)
        if c in (2, 5) or c == 6 and rnd.random() < 0.5:
            read = [(t, v) for t, v in pool if len(v) == 1]
            parts = rnd.sample(read, min(len(read), rnd.choice([1, 2, 2, 3])))
            terms = [v if t == "int" else f"{v}.size()" for t, v in parts]
            if c == 5 and rnd.random() < 0.4:
                t, text = "D4", f'new D4("{name}", {" + ".join(terms)})'
            else:
                t, text = "int", " + ".join(f"{x} * {k + 2}" for k, x in enumerate(terms))
            var = f"n{c}"
            steps.append(("eval", var, t, text, parts))
            pool.append((t, var))
    node = Node(number, f"flow{index}", "workflow", ps, ret, throws)
    node.steps = steps
    return node


def user_class(nodes, pkg):
    out = [f"package {pkg};", "", "import dev.makespan.MapTask;", "import dev.makespan.Makespan;", "import dev.makespan.Task;",
           "import dev.makespan.Workflow;", "import java.io.IOException;", "import java.util.List;", "", "/** The user's class. */",
           "public final class Work {"]
    for n in nodes:
        throws = " throws IOException" if n.throws else ""
        out.append(f"  /** Computes {n.name}. */")
        if n.kind == "workflow":
            out += ["  @Workflow", f"  public static {n.ret} {n.name}({params(n.params)}){throws} {{"]
            n.line = len(out)
            n.lines = []
            for s in n.steps:
                if s[0] == "call":
                    text = f"{s[2].name}({', '.join(s[3])});"
                    text = f"return {text}" if s[1] is None else f"{s[2].ret} {s[1]} = {text}"
                elif s[0] == "fence":
                    text = f"{s[2].name}({', '.join(s[3])});"
                elif s[0] == "map":
                    f = f"x -> {s[2].name}({', '.join(['x', *s[3]])})" if s[3] else f"Work::{s[2].name}"
                    text = f"List<{box(s[2].ret)}> {s[1]} = Makespan.map(items, {f});"
                else:
                    text = f"{s[2]} {s[1]} = {s[3]};"
                out.append("    " + text)
                n.lines.append(len(out))
            out += ["  }", ""]
            continue
        out += ["  @MapTask" if n.kind == "mapTask" else "  @Task", f"  static {n.ret} {n.name}({params(n.params)}){throws} {{"]
        n.line = len(out)
        if n.throws:
            out.append('    if (x.text().isEmpty()) { throw new IOException("empty"); }')
        out += ["    StringBuilder text = new StringBuilder();", '    for (String word : x.text().split(" ")) {',
                "      if (word.length() > 3) { text.append(word).append(' '); }", "    }",
                "    int size = x.size()" + "".join(f" + {p}" if t == "int" else f" + {p}.size()" for t, p in n.params[1:]) + f" + {n.number};"]
        if n.ret == "int":
            out.append("    return size + text.length();")
        elif n.ret != "void":
            out.append(f"    return new {n.ret}(text.toString(), size);")
        out += ["  }", ""]
    out += ["}"]
    return "\n".join(out) + "\n"


# ---- forms L, M and T ----

class Form:
    def __init__(self, nodes, pkg, form, hold, flags):
        self.nodes, self.pkg, self.form, self.flags = nodes, pkg, form, flags
        self.hold = hold or len(nodes)
        self.evals = {}

    def holder(self, node):
        return node.number // self.hold

    def const(self, node, here):
        k = self.holder(node)
        return node.const if k in (0, here) else f"{'Nodes%d' % (k + 1) if k else 'WorkFlow'}.{node.const}"

    def doc(self, text):
        return [] if "nodoc" in self.flags else [f"/** {text} */"]

    def step_type(self, t):
        return f"Step<{box(t)}>"

    # one constant

    def constant(self, n):
        what = {"workflow": "workflow", "mapTask": "map task"}.get(n.kind, "task")
        out = self.doc(f"The {what} {{@link Work#{n.name}}}.")
        k = n.number % self.hold
        ret = box(n.ret)
        if self.form == "L":
            make = {"workflow": "workflow", "mapTask": "mapTask"}.get(n.kind, "task")
            return out + [f'static final TaskDef<{ret}> {n.const} = NODES.{make}({k}, "{n.name}", {n.line});']
        if self.form == "M":
            args = ", ".join(self.unpack(t, i, "(int) ") for i, (t, _) in enumerate(n.params))
            head = f"static final TaskDef<{ret}> {n.const} = "
            if n.kind == "workflow":
                return out + ['@SuppressWarnings("unchecked")', head + f'TaskDef.workflow("{n.name}", {n.line}, (run, in) -> {self.wire_name(n)}(run, {args}));']
            if n.ret == "void":
                return out + [head + f'TaskDef.of("{n.name}", {n.line}, in -> {{', f"  Work.{n.name}({args});", "  return null;", "});"]
            return out + [head + f'TaskDef.of("{n.name}", {n.line}, in -> Work.{n.name}({args}));']
        make = "workflow" if n.kind == "workflow" else "action" if n.ret == "void" else "of"
        scope = f"Nodes{self.holder(n) + 1}" if self.holder(n) else "WorkFlow"
        ref = f"{scope}::{self.wire_name(n)}" if n.kind == "workflow" else f"Work::{n.name}"
        types = ", ".join([*(box(t) for t, _ in n.params), ret])
        return out + [f'static final Task{len(n.params)}<{types}> {n.const} = Task.{make}("{n.name}", {n.line}, {ref});']

    def unpack(self, t, i, unbox=None):
        if t == "int":
            return f"{unbox}in[{i}]" if unbox else f"asInt(in[{i}])"
        return f"({t}) in[{i}]"

    def wire_name(self, n):
        return f"wire{n.name.capitalize()}"

    # the twins

    def twin(self, n):
        made = "Run" if n.kind == "workflow" else "CompletableFuture"
        public = "public " if n.kind == "workflow" else ""
        verb = {"workflow": "run", "mapTask": "map"}.get(n.kind, "call")
        args = names(n.params)
        if n.kind == "mapTask" and self.form != "T":
            args = ", ".join([n.params[0][1], "Body.ELEMENT", *(p for _, p in n.params[1:])])
        elif "callN" in self.flags:
            verb += str(len(n.params))
        witness = f"<{box(n.ret)}>" if "calls-witness" in self.flags else ""
        return self.doc(f"Computes {n.name}.") + [
            f"{public}{made}<{box(n.flow_ret)}> {n.name}({params(n.flow_params)}) {{",
            f"  return caller.{witness}{verb}({self.const(n, 0)}, {args});", "}", ""]

    def blocking(self, n):
        public = "public " if n.kind == "workflow" else ""
        throws = " throws IOException" if n.throws else ""
        ret = "" if n.ret == "void" else "return "
        return [f"{public}{n.flow_ret} {n.name}({params(n.flow_params)}){throws} {{",
                f"  {ret}Caller.join(flow.{n.name}({names(n.params)}));", "}", ""]

    # the wiring

    def wiring(self, n):
        here = self.holder(n)
        typed = self.form == "T"
        steps = {p for _, p in n.params} if typed else set()
        ps = ", ".join(f"{self.step_type(t)} {p}" if typed else f"{t} {p}" for t, p in n.params)
        out = [f"private static {self.step_type(n.ret)} {self.wire_name(n)}(Body run, {ps}) {{"]
        helpers = []

        def arg(a):
            return f"run.value({a})" if typed and a not in steps else a

        for s, line in zip(n.steps, n.lines):
            wit = f"<{box(s[2].ret)}>" if s[0] in ("call", "map") and "calls-witness" in self.flags else ""
            if s[0] == "call":
                name = f"call{len(s[3])}" if "callN" in self.flags else "call"
                text = f"run.{wit}{name}({', '.join([self.const(s[2], here), str(line), *map(arg, s[3])])});"
                t = s[2].ret
            elif s[0] == "fence":
                out.append(f"  run.fence({', '.join([self.const(s[2], here), str(line), *map(arg, s[3])])});")
                continue
            elif s[0] == "map":
                element = [] if typed else ["Body.ELEMENT"]
                text = f"run.{wit}map({', '.join([self.const(s[2], here), str(line), 'items', *element, *map(arg, s[3])])});"
                t = f"List<{box(s[2].ret)}>"
            else:
                _, var, t, expr, parts = s
                text = self.eval(n, here, line, s, helpers)
            if s[1] is None:
                out.append(f"  return {text}")
            else:
                kind = "var" if "var" in self.flags else self.step_type(t)
                out.append(f"  {kind} {s[1]} = {text}")
                steps.add(s[1])
        return out + ["}", ""] + helpers

    def eval(self, n, here, line, s, helpers):
        _, var, t, expr, parts = s
        method = f"{n.name}{var.capitalize()}"
        witness = "" if "nowitness" in self.flags else f"<{box(t)}>"
        if "evalinline" in self.flags:
            for _, v in parts:
                expr = "".join(f"{w}.value()" if w == v else w for w in split_words(expr))
            return f'run.{witness}eval("{var}", {line}, () -> {expr}, {names(parts)});'
        helpers += [f"private static {t} {method}({params(parts)}) throws Throwable {{", f"  return {expr};", "}", ""]
        scope = f"Nodes{here + 1}" if here else "WorkFlow"
        if self.form == "T":
            return f'run.eval("{var}", {line}, {scope}::{method}, {names(parts)});'
        if "evalnum" in self.flags:
            mine = self.evals.setdefault(here, [])
            mine.append((method, parts))
            return f'run.{witness}eval(NODES, {len(mine) - 1}, "{var}", {line}, {names(parts)});'
        values = ", ".join(f"{v}.value()" for _, v in parts)
        return f'run.{witness}eval("{var}", {line}, () -> {method}({values}), {names(parts)});'

    # the dispatch of form L

    def bodies(self, mine, here):
        name = f"Bodies{here + 1}" if here else "Bodies"

        def cases(rows, default):
            if "arrow" in self.flags:
                out = ["  switch (node) {"]
                for k, call, void in rows:
                    out.append(f"    case {k} -> {{ {call}; return null; }}" if void else f"    case {k} -> {{ return {call}; }}")
                return out + [f"    default -> throw {default};", "  }"]
            if "switchexpr" in self.flags:
                out = ["  return switch (node) {"]
                for k, call, void in rows:
                    out.append(f"    case {k} -> {{ {call}; yield null; }}" if void else f"    case {k} -> {call};")
                return out + [f"    default -> throw {default};", "  };"]
            out = ["  switch (node) {"]
            for k, call, void in rows:
                out.append(f"    case {k}: {call}; return null;" if void else f"    case {k}: return {call};")
            return out + [f"    default: throw {default};", "  }"]

        def unpacked(ps):
            return ", ".join(self.unpack(t, i) for i, (t, _) in enumerate(ps))

        calls = [(n.number % self.hold, f"Work.{n.name}({unpacked(n.params)})", n.ret == "void") for n in mine]
        wires = [(n.number % self.hold, f"{self.wire_name(n)}(run, {unpacked(n.params)})", False) for n in mine if n.kind == "workflow"]
        unchecked = ['@SuppressWarnings("unchecked")'] if wires else []
        out = self.doc("Calls and wires the methods by their number.")
        out += [f"private static final class {name} extends Nodes {{", f"  {name}() {{", '    super(Work.class, "Work.java");', "  }", "", "  @Override", *("  " + u for u in unchecked),
                "  public Object call(int node, Object[] in) throws Throwable {", *("  " + c for c in cases(calls, "unknown(node)")), "  }"]
        if wires:
            out += ["", "  @Override", *("  " + u for u in unchecked), "  public Step<?> wire(int node, Body run, Object[] in) {",
                    *("  " + c for c in cases(wires, "unknown(node)")), "  }"]
        if self.evals.get(here):
            rows = [(k, f"{m}({unpacked(ps)})", False) for k, (m, ps) in enumerate(self.evals[here])]
            out += ["", "  @Override", *("  " + u for u in unchecked), "  public Object eval(int node, Object[] in) throws Throwable {",
                    *("  " + c for c in cases(rows, "unknown(node)")), "  }"]
        return out + ["}", ""]

    def section(self, here):
        """Constants, wiring and dispatch of one holder."""
        mine = [n for n in self.nodes if self.holder(n) == here]
        wiring = [line for n in mine if n.kind == "workflow" for line in self.wiring(n)]
        constants = [line for n in mine for line in self.constant(n)]
        nodes = []
        if self.form == "L":
            nodes = [f"private static final Nodes NODES = new {'Bodies%d' % (here + 1) if here else 'Bodies'}();", ""]
        bodies = self.bodies(mine, here) if self.form == "L" else []
        return nodes + constants + [""], wiring, bodies

    def text(self):
        support = ["Body", "Caller"]
        imports = {"dev.makespan.Run", "dev.makespan.Runner", "dev.makespan.support.Step", "java.io.IOException", "java.util.List",
                   "java.util.concurrent.CompletableFuture"}
        if self.form == "T":
            imports |= {f"dev.makespan.typed.{c}" for c in ("Body", "Caller", "Task", "Task1", "Task2", "Task3")}
        else:
            imports |= {"dev.makespan.spi.TaskDef", "dev.makespan.support.Body", "dev.makespan.support.Caller"}
        if self.form == "L":
            imports.add("dev.makespan.support.Nodes")
        constants, wiring, bodies = self.section(0)
        inner = list(constants)
        inner += ["private final Caller caller;", "", *self.doc("Every call starts a run on the shared runner."),
                  "public WorkFlow() {", "  this(Caller.shared());", "}", "", *self.doc("Every call starts a run on this runner."),
                  "public WorkFlow(Runner runner) {", "  this(Caller.on(runner));", "}", "",
                  "private WorkFlow(Caller caller) {", "  this.caller = caller;", "}", "",
                  "public static WorkFlow current() {", "  return new WorkFlow(Caller.current());", "}", ""]
        for n in self.nodes:
            if "notasktwins" not in self.flags or n.kind == "workflow":
                inner += self.twin(n)
        inner += wiring
        if "noblocking" not in self.flags:
            inner += ["public Blocking blocking() {", "  return new Blocking(this);", "}", "",
                      *self.doc("The twins with the plain signatures: each call waits for its run."),
                      "public static final class Blocking {", "  private final WorkFlow flow;", "",
                      "  private Blocking(WorkFlow flow) {", "    this.flow = flow;", "  }", ""]
            for n in self.nodes:
                if ("notasktwins" not in self.flags and "flowsblocking" not in self.flags) or n.kind == "workflow":
                    inner += ["  " + line for line in self.blocking(n)]
            inner += ["}", ""]
        inner += bodies
        for k in range(1, self.holder(self.nodes[-1]) + 1):
            constants, wiring, bodies = self.section(k)
            inner += [f"private static final class Nodes{k + 1} {{", *("  " + line for line in constants + wiring + bodies), "}", ""]
        head = [f"package {self.pkg};", "", *(f"import {i};" for i in sorted(imports)), "", "/** The parallel twin of {@link Work}. */",
                "public final class WorkFlow {"]
        return "\n".join(line.rstrip() for line in [*head, *("  " + line for line in inner), "}"]) + "\n"


def split_words(text):
    import re
    return re.split(r"\b", text)


# ---- the baseline: what a careful engineer writes by hand ----

BASE_HEAD = """package %s;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs {@link Work} on an executor. */
public final class WorkAsync {
  private interface Throwing<R> { R get() throws IOException; }
  private interface ThrowingFunction<A, R> { R apply(A a) throws IOException; }
  private interface ThrowingBiFunction<A, B, R> { R apply(A a, B b) throws IOException; }

  private final Executor executor;

  public WorkAsync(Executor executor) {
    this.executor = executor;
  }

  private static <R> Supplier<R> unchecked(Throwing<R> body) {
    return () -> {
      try { return body.get(); } catch (IOException e) { throw new CompletionException(e); }
    };
  }

  private static <A, R> Function<A, R> uncheckedFunction(ThrowingFunction<A, R> body) {
    return a -> {
      try { return body.apply(a); } catch (IOException e) { throw new CompletionException(e); }
    };
  }

  private static <A, B, R> BiFunction<A, B, R> uncheckedBoth(ThrowingBiFunction<A, B, R> body) {
    return (a, b) -> {
      try { return body.apply(a, b); } catch (IOException e) { throw new CompletionException(e); }
    };
  }

  private <A, R> CompletableFuture<List<R>> mapAll(List<A> xs, ThrowingFunction<A, R> body) {
    List<CompletableFuture<R>> each =
        xs.stream().map(x -> CompletableFuture.supplyAsync(unchecked(() -> body.apply(x)), executor)).toList();
    return CompletableFuture.allOf(each.toArray(new CompletableFuture<?>[0]))
        .thenApply(done -> each.stream().map(CompletableFuture::join).toList());
  }
"""


def baseline(nodes, pkg):
    out = [BASE_HEAD % pkg]
    for n in nodes:
        if n.kind != "workflow":
            continue
        out += [f"  /** Runs {{@link Work#{n.name}}}. */", f"  public CompletableFuture<{n.ret}> {n.name}({params(n.params)}) {{"]
        futures, fence = [], None
        for s in n.steps:
            if s[0] == "eval":
                _, var, t, expr, parts = s
                deps, make, name = [v for _, v in parts], lambda sub, e=expr: "".join(sub.get(w, w) for w in split_words(e)), "Apply"
                out.append(f"    CompletableFuture<{box(t)}> {var} = {stage(deps, make, False, False, fence)};")
                futures.append(var)
                continue
            kind, var, node, args = s
            deps = [a for a in dict.fromkeys(args) if a in futures]
            if kind == "map":
                make = lambda sub: f"mapAll(items, x -> Work.{node.name}({', '.join(['x', *(sub.get(a, a) for a in args)])}))"
                text = make({}) if not deps and not fence else stage(deps, make, False, False, fence, compose=True)
                out.append(f"    CompletableFuture<List<{box(node.ret)}>> {var} = {text};")
            elif kind == "fence":
                call = f"Work.{node.name}({', '.join(a + '.join()' if a in futures else a for a in args)})"
                if node.throws:
                    call = f"unchecked(() -> {{ {call}; return null; }}).get()"
                above = ", ".join(futures)
                out.append(f"    CompletableFuture<Void> fence = CompletableFuture.allOf({above}).thenRunAsync(() -> {call}, executor);")
                fence = "fence"
                continue
            elif node.kind == "workflow":
                make = lambda sub: f"{node.name}({', '.join(sub.get(a, a) for a in args)})"
                text = make({}) if not deps and not fence else stage(deps, make, False, False, fence, compose=True)
                out.append(f"    CompletableFuture<{node.ret}> {var} = {text};")
            else:
                make = lambda sub: f"Work.{node.name}({', '.join(sub.get(a, a) for a in args)})"
                text = stage(deps, make, True, node.throws, fence)
                out.append(f"    return {text};" if var is None else f"    CompletableFuture<{box(node.ret)}> {var} = {text};")
            if var:
                futures.append(var)
        out += ["  }", ""]
    return "\n".join(out) + "}\n"


def stage(deps, make, asynchronous, throws, fence, compose=False):
    a, ex = ("Async", ", executor") if asynchronous else ("", "")
    if not deps and not fence:
        call = make({})
        return f"CompletableFuture.supplyAsync({f'unchecked(() -> {call})' if throws else f'() -> {call}'}{ex})"
    if fence or len(deps) > 2:
        call = make({d: f"{d}.join()" for d in deps})
        waits = ", ".join([*deps, *([fence] if fence else [])])
        body = f"done -> {call}"
        source = fence if waits == fence else f"CompletableFuture.allOf({waits})"
        verb = "thenCompose" if compose else f"thenApply{a}"
        return f"{source}.{verb}({f'uncheckedFunction({body})' if throws else body}{ex})"
    sub = {d: f"{d}Value" for d in deps}
    if len(deps) == 1:
        body = f"{deps[0]}Value -> {make(sub)}"
        verb = "thenCompose" if compose else f"thenApply{a}"
        return f"{deps[0]}.{verb}({f'uncheckedFunction({body})' if throws else body}{ex})"
    body = f"({deps[0]}Value, {deps[1]}Value) -> {make(sub)}"
    text = f"{deps[0]}.thenCombine{a}({deps[1]}, {f'uncheckedBoth({body})' if throws else body}{ex})"
    return text + ".thenCompose(run -> run)" if compose else text


def write(form, tasks, workflows, root, hold=0, flags=()):
    pkg, folder = "load", pathlib.Path(root, "load")
    folder.mkdir(parents=True, exist_ok=True)
    nodes = program(tasks, workflows)
    for t in TYPES:
        (folder / f"{t}.java").write_text(f"package {pkg};\n\n/** Data. */\npublic record {t}(String text, int size) {{}}\n")
    (folder / "Work.java").write_text(user_class(nodes, pkg))
    if form == "B":
        (folder / "WorkAsync.java").write_text(baseline(nodes, pkg))
    elif form != "U":
        (folder / "WorkFlow.java").write_text(Form(nodes, pkg, form, hold, set(flags)).text())
        args = ", ".join({"D0": 'new D0("some text", 3)', "int": "2"}.get(t, "java.util.List.of()") for t, _ in nodes[-1].params)
        (folder / "Cold.java").write_text(
            f"package {pkg};\n\n/** Prints the nanoseconds of the flow's class initialisation and its first run. */\nfinal class Cold {{\n"
            "  public static void main(String[] args) throws Exception {\n    long start = System.nanoTime();\n"
            f"    new WorkFlow().blocking().{nodes[-1].name}({args});\n    System.out.println(System.nanoTime() - start);\n  }}\n}}\n"
            if "noblocking" not in flags else f"package {pkg}; final class Cold {{}}\n")


if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("form", choices="UBLMT")
    p.add_argument("tasks", type=int)
    p.add_argument("workflows", type=int)
    p.add_argument("dir")
    p.add_argument("--hold", type=int, default=0)
    p.add_argument("--with", dest="flags", nargs="*", default=[])
    o = p.parse_args()
    write(o.form, o.tasks, o.workflows, o.dir, o.hold, o.flags)
