package dev.makespan.fingerprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The static initialiser of a class, which holds the initialisers of all its static fields: tells
 * the part that one field's value depends on.
 *
 * <p>A statement that does nothing but set one field belongs to that field. Any other, such as a
 * loop of a static block, belongs to the fields that it names, with the statements that set its
 * locals; and to all fields where that doesn't show: it names none, or calls a method of the class.
 */
final class StaticInitializer {
  private final String owner;
  private final String nest;
  private final List<Statement> statements = new ArrayList<>();

  StaticInitializer(ClassFile type) {
    this.owner = type.name();
    this.nest = type.nestHost();
    Code code = type.staticInitializer();
    if (code != null) {
      for (Code each : Segments.of(code)) {
        add(each);
      }
    }
  }

  /** Statements that belong together, and to which fields. */
  private static final class Group {
    final Set<String> fields = new HashSet<>();
    boolean callsOwn;

    boolean isOf(String field) {
      return fields.contains(field) || fields.isEmpty() || callsOwn;
    }

    void addAll(Group other) {
      fields.addAll(other.fields);
      callsOwn |= other.callsOwn;
    }
  }

  private static final class Statement {
    final Code code;
    final LocalUse locals;
    Group group = new Group();

    /** Whether it does nothing but set one field. */
    boolean isPlain;

    Statement(Code code) {
      this.code = code;
      this.locals = LocalUse.of(code);
    }
  }

  private void add(Code code) {
    if (code.size() == 1 && code.instructions().get(0).opcode() == Opcode.RETURN) {
      return;
    }
    Statement statement = new Statement(code);
    int stores = 0;
    for (Instruction each : code.instructions()) {
      if (each instanceof Instruction.Access access && isOwn(access)) {
        stores += access.opcode() == Opcode.PUTSTATIC ? 1 : 0;
        statement.group.fields.add(access.field().name());
      }
      statement.group.callsOwn |= each instanceof Instruction.InvokeDynamic
          || (each instanceof Instruction.Invoke invoke && isOwn(invoke));
    }
    Instruction last = code.instructions().get(code.size() - 1);
    if (stores == 1
        && last instanceof Instruction.Access access
        && access.opcode() == Opcode.PUTSTATIC
        && isOwn(access)
        && statement.locals.readBefore().isEmpty()) {
      statement.isPlain = true;
      statement.group = new Group();
      statement.group.fields.add(access.field().name());
    } else {
      join(statement);
    }
    statements.add(statement);
  }

  /** A statement that reads a local belongs to the one that has set it, or those that may have. */
  private void join(Statement statement) {
    for (int slot : statement.locals.readBefore()) {
      boolean isSet = false;
      for (int i = statements.size() - 1; i >= 0 && !isSet; i--) {
        Statement earlier = statements.get(i);
        if (!earlier.isPlain && earlier.locals.written().contains(slot)) {
          merge(earlier.group, statement.group);
          isSet = earlier.locals.isStraight();
        }
      }
    }
  }

  private void merge(Group old, Group by) {
    if (old != by) {
      by.addAll(old);
      for (Statement each : statements) {
        if (each.group == old) {
          each.group = by;
        }
      }
    }
  }

  private boolean isOwn(Instruction.Access access) {
    return access.opcode() <= Opcode.PUTSTATIC && access.field().owner().equals(owner);
  }

  private boolean isOwn(Instruction.Invoke invoke) {
    String called = invoke.method().owner();
    return called.equals(nest) || called.startsWith(nest + "$");
  }

  /** The statements that a field's value depends on, as they follow each other. */
  List<Code> of(String field) {
    List<Code> found = new ArrayList<>();
    for (Statement each : statements) {
      if (each.group.isOf(field)) {
        found.add(each.code);
      }
    }
    return found;
  }
}
