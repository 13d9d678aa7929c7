/** What needs a JVM of its own for each measurement: small heaps, and cold starts. */
@NullMarked
package dev.makespan.benchmarks.fork;

import org.jspecify.annotations.NullMarked;
