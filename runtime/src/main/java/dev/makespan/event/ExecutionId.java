package dev.makespan.event;

/**
 * Which execution of a run: one call of a task, with all its attempts, one of a dynamic's body, or
 * one evaluation of a pure expression.
 *
 * @param run the run's id
 * @param node the id of the call site, as {@link RunGraph.Node#id}
 * @param name the call site's name
 * @param kind {@link RunGraph.Kind#TASK TASK}, {@link RunGraph.Kind#DYNAMIC DYNAMIC} or
 *     {@link RunGraph.Kind#EXPRESSION EXPRESSION}
 * @param number tells it from the other executions of the run: 1, 2, 3, … in the order in which
 *     they were queued
 * @param element the index of the element that it is executed for, from 0 on, of the innermost map
 *     around it; -1 for none. The workflow that a map calls for an element is for that element, and
 *     so is what it calls; what a dynamic calls isn't
 */
public record ExecutionId(
    String run, String node, String name, RunGraph.Kind kind, long number, int element) {
  /** Such as {@code analyze-4f:analyze/topics #7}, with {@code [2]} for an element. */
  @Override
  public String toString() {
    return run + ":" + node + (element < 0 ? "" : "[" + element + "]") + " #" + number;
  }
}
