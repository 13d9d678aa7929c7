/**
 * Rules over the graphs, one class each. Entry type: {@link dev.makespan.processor.check.Checks}.
 * May import {@code problem}, {@code model} and {@code graph}.
 */
package dev.makespan.processor.check;
