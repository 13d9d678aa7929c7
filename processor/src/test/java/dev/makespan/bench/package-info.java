/**
 * Measures what the processor costs at compile time. Nothing here runs in the build. Entry type:
 * {@link dev.makespan.bench.CompileTime}.
 */
package dev.makespan.bench;
