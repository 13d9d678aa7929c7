/**
 * What generated code calls. Public for that reason only: nothing here is meant to be called by
 * hand.
 *
 * <p>Here is decided what starts when, which failure wins and when a body ends; the engine below
 * only executes calls. Entry types: {@link dev.makespan.support.Caller} for the twins,
 * {@link dev.makespan.support.Body} for the wiring. May import {@code dev.makespan},
 * {@code dev.makespan.spi}, {@code dev.makespan.event} and {@code dev.makespan.fingerprint}.
 */
@NullMarked
package dev.makespan.support;

import org.jspecify.annotations.NullMarked;
