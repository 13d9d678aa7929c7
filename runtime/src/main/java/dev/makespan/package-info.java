/**
 * What users of Makespan write against: the annotations, {@link dev.makespan.Makespan},
 * {@link dev.makespan.Runner} and {@link dev.makespan.Run}.
 *
 * <p>May import {@code dev.makespan.event} and {@code dev.makespan.spi}.
 */
@NullMarked
package dev.makespan;

import org.jspecify.annotations.NullMarked;
