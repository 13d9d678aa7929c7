/**
 * What a user wrote, as records without compiler trees. Entry type:
 * {@link dev.makespan.processor.model.FlowClass}. May import {@code problem}.
 */
package dev.makespan.processor.model;
