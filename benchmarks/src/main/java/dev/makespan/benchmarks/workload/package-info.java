/**
 * The methods that all contestants call: plain, annotated, and written without regard to any of
 * them.
 */
@NullMarked
package dev.makespan.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
