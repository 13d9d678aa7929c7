package dev.makespan.processor.model;

/** What an annotation makes of a method. */
public enum NodeKind {
  TASK,
  MAP_TASK,
  WORKFLOW,
  DYNAMIC
}
