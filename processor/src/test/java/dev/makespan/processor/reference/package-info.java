/**
 * The reference interpreter: the rules of workflow bodies as an executable specification, and the
 * comparison of plain call, interpreter and generated class.
 *
 * <p>Entry types: {@link dev.makespan.processor.reference.ThreeWays} for tests,
 * {@link dev.makespan.processor.reference.Rules} and
 * {@link dev.makespan.processor.reference.Interpreter} for readers. Of the runtime it uses the API
 * and what a future is, nothing that executes.
 */
package dev.makespan.processor.reference;
