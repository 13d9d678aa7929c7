package dev.makespan.processor.mutation;

/**
 * What is wrong with what was told of a program.
 *
 * @param oracle which promise isn't kept
 */
record Finding(Oracle oracle, String text) {
  enum Oracle {
    /** The processor never throws. */
    CRASH,
    /**
     * No error is located in a generated file, unless the compiler rejects the file that it is of.
     */
    GENERATED,
    /** Every error of the processor lies inside what a change reaches. */
    PLACE,
    /** What the compiler rejects keeps the compiler's errors. */
    LOST,
    /** The compiler tells nothing more than without the processor. */
    MORE,
    /** What the language refuses is told with one of its codes. */
    ACCEPTED,
    /** What doesn't compile has an error. */
    SILENT,
    /** Nothing is told twice. */
    TWICE,
    /** The same is told for any order of files. */
    ORDER
  }

  /** What two programs have in common that show the same fault. */
  String kind() {
    return oracle + " "
        + text.replaceAll("@?\\d+|d[a-z0-9]{3}\\b", "").lines().findFirst().orElse("");
  }

  @Override
  public String toString() {
    return oracle + ": " + text;
  }
}
