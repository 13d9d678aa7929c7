package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.makespan.processor.graph.GraphNode;
import dev.makespan.processor.graph.Guard;
import dev.makespan.processor.model.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Emits where branches begin and end. Which step stands in which branch is what the graph says. */
final class BranchEmitter {
  /** The case of a {@code switch} above its first one. */
  private static final int NONE = -1;

  private final String run;
  private final List<GraphNode> nodes;
  private final Deque<Guard> open = new ArrayDeque<>();

  BranchEmitter(String run, List<GraphNode> nodes) {
    this.run = run;
    this.nodes = nodes;
  }

  /** Emits what leads from the step before to this one. */
  CodeBlock enter(GraphNode node) {
    CodeBlock.Builder code = CodeBlock.builder().add(leave(node.branch()));
    for (GraphNode closing : nodes.subList(node.position(), nodes.size())) {
      boolean begins = closing.block().equals(OptionalInt.of(node.position()));
      // What a finally runs is begun by its own step.
      if (begins && !(closing.step() instanceof Step.Finally)) {
        code.addStatement("$L.tries()", run);
      }
    }
    return code.build();
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
    } else if (node.step() instanceof Step.Try) {
      open.push(Guard.option(node.position(), NONE));
    } else if (node.step() instanceof Step.Last) {
      open.push(new Guard(node.position(), Guard.Way.REACHED));
    }
  }

  private CodeBlock leave(Optional<Guard> branch) {
    CodeBlock.Builder code = CodeBlock.builder();
    while (!open.isEmpty() && !branch.equals(Optional.of(open.element()))) {
      Guard last = open.pop();
      if (branch.filter(next -> next.on() == last.on()).isPresent()) {
        open.push(branch.get());
        if (nodes.get(last.on()).step() instanceof Step.Try) {
          // The catch begins with a step.
          continue;
        }
        if (last.way() == Guard.Way.OPTION) {
          code.addStatement("$L.option($L)", run, branch.get().option());
        } else {
          code.addStatement("$L.otherwise()", run);
        }
      } else if (last.way() != Guard.Way.REACHED) {
        code.addStatement("$L.end()", run);
      }
    }
    return code.build();
  }
}
