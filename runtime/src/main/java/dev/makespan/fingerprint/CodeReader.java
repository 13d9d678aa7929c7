package dev.makespan.fingerprint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The code of a method in its class file, decoded on demand. */
final class CodeReader {
  /** How far apart the forms of one instruction for the locals 0 to 3 stand. */
  private static final int SHORT_FORMS = 4;

  private final ByteBuffer file;
  private final int place;
  private final ConstantPool pool;
  private @Nullable Code decoded;

  /** The code whose attribute has its content at a place of the file. */
  CodeReader(ByteBuffer file, int place, ConstantPool pool) {
    this.file = file;
    this.place = place;
    this.pool = pool;
  }

  /** Decodes it. */
  Code read() {
    Code known = decoded;
    if (known == null) {
      known = decode();
      decoded = known;
    }
    return known;
  }

  private Code decode() {
    ByteBuffer in = file.duplicate().position(place);
    in.getInt();
    int length = in.getInt();
    int start = in.position();
    int[] indices = new int[length + 1];
    List<Integer> offsets = new ArrayList<>();
    while (in.position() < start + length) {
      int offset = in.position() - start;
      indices[offset] = offsets.size();
      offsets.add(offset);
      skip(in, offset);
    }
    indices[length] = offsets.size();
    List<Instruction> instructions = new ArrayList<>();
    for (int offset : offsets) {
      in.position(start + offset);
      instructions.add(new At(in, offset, indices).instruction());
    }
    in.position(start + length);
    return new Code(instructions, handlers(in, indices));
  }

  private List<Code.Handler> handlers(ByteBuffer in, int[] indices) {
    List<Code.Handler> handlers = new ArrayList<>();
    for (int left = unsigned(in); left > 0; left--) {
      int from = indices[unsigned(in)];
      int to = indices[unsigned(in)];
      int target = indices[unsigned(in)];
      handlers.add(new Code.Handler(from, to, target, pool.className(unsigned(in))));
    }
    return handlers;
  }

  private static int unsigned(ByteBuffer in) {
    return Short.toUnsignedInt(in.getShort());
  }

  private static void skip(ByteBuffer in, int offset) {
    int opcode = Byte.toUnsignedInt(in.get());
    int operands = switch (opcode) {
      case Opcode.BIPUSH, Opcode.LDC, Opcode.NEWARRAY, Opcode.RET -> 1;
      case Opcode.SIPUSH, Opcode.LDC + 1, Opcode.LDC2_W, Opcode.IINC -> 2;
      case Opcode.IFNULL, Opcode.IFNONNULL, Opcode.NEW -> 2;
      case Opcode.ANEWARRAY, Opcode.CHECKCAST, Opcode.INSTANCEOF -> 2;
      case Opcode.INVOKEINTERFACE, Opcode.INVOKEDYNAMIC, Opcode.GOTO_W, Opcode.GOTO_W + 1 -> 4;
      case Opcode.MULTIANEWARRAY -> 3;
      case Opcode.WIDE -> in.get(in.position()) == (byte) Opcode.IINC ? 5 : 3;
      case Opcode.TABLESWITCH, Opcode.LOOKUPSWITCH -> switchSize(in, opcode, offset);
      default -> {
        boolean local = (opcode >= Opcode.ILOAD && opcode <= Opcode.ALOAD)
            || (opcode >= Opcode.ISTORE && opcode <= Opcode.ASTORE);
        boolean wide = (opcode >= Opcode.IFEQ && opcode <= Opcode.JSR)
            || (opcode >= Opcode.GETSTATIC && opcode <= Opcode.INVOKESTATIC);
        yield local ? 1 : wide ? 2 : 0;
      }
    };
    in.position(in.position() + operands);
  }

  private static int padding(int offset) {
    return 3 - offset % 4;
  }

  private static int switchSize(ByteBuffer in, int opcode, int offset) {
    int at = in.position() + padding(offset);
    int size = opcode == Opcode.TABLESWITCH
        ? 12 + 4 * (in.getInt(at + 8) - in.getInt(at + 4) + 1)
        : 8 + 8 * in.getInt(at + 4);
    return padding(offset) + size;
  }

  /** One instruction. */
  private final class At {
    private final ByteBuffer in;
    private final int offset;
    private final int[] indices;

    At(ByteBuffer in, int offset, int[] indices) {
      this.in = in;
      this.offset = offset;
      this.indices = indices;
    }

