package dev.makespan.processor.fuzz;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One feature of the body language: it adds statements to a body.
 *
 * @param weight how often it is chosen, among the others
 * @param fits whether it can be used there
 */
record Rule(String name, int weight, Predicate<BodyWriter> fits, Consumer<BodyWriter> code) {
  Rule(String name, int weight, Consumer<BodyWriter> code) {
    this(name, weight, body -> true, code);
  }
}
