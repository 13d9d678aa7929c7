package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.graph.Guard;
import dev.makespan.processor.model.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Emits where branches begin and end. Which step stands in which branch is what the graph says. */
final class BranchEmitter {
  /** The case of a {@code switch} above its first one. */
  private static final int NONE = -1;

  private final String run;
  private final Deque<Guard> open = new ArrayDeque<>();

  BranchEmitter(String run) {
    this.run = run;
  }

  /** Emits what leads from the step before to this one. */
  CodeBlock enter(GraphNode node) {
    return leave(node.branch());
  }

  /** Emits the ends of all branches. */
  CodeBlock end() {
    return leave(Optional.empty());
  }

  /** Notes that a step has been emitted, perhaps the beginning of a branch. */
  void added(GraphNode node) {
    if (node.step() instanceof Step.If) {
      open.push(new Guard(node.position(), Guard.Way.TRUE));
    } else if (node.step() instanceof Step.Switch) {
      open.push(Guard.option(node.position(), NONE));
    }
  }

  private CodeBlock leave(Optional<Guard> branch) {
    CodeBlock.Builder code = CodeBlock.builder();
    while (!open.isEmpty() && !branch.equals(Optional.of(open.element()))) {
      Guard last = open.pop();
      if (branch.filter(next -> next.on() == last.on()).isPresent()) {
        open.push(branch.get());
        if (last.way() == Guard.Way.OPTION) {
          code.addStatement("$L.option($L)", run, branch.get().option());
        } else {
          code.addStatement("$L.otherwise()", run);
        }
      } else {
        code.addStatement("$L.end()", run);
      }
    }
    return code.build();
  }
}
