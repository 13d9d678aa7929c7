/**
 * Four independent analyses of one text, each as slow as a remote call: the plain call takes the
 * sum of their times, the flow the longest of them.
 */
package dev.makespan.samples.seeds.parallel;
