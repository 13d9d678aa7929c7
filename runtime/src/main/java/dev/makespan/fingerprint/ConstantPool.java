package dev.makespan.fingerprint;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The constant pool of a class file; entries are decoded when they are asked for. */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int DYNAMIC = 17;
  private static final int INVOKE_DYNAMIC = 18;
  private static final int MODULE = 19;
  private static final int PACKAGE = 20;

  private final ByteBuffer file;

  /** Where each entry's tag stands. */
  private final int[] places;

  private final @Nullable String[] texts;

  private ConstantPool(ByteBuffer file, int[] places) {
    this.file = file;
    this.places = places;
    this.texts = new @Nullable String[places.length];
  }

  /** Reads the pool; the buffer stands at its size, and then behind it. */
  static ConstantPool read(ByteBuffer file) {
    int[] places = new int[Short.toUnsignedInt(file.getShort())];
    for (int i = 1; i < places.length; i++) {
      places[i] = file.position();
      int tag = file.get();
      int size = switch (tag) {
        case UTF8 -> Short.toUnsignedInt(file.getShort());
        case INTEGER, FLOAT, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE -> 4;
        case DYNAMIC, INVOKE_DYNAMIC -> 4;
        case LONG, DOUBLE -> 8;
        case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> 2;
        case HANDLE -> 3;
        default -> throw new IllegalArgumentException("unknown constant " + tag);
      };
      file.position(file.position() + size);
      if (tag == LONG || tag == DOUBLE) {
        i++;
      }
    }
    return new ConstantPool(file, places);
  }

  /** The text of an entry that is a name, a descriptor or the like. */
  String text(int index) {
    String known = texts[index];
    if (known != null) {
      return known;
    }
    int start = places[index] + 1;
    int length = 2 + unsigned(start);
    byte[] encoded = new byte[length];
    file.get(start, encoded);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded))) {
      String text = in.readUTF();
      texts[index] = text;
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a class; empty for the entry 0, which stands for none. */
  String className(int index) {
    return index == 0 ? "" : text(unsigned(places[index] + 1));
  }

  /** A name and the descriptor beside it. */
  Constant.Member nameAndType(String owner, int index) {
    int at = places[index] + 1;
    return new Constant.Member(owner, text(unsigned(at)), text(unsigned(at + 2)));
  }

  /** A field or a method. */
  Constant.Member member(int index) {
    int at = places[index] + 1;
    return nameAndType(className(unsigned(at)), unsigned(at + 2));
  }

  /** What a bootstrap method makes. */
  Constant.Dynamic dynamic(int index) {
    int at = places[index] + 1;
    Constant.Member what = nameAndType("", unsigned(at + 2));
    return new Constant.Dynamic(unsigned(at), what.name(), what.descriptor());
  }

  /** A method handle. */
  Constant.Handle handle(int index) {
    int at = places[index] + 1;
    return new Constant.Handle(file.get(at), member(unsigned(at + 1)));
  }

  /** An entry that code or a bootstrap method can load. */
  Constant loadable(int index) {
    int at = places[index] + 1;
    int tag = file.get(places[index]);
    return switch (tag) {
      case INTEGER -> new Constant.Numeral("int " + file.getInt(at), 1);
      case FLOAT -> new Constant.Numeral("float " + file.getInt(at), 1);
      case LONG -> new Constant.Numeral("long " + file.getLong(at), 2);
      case DOUBLE -> new Constant.Numeral("double " + file.getLong(at), 2);
      case CLASS -> new Constant.Type(className(index));
      case STRING -> new Constant.Text(text(unsigned(at)));
      case METHOD_TYPE -> new Constant.MethodType(text(unsigned(at)));
      case HANDLE -> handle(index);
      case DYNAMIC -> dynamic(index);
      default -> throw new IllegalArgumentException("constant " + tag + " can't be loaded");
    };
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }
}
