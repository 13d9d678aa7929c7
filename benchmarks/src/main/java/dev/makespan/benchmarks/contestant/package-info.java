/** The contestants, one class each. */
@NullMarked
package dev.makespan.benchmarks.contestant;

import org.jspecify.annotations.NullMarked;
