/**
 * What waits for what: explicit graphs of bodies and of calls, and the names that a flow class
 * derives from its methods. Entry type: {@link dev.makespan.processor.graph.FlowGraph}. May import
 * {@code problem} and {@code model}.
 */
package dev.makespan.processor.graph;
