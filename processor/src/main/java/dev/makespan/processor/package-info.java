/**
 * The annotation processor: a small compiler from annotated classes to flow classes. Its stages are
 * the packages below this one, each of which imports only what stands before it: {@code problem},
 * {@code model}, {@code source}, {@code graph}, {@code check}, {@code emit}. Entry type:
 * {@link dev.makespan.processor.MakespanProcessor}.
 */
package dev.makespan.processor;
