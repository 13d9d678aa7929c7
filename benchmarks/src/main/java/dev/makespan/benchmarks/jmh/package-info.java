/** The first workloads for JMH, for those who want its own figures. */
@NullMarked
package dev.makespan.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
