/** Merge sort by a dynamic that calls itself until what is left is small. */
package dev.makespan.samples.seeds.mergesort;
