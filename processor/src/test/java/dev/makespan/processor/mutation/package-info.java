/**
 * A fuzzer of invalid programs: seeded changes to the text of valid ones, which the compiler reads
 * without the processor and with it. Entry types:
 * {@link dev.makespan.processor.mutation.MutationFuzzer} and, for many seeds,
 * {@link dev.makespan.processor.mutation.MutationCampaign}.
 */
package dev.makespan.processor.mutation;
