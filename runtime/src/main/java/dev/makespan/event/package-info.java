/**
 * What a run tells about itself, as plain records: its events, its graph and its report.
 *
 * <p>Entry types: {@link dev.makespan.event.RunListener}, {@link dev.makespan.event.RunEvent},
 * {@link dev.makespan.event.RunGraph} and {@link dev.makespan.event.RunReport}. Imports nothing of
 * Makespan.
 */
@NullMarked
package dev.makespan.event;

import org.jspecify.annotations.NullMarked;
