/**
 * Random programs on a real engine, one thread at a time, on a virtual clock, all by one seed.
 *
 * <p>Entry type: {@link dev.makespan.internal.local.sim.Simulation}. Uses what generated code uses;
 * the engine comes in as a {@link dev.makespan.internal.local.sim.Subject}.
 */
package dev.makespan.internal.local.sim;
