/**
 * What a run tells about itself, as plain records: its events, its graph and its report.
 *
 * <p>Entry types: {@link dev.makespan.event.RunListener}, {@link dev.makespan.event.RunEvent},
 * {@link dev.makespan.event.RunGraph} and {@link dev.makespan.event.RunReport}. Imports nothing of
 * Makespan.
 *
 * <p>Where the JDK's Flight Recorder is there, two events of it tell of runs:
 * {@code dev.makespan.Run}, and {@code dev.makespan.TaskAttempt} for each attempt of a task, a
 * dynamic's body or an expression that took at least 1 ms. They are off until a recording that runs
 * when a run starts enables them, and then may set another threshold:
 *
 * <pre>{@code
 * recording.enable("dev.makespan.Run");
 * recording.enable("dev.makespan.TaskAttempt").withoutThreshold();
 * }</pre>
 */
@NullMarked
package dev.makespan.event;

import org.jspecify.annotations.NullMarked;
