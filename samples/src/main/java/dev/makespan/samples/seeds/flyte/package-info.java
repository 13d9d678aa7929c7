/**
 * Nested and mixed parallelism: dynamics that split a list into chunks and start a workflow, or a
 * map task, for each.
 */
package dev.makespan.samples.seeds.flyte;
