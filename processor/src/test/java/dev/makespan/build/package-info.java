/**
 * Rules over the source text of all modules, so that packages keep importing in one direction.
 *
 * <p>Entry: {@link dev.makespan.build.ImportRules}. Imports nothing of Makespan.
 */
package dev.makespan.build;
