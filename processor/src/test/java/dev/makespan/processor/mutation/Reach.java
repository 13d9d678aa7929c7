package dev.makespan.processor.mutation;

import java.util.Set;

/**
 * Where errors of the processor may be told because of a change.
 *
 * <ul>
 *   <li>{@code BODY}: the text of a method's body changes. Errors lie inside that method. Only a
 *       cycle may be told in another one, if its path names the member.
 *   <li>{@code SIGNATURE}: a member's modifiers, annotations, types, name, parameters or constant
 *       value change, or the member is new or gone. Errors lie in it, or in members that mention
 *       its name.
 *   <li>{@code PROGRAM}: what belongs to no member changes, such as an import or the head of a
 *       class. Errors lie anywhere.
 *   <li>{@code NOTHING}: the program means what it meant. There are no errors at all.
 * </ul>
 *
 * @param member the range of the changed member
 * @param names the names under which others may mention it
 */
record Reach(Kind kind, Range member, Set<String> names) {
  enum Kind {
    NOTHING,
    BODY,
    SIGNATURE,
    PROGRAM
  }

  /** A part of a text, from an offset to before another one. */
  record Range(int start, int end) {
    boolean holds(long position) {
      return start <= position && position < end;
    }
  }

  static Reach program() {
    return new Reach(Kind.PROGRAM, new Range(0, 0), Set.of());
  }

  static Reach nothing() {
    return new Reach(Kind.NOTHING, new Range(0, 0), Set.of());
  }
}
