/**
 * Writes flow classes. Entry type: {@link dev.makespan.processor.emit.FlowEmitter}. The only stage
 * that touches JavaPoet; may import {@code problem}, {@code model}, {@code graph} and
 * {@code check}.
 */
package dev.makespan.processor.emit;
