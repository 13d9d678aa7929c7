/** Tests of what a run tells about itself. */
package dev.makespan.event;
