/**
 * What a run tells about itself, as plain records: its events, its graph and its report.
 *
 * <p>Entry types: {@link dev.makespan.event.RunListener}, {@link dev.makespan.event.RunEvent},
 * {@link dev.makespan.event.RunGraph} and {@link dev.makespan.event.RunReport}. Imports nothing of
 * Makespan.
 *
 * <p>Where the JDK's Flight Recorder is there, recordings that run when a run starts get two events
 * of it: {@code dev.makespan.Run}, and {@code dev.makespan.TaskAttempt} for each attempt of a task,
 * a dynamic's body or an expression that took at least 1 ms. A recording may set another threshold
 * or turn them off: {@code recording.enable("dev.makespan.TaskAttempt").withoutThreshold()}.
 */
@NullMarked
package dev.makespan.event;

import org.jspecify.annotations.NullMarked;
