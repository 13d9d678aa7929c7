/**
 * What Makespan costs, beside other ways to run the same methods: contestants, workloads, and
 * {@link dev.makespan.benchmarks.Turns}, which lets them take turns in one JVM.
 */
@NullMarked
package dev.makespan.benchmarks;

import org.jspecify.annotations.NullMarked;
