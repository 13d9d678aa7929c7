package dev.makespan.processor.fuzz;

import java.util.List;

/** Writes dynamics, which ask for known methods of their class. */
final class DynamicWriter {
  private final ProgramWriter program;

  DynamicWriter(ProgramWriter program) {
    this.program = program;
  }

  Callee write() {
    Choices choices = program.choices();
    ClassWriter owner = choices.of(program.classes());
    List<Callee> known = program.known().stream()
        .filter(each -> !each.isVoid() && each.parameters().size() == 1)
        .filter(each -> each.parameters().get(0).equals(JavaType.INT))
        .toList();
    Callee callee = known.isEmpty() || choices.oneIn(3)
        ? program.task(JavaType.INT, List.of(JavaType.INT), owner, true)
        : choices.of(known);
    String type = callee.result().boxed();
    String name = program.freshName("dyn");
    String flow = callee.owner().name() + "Flow";
    int form = choices.below(4);
    String body = switch (form) {
      case 0 -> """
              List<CompletableFuture<%1$s>> all = new ArrayList<>();
              for (int i = 0; i < n %% 4; i++) {
                all.add(flow.%2$s(i));
              }
              return hash(Makespan.join(Makespan.all(all)));
              """;
      case 1 -> """
              CompletableFuture<%1$s> first = flow.%2$s(n);
              CompletableFuture<%1$s> second = flow.%2$s(n + 1);
              int sum = hash(Makespan.join(second));
              return sum + hash(Makespan.join(first));
              """;
      case 2 -> """
              int sum = 0;
              for (int i = 0; i < 2; i++) {
                try {
                  sum += hash(flow.%2$s(n + i).join());
                } catch (RuntimeException failed) {
                  sum += 7;
                }
              }
              return sum;
              """;
      default -> """
              int sum = hash(Makespan.join(flow.%2$s(n)));
              if (n %% 6 > 0) {
                sum += Makespan.join(%3$sFlow.current().%4$s(n %% 6 - 1));
              }
              return sum;
              """;
    };
    String text = ("""
        @Dynamic static int %4$s(int n) {
          try (Probe.Call call = Probe.dynamic("%3$s.%4$s", n)) {
            %5$s flow = %5$s.current();
        """ + body.indent(4) + """
          }
        }
        """)
        .replace("hash(", "Probe.number(")
        .formatted(type, callee.name(), owner.name(), name, flow);
    owner.add(text);
    boolean isTimed = form < 2 && callee.isTimed();
    return new Callee(
        owner,
        name,
        Callee.Kind.DYNAMIC,
        true,
        List.of(JavaType.INT),
        JavaType.INT,
        callee.isChecked(),
        isTimed);
  }
}
