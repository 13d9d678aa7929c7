/**
 * What an engine provides, and what the generated code and the API ask of it.
 *
 * <p>Entry types: {@link dev.makespan.spi.Engine} and {@link dev.makespan.spi.RunScope}. May import
 * {@code dev.makespan.event}.
 */
@NullMarked
package dev.makespan.spi;

import org.jspecify.annotations.NullMarked;