    Instruction instruction() {
      int opcode = Byte.toUnsignedInt(in.get());
      return switch (opcode) {
        case Opcode.BIPUSH, Opcode.NEWARRAY -> new Instruction.Immediate(opcode, in.get());
        case Opcode.SIPUSH -> new Instruction.Immediate(opcode, in.getShort());
        case Opcode.LDC -> load(Byte.toUnsignedInt(in.get()));
        case Opcode.LDC + 1, Opcode.LDC2_W -> load(unsigned(in));
        case Opcode.IINC ->
          new Instruction.Increment(opcode, Byte.toUnsignedInt(in.get()), in.get());
        case Opcode.GETSTATIC, Opcode.PUTSTATIC, Opcode.GETFIELD, Opcode.PUTFIELD ->
          new Instruction.Access(opcode, pool.member(unsigned(in)));
        case Opcode.INVOKEVIRTUAL,
            Opcode.INVOKESPECIAL,
            Opcode.INVOKESTATIC,
            Opcode.INVOKEINTERFACE -> new Instruction.Invoke(opcode, pool.member(unsigned(in)));
        case Opcode.INVOKEDYNAMIC ->
          new Instruction.InvokeDynamic(opcode, pool.dynamic(unsigned(in)));
        case Opcode.NEW, Opcode.ANEWARRAY, Opcode.CHECKCAST, Opcode.INSTANCEOF ->
          new Instruction.TypeUse(opcode, pool.className(unsigned(in)), 1);
        case Opcode.MULTIANEWARRAY ->
          new Instruction.TypeUse(opcode, pool.className(unsigned(in)), in.get());
        case Opcode.WIDE -> wide();
        case Opcode.GOTO_W -> new Instruction.Jump(Opcode.GOTO, indices[offset + in.getInt()]);
        case Opcode.TABLESWITCH -> table();
        case Opcode.LOOKUPSWITCH -> lookup();
        default -> other(opcode);
      };
    }

    private Instruction other(int opcode) {
      if ((opcode >= Opcode.IFEQ && opcode <= Opcode.GOTO)
          || opcode == Opcode.IFNULL
          || opcode == Opcode.IFNONNULL) {
        return new Instruction.Jump(opcode, indices[offset + in.getShort()]);
      }
      if ((opcode >= Opcode.ILOAD && opcode <= Opcode.ALOAD)
          || (opcode >= Opcode.ISTORE && opcode <= Opcode.ASTORE)) {
        return new Instruction.Local(opcode, Byte.toUnsignedInt(in.get()));
      }
      if (opcode >= Opcode.ILOAD_0 && opcode < Opcode.IALOAD) {
        return shortForm(opcode - Opcode.ILOAD_0, Opcode.ILOAD);
      }
      if (opcode >= Opcode.ISTORE_0 && opcode < Opcode.IASTORE) {
        return shortForm(opcode - Opcode.ISTORE_0, Opcode.ISTORE);
      }
      return new Instruction.Plain(opcode);
    }

    private static Instruction shortForm(int number, int first) {
      return new Instruction.Local(first + number / SHORT_FORMS, number % SHORT_FORMS);
    }

    private Instruction load(int index) {
      return new Instruction.Load(Opcode.LDC, pool.loadable(index));
    }

    private Instruction wide() {
      int opcode = Byte.toUnsignedInt(in.get());
      int slot = unsigned(in);
      return opcode == Opcode.IINC
          ? new Instruction.Increment(opcode, slot, in.getShort())
          : new Instruction.Local(opcode, slot);
    }

    private Instruction table() {
      in.position(in.position() + padding(offset));
      int otherwise = target();
      int low = in.getInt();
      int high = in.getInt();
      SortedMap<String, Integer> targets = new TreeMap<>();
      for (int i = 0; i <= high - low; i++) {
        put(targets, low + i, target(), otherwise);
      }
      return new Instruction.Switch(Opcode.TABLESWITCH, targets, otherwise);
    }

    private Instruction lookup() {
      in.position(in.position() + padding(offset));
      int otherwise = target();
      SortedMap<String, Integer> targets = new TreeMap<>();
      for (int left = in.getInt(); left > 0; left--) {
        int key = in.getInt();
        put(targets, key, target(), otherwise);
      }
      return new Instruction.Switch(Opcode.TABLESWITCH, targets, otherwise);
    }

    private int target() {
      return indices[offset + in.getInt()];
    }

    private static void put(
        SortedMap<String, Integer> targets, int key, int target, int otherwise) {
      if (target != otherwise) {
        targets.put(String.valueOf(key), target);
      }
    }
  }
}
