/**
 * A differential fuzzer: random valid programs, compiled with the processor, run by the plain call,
 * the reference interpreter and the generated class, and compared.
 *
 * <p>Entry types: {@link dev.makespan.processor.fuzz.ProgramWriter} makes programs of choices by
 * {@link dev.makespan.processor.fuzz.Rules}, one for each feature of the language;
 * {@link dev.makespan.processor.fuzz.Judge} compares; {@link dev.makespan.processor.fuzz.Fuzzer}
 * does both for seeds.
 */
package dev.makespan.processor.fuzz;
