package dev.makespan.spi;

/** What an annotation makes of a method. */
public enum NodeKind {
  TASK,
  MAP_TASK,
  WORKFLOW,
  DYNAMIC
}
