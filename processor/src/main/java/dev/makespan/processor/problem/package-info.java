/**
 * What can be wrong in a user's source: codes, messages, cures and places. Entry type:
 * {@link dev.makespan.processor.problem.Problem}. Imports no other stage.
 */
package dev.makespan.processor.problem;
