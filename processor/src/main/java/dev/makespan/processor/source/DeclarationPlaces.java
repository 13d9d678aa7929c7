package dev.makespan.processor.source;

import dev.makespan.processor.problem.Place;

/** Where the parts of an annotated method's declaration are told. */
interface DeclarationPlaces {
  /** The method's name. */
  Place name();

  /** The type that it returns. */
  Place returned();

  /** The type of a parameter. */
  Place parameter(int index);

  /** The annotation. */
  Place annotation();

  /** The value of an option of the annotation. */
  Place option(String name);

  /** One of the values of an option. */
  Place option(String name, int index);
}
