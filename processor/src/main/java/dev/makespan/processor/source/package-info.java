/**
 * Reads the user's source into the model, and checks at the end that the compiler reads it alike.
 * Entry type: {@link dev.makespan.processor.source.SourceReader}. The only stage that touches
 * compiler trees; may import {@code problem} and {@code model}.
 */
package dev.makespan.processor.source;
