/**
 * The three ways of a pipeline service to run things side by side: parts between a first and a last
 * task, a pool of two workers over pairs of arguments, and one pipeline several times with other
 * parameters.
 */
package dev.makespan.samples.seeds.fanout;
