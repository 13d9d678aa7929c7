package dev.makespan.processor.check;

import dev.makespan.processor.graph.CompiledCalls;
import dev.makespan.processor.graph.FlowGraph;
import java.util.List;
import java.util.Set;

/**
 * What the processor knows of the compilation so far.
 *
 * @param flows every class read in this round or an earlier one, in source order
 * @param writtenTypes the qualified names of the types that the user wrote
 * @param compiled the calls of workflows that were compiled earlier
 */
public record Compilation(List<FlowGraph> flows, Set<String> writtenTypes, CompiledCalls compiled) {
  public Compilation {
    flows = List.copyOf(flows);
    writtenTypes = Set.copyOf(writtenTypes);
  }
}
