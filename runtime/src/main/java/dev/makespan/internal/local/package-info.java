/**
 * The engine that runs in this JVM: threads, slots, timers.
 *
 * <p>Entry type: {@code LocalEngine}, made by {@code LocalEngineProvider}. May import the rings
 * before it; nobody imports it.
 */
@NullMarked
package dev.makespan.internal.local;

import org.jspecify.annotations.NullMarked;
