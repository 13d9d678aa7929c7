/**
 * Fingerprints of what methods do, computed from class files when they are asked for.
 *
 * <p>Class files are read rather than sources, since they hold what runs: names are resolved,
 * constants of other classes are inlined as far as they really were, and a class without annotated
 * methods has one too. What doesn't change the meaning is left out or given a name of its own:
 * lines, names of locals, the numbers of lambdas and anonymous classes, the order of members, the
 * forms that depend on the size of a class file.
 *
 * <p>The stages: {@code ClassFile} is what a file says; {@code Code} its instructions;
 * {@code Initializers} the part of a static initialiser or constructor that belongs to one field;
 * {@code Dispatch} what a call may reach; {@code Walk} writes what a method reaches as text, which
 * is hashed. Entry type: {@link dev.makespan.fingerprint.Fingerprints}, public for
 * {@code dev.makespan.support} only. Imports none of the other packages.
 */
@NullMarked
package dev.makespan.fingerprint;

import org.jspecify.annotations.NullMarked;
