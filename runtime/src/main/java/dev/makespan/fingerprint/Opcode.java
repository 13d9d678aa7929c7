package dev.makespan.fingerprint;

/** The opcodes that are asked for by name, and what each does to the height of the stack. */
final class Opcode {
  static final int ACONST_NULL = 1;
  static final int ICONST_M1 = 2;
  static final int ICONST_0 = 3;
  static final int ICONST_5 = 8;
  static final int BIPUSH = 16;
  static final int SIPUSH = 17;
  static final int LDC = 18;
  static final int LDC2_W = 20;
  static final int ILOAD = 21;
  static final int ALOAD = 25;
  static final int ILOAD_0 = 26;
  static final int IALOAD = 46;
  static final int ISTORE = 54;
  static final int ASTORE = 58;
  static final int ISTORE_0 = 59;
  static final int IASTORE = 79;
  static final int POP = 87;
  static final int DUP = 89;
  static final int IINC = 132;
  static final int IFEQ = 153;
  static final int GOTO = 167;
  static final int JSR = 168;
  static final int RET = 169;
  static final int TABLESWITCH = 170;
  static final int LOOKUPSWITCH = 171;
  static final int IRETURN = 172;
  static final int ARETURN = 176;
  static final int RETURN = 177;
  static final int GETSTATIC = 178;
  static final int PUTSTATIC = 179;
  static final int GETFIELD = 180;
  static final int PUTFIELD = 181;
  static final int INVOKEVIRTUAL = 182;
  static final int INVOKESPECIAL = 183;
  static final int INVOKESTATIC = 184;
  static final int INVOKEINTERFACE = 185;
  static final int INVOKEDYNAMIC = 186;
  static final int NEW = 187;
  static final int NEWARRAY = 188;
  static final int ANEWARRAY = 189;
  static final int ATHROW = 191;
  static final int CHECKCAST = 192;
  static final int INSTANCEOF = 193;
  static final int WIDE = 196;
  static final int MULTIANEWARRAY = 197;
  static final int IFNULL = 198;
  static final int IFNONNULL = 199;
  static final int GOTO_W = 200;

  /**
   * What each opcode up to {@link #RETURN} does to the height of the stack, ten a line: {@code e}
   * for nothing, {@code d} for one slot less, {@code f} for one more, and so on.
   */
  private static final String CHANGES = "effffffffg"
      + "gfffggffff"
      + "gfgfgfffff"
      + "ggggffffgg"
      + "ggffffdede"
      + "dddddcdcdd"
      + "dddccccddd"
      + "dccccddddb"
      + "ababbbbdcf"
      + "ffgggedcdc"
      + "dcdcdcdcdc"
      + "dcdcdceeee"
      + "dddddddcdc"
      + "dcefefddee"
      + "ffdedeeebd"
      + "dbbddddddc"
      + "ccccccceee"
      + "dddcdcde";

  private static final int ARRAYLENGTH = 190;

  private Opcode() {}

  /** By how many slots an instruction changes the height of the stack. */
  static int change(Instruction instruction) {
    if (instruction instanceof Instruction.Load load) {
      return slots(load.constant());
    }
    if (instruction instanceof Instruction.Access access) {
      int value = Descriptors.slots(access.field().descriptor());
      return switch (access.opcode()) {
        case GETSTATIC -> value;
        case PUTSTATIC -> -value;
        case GETFIELD -> value - 1;
        default -> -value - 1;
      };
    }
    if (instruction instanceof Instruction.Invoke invoke) {
      int receiver = invoke.opcode() == INVOKESTATIC ? 0 : 1;
      return call(invoke.method().descriptor()) - receiver;
    }
    if (instruction instanceof Instruction.InvokeDynamic dynamic) {
      return call(dynamic.site().descriptor());
    }
    if (instruction instanceof Instruction.TypeUse use && use.opcode() == MULTIANEWARRAY) {
      return 1 - use.dimensions();
    }
    return simple(instruction.opcode());
  }

  private static int simple(int opcode) {
    if (opcode <= RETURN) {
      return CHANGES.charAt(opcode) - 'e';
    }
    return switch (opcode) {
      case NEW -> 1;
      case NEWARRAY, ANEWARRAY, ARRAYLENGTH, CHECKCAST, INSTANCEOF -> 0;
      default -> -1;
    };
  }

  private static int call(String descriptor) {
    int change = Descriptors.slots(Descriptors.result(descriptor));
    for (String parameter : Descriptors.parameters(descriptor)) {
      change -= Descriptors.slots(parameter);
    }
    return change;
  }

  private static int slots(Constant constant) {
    if (constant instanceof Constant.Numeral number) {
      return number.slots();
    }
    return constant instanceof Constant.Dynamic dynamic
        ? Descriptors.slots(dynamic.descriptor())
        : 1;
  }

  /** Whether the next instruction is reached by jumps only. */
  static boolean isEnd(int opcode) {
    return opcode == GOTO
        || opcode == ATHROW
        || opcode == TABLESWITCH
        || (opcode >= IRETURN && opcode <= RETURN);
  }
}
