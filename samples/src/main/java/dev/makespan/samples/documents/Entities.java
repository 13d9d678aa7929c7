package dev.makespan.samples.documents;

import java.util.List;

/**
 * The names, places, dates, sums and numbers of a text, each kind from the most frequent one down.
 */
record Entities(List<Entity> all) {

  /** What an entity seems to be. */
  enum Kind {
    NAME,
    PLACE,
    DATE,
    MONEY,
    NUMBER
  }

  /** An entity as written, and how often it occurs. */
  record Entity(Kind kind, String text, int count) {}

  List<Entity> of(Kind kind) {
    return all.stream().filter(entity -> entity.kind() == kind).toList();
  }
}
