/**
 * Text files analysed side by side: per file one extraction, four independent analyses and a
 * report, then a summary over all files.
 *
 * <p>{@link dev.makespan.samples.documents.Documents} is the wiring, and all that knows about
 * Makespan; {@link dev.makespan.samples.documents.Main} runs it. Everything else is plain
 * sequential Java.
 */
package dev.makespan.samples.documents;
