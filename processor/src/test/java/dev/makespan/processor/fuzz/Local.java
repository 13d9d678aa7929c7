package dev.makespan.processor.fuzz;

/**
 * A value that a body can name.
 *
 * @param isStep whether it is a local of the same body, after which another one may be ordered
 */
record Local(String name, JavaType type, boolean isStep) {}
