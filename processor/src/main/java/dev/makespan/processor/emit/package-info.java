/**
 * Writes flow classes. Entry type: {@link dev.makespan.processor.emit.FlowEmitter}. The only stage
 * that touches JavaPoet; may import {@code problem}, {@code model} and {@code graph}.
 */
package dev.makespan.processor.emit;
