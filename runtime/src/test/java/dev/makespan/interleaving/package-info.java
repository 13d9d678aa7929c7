/**
 * Checks what threads share, in many interleavings, with Lincheck; and checks that a bug there
 * would be found.
 */
package dev.makespan.interleaving;
