package dev.makespan.bench;

import dev.makespan.bench.Program.Kind;
import dev.makespan.bench.Program.Method;
import dev.makespan.bench.Program.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes what a careful engineer writes by hand with
 * {@link java.util.concurrent.CompletableFuture}: one method for each workflow, which runs in
 * parallel what can. Tasks need no method of their own.
 */
final class FutureClass {
  private static final String HEAD = """
      package load;

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
        private interface Throwing<R> {
          R get() throws IOException;
        }

        private interface ThrowingFunction<A, R> {
          R apply(A a) throws IOException;
        }

        private interface ThrowingBiFunction<A, B, R> {
          R apply(A a, B b) throws IOException;
        }

        private final Executor executor;

        public WorkAsync(Executor executor) {
          this.executor = executor;
        }

        private static <R> Supplier<R> unchecked(Throwing<R> body) {
          return () -> {
            try {
              return body.get();
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          };
        }

        private static <A, R> Function<A, R> uncheckedFunction(ThrowingFunction<A, R> body) {
          return a -> unchecked(() -> body.apply(a)).get();
        }

        private static <A, B, R> BiFunction<A, B, R> uncheckedBoth(ThrowingBiFunction<A, B, R> body) {
          return (a, b) -> unchecked(() -> body.apply(a, b)).get();
        }

        private <A, R> CompletableFuture<List<R>> mapAll(List<A> xs, ThrowingFunction<A, R> body) {
          List<CompletableFuture<R>> each =
              xs.stream().map(x -> CompletableFuture.supplyAsync(unchecked(() -> body.apply(x)), executor)).toList();
          return CompletableFuture.allOf(each.toArray(new CompletableFuture<?>[0]))
              .thenApply(done -> each.stream().map(CompletableFuture::join).toList());
        }

      """;

  private final StringBuilder out = new StringBuilder(HEAD);
  private final Set<String> futures = new LinkedHashSet<>();
  private boolean fenced;

  private FutureClass() {}

  /** Writes the class beside the user's sources. */
  static void write(Program program, Path directory) throws IOException {
    FutureClass source = new FutureClass();
    program.workflows().forEach(source::workflow);
    Files.writeString(directory.resolve("load/WorkAsync.java"), source.out.append("}\n"));
  }

  private void workflow(Method workflow) {
    futures.clear();
    fenced = false;
    out.append("  /** Runs {@link Work#").append(workflow.name()).append("}. */\n");
    out.append("  public CompletableFuture<")
        .append(workflow.result())
        .append("> ")
        .append(workflow.name());
    out.append('(').append(Program.declared(workflow.parameters())).append(") {\n");
    workflow.steps().forEach(step -> out.append("    ").append(statement(step)).append(";\n"));
    out.append("  }\n\n");
  }

  private String statement(Step step) {
    if (step instanceof Step.Call call) {
      boolean flow = call.callee().kind() == Kind.WORKFLOW;
      String target = flow ? call.callee().name() : "Work." + call.callee().name();
      String text = target + "(" + String.join(", ", call.arguments()) + ")";
      Stage stage =
          new Stage(text, call.arguments(), !flow, flow, !flow && call.callee().throwing());
      if (call.name().isEmpty()) {
        return "return " + stage.text();
      }
      return local(call.name().get(), call.callee().result(), stage);
    }
    if (step instanceof Step.MapOf map) {
      List<String> in = new ArrayList<>(List.of("x"));
      in.addAll(map.arguments());
      String text =
          "mapAll(items, x -> Work." + map.callee().name() + "(" + String.join(", ", in) + "))";
      return local(
          map.name(),
          "List<" + map.callee().result() + ">",
          new Stage(text, map.arguments(), false, true, false));
    }
    if (step instanceof Step.Pure pure) {
      return local(
          pure.name(),
          pure.type(),
          new Stage(pure.text(), List.copyOf(pure.reads()), false, false, false));
    }
    Step.Fence fence = (Step.Fence) step;
    String in = fence.arguments().stream()
        .map(each -> futures.contains(each) ? each + ".join()" : each)
        .collect(Collectors.joining(", "));
    String call = "Work." + fence.callee().name() + "(" + in + ")";
    String body =
        fence.callee().throwing() ? "unchecked(() -> { " + call + "; return null; }).get()" : call;
    String above = String.join(", ", futures);
    fenced = true;
    return "CompletableFuture<Void> fence = CompletableFuture.allOf(" + above
        + ").thenRunAsync(() -> " + body + ", executor)";
  }

  private String local(String name, String type, Stage stage) {
    String text = "CompletableFuture<" + Program.boxed(type) + "> " + name + " = " + stage.text();
    futures.add(name);
    return text;
  }

  /** One stage: an expression over names of which some are futures. */
  private final class Stage {
    private final String expression;
    private final List<String> inputs;
    private final boolean async;
    private final boolean composes;
    private final boolean throwing;

    Stage(
        String expression, List<String> reads, boolean async, boolean composes, boolean throwing) {
      this.expression = expression;
      this.inputs = reads.stream().filter(futures::contains).distinct().toList();
      this.async = async;
      this.composes = composes;
      this.throwing = throwing;
    }

    String text() {
      if (inputs.isEmpty() && !fenced) {
        String supplier = throwing ? "unchecked(() -> " + expression + ")" : "() -> " + expression;
        return composes
            ? expression
            : "CompletableFuture.supplyAsync(" + supplier + (async ? ", executor)" : ")");
      }
      if (fenced || inputs.size() > 2) {
        List<String> waits = new ArrayList<>(inputs);
        if (fenced) {
          waits.add("fence");
        }
        String all = waits.size() == 1
            ? waits.get(0)
            : "CompletableFuture.allOf(" + String.join(", ", waits) + ")";
        return all + then("done -> " + renamed(name -> name + ".join()"), "uncheckedFunction");
      }
      String body = renamed(name -> name + "Value");
      if (inputs.size() == 1) {
        return inputs.get(0) + then(inputs.get(0) + "Value -> " + body, "uncheckedFunction");
      }
      String both = "(" + inputs.get(0) + "Value, " + inputs.get(1) + "Value) -> " + body;
      String function = throwing ? "uncheckedBoth(" + both + ")" : both;
      String combined = ".thenCombine" + (async ? "Async(" : "(") + inputs.get(1) + ", " + function
          + (async ? ", executor)" : ")");
      return inputs.get(0) + combined + (composes ? ".thenCompose(run -> run)" : "");
    }

    private String then(String lambda, String unchecked) {
      String verb = composes ? ".thenCompose(" : async ? ".thenApplyAsync(" : ".thenApply(";
      return verb
          + (throwing ? unchecked + "(" + lambda + ")" : lambda)
          + (async ? ", executor)" : ")");
    }

    private String renamed(UnaryOperator<String> rename) {
      Map<String, String> names = new TreeMap<>();
      inputs.forEach(name -> names.put(name, rename.apply(name)));
      StringBuilder text = new StringBuilder();
      for (String word : expression.split("\\b")) {
        text.append(names.getOrDefault(word, word));
      }
      return text.toString();
    }
  }
}
