/** A program that runs a mix of workflows for long and looks at the heap and the threads. */
@NullMarked
package dev.makespan.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
