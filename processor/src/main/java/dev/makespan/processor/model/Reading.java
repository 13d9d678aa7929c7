package dev.makespan.processor.model;

import dev.makespan.processor.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of reading a class.
 *
 * @param flow the class as a model; empty if no flow class can be named or made for it. A class
 *     with problems is there, marked as broken
 * @param whole whether that class has a twin for each annotated method
 * @param problems what is wrong in it, and warnings. No errors for a broken class only if the
 *     compiler itself rejects that class
 * @param deferred whether nothing is wrong but that it names types which don't exist yet, so that
 *     it should be read again in the next round. In the last round no flow can be made
 * @param asks whether that round must be asked for, since the members that may come in this one are
 *     no reason for another
 * @param unknown what is wrong if nobody makes those types; without what the compiler tells itself,
 *     whether or not a processor has errors: types in signatures, imports
 */
public record Reading(
    Optional<FlowClass> flow,
    boolean whole,
    List<Problem> problems,
    boolean deferred,
    boolean asks,
    List<Problem> unknown) {
  public Reading {
    Objects.requireNonNull(flow);
    problems = List.copyOf(problems);
    unknown = List.copyOf(unknown);
  }

  /** A reading that asks for nothing. */
  public Reading(
      Optional<FlowClass> flow,
      boolean whole,
      List<Problem> problems,
      boolean deferred,
      List<Problem> unknown) {
    this(flow, whole, problems, deferred, false, unknown);
  }
}
