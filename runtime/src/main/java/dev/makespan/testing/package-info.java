/**
 * Help for tests of code that uses Makespan. It needs no test framework: what fails throws an
 * {@link AssertionError}.
 *
 * <p>Entry type: {@link dev.makespan.testing.Equivalence}. May import the rings before it.
 */
@NullMarked
package dev.makespan.testing;

import org.jspecify.annotations.NullMarked;
