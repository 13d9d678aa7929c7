package dev.makespan.fingerprint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a class file. The code of its methods is only found, and decoded when it is asked for. */
final class ClassFileReader {
  private static final int MAGIC = 0xCAFEBABE;
  private static final Set<String> NODES = Set.of(
      "Ldev/makespan/Task;",
      "Ldev/makespan/MapTask;",
      "Ldev/makespan/Workflow;",
      "Ldev/makespan/Dynamic;");

  private final ByteBuffer file;
  private final ConstantPool pool;

  private ClassFileReader(ByteBuffer file) {
    this.file = file;
    if (file.getInt() != MAGIC) {
      throw new IllegalArgumentException("no class file");
    }
    file.getInt();
    this.pool = ConstantPool.read(file);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is none, or of a version with unknown parts
   */
  static ClassFile read(byte[] bytes) {
    return new ClassFileReader(ByteBuffer.wrap(bytes)).read();
  }

  private ClassFile read() {
    int access = unsigned();
    String name = pool.className(unsigned());
    String superclass = pool.className(unsigned());
    List<String> interfaces = classNames();
    Map<String, ClassFile.Field> fields = new LinkedHashMap<>();
    for (int left = unsigned(); left > 0; left--) {
      ClassFile.Field field = field();
      fields.put(field.name(), field);
    }
    Map<String, ClassFile.Method> methods = new LinkedHashMap<>();
    for (int left = unsigned(); left > 0; left--) {
      ClassFile.Method method = method();
      methods.put(method.name().concat(method.descriptor()), method);
    }
    boolean isNamed = (access & ClassFile.SYNTHETIC) == 0;
    int modifiers = access;
    String nestHost = name;
    List<String> nestMembers = List.of();
    List<String> permitted = List.of();
    List<ClassFile.Bootstrap> bootstraps = List.of();
    for (int left = unsigned(); left > 0; left--) {
      String attribute = pool.text(unsigned());
      int end = file.getInt() + file.position();
      switch (attribute) {
        case "EnclosingMethod" -> isNamed = false;
        case "NestHost" -> nestHost = pool.className(unsigned());
        case "NestMembers" -> nestMembers = classNames();
        case "PermittedSubclasses" -> permitted = classNames();
        case "BootstrapMethods" -> bootstraps = bootstraps();
        default -> {}
      }
      file.position(end);
    }
    return new ClassFile(
        modifiers,
        name,
        superclass,
        interfaces,
        isNamed,
        nestHost,
        nestMembers,
        permitted,
        fields,
        methods,
        bootstraps);
  }

  private ClassFile.Field field() {
    int access = unsigned();
    String name = pool.text(unsigned());
    String descriptor = pool.text(unsigned());
    Constant value = null;
    for (int left = unsigned(); left > 0; left--) {
      String attribute = pool.text(unsigned());
      int end = file.getInt() + file.position();
      if (attribute.equals("ConstantValue")) {
        value = pool.loadable(unsigned());
      }
      file.position(end);
    }
    return new ClassFile.Field(access, name, descriptor, value);
  }

  private ClassFile.Method method() {
    int access = unsigned();
    String name = pool.text(unsigned());
    String descriptor = pool.text(unsigned());
    String signature = "";
    boolean isNode = false;
    CodeReader code = null;
    for (int left = unsigned(); left > 0; left--) {
      String attribute = pool.text(unsigned());
      int end = file.getInt() + file.position();
      switch (attribute) {
        case "Code" -> code = new CodeReader(file, file.position(), pool);
        case "Signature" -> signature = pool.text(unsigned());
        case "RuntimeInvisibleAnnotations" -> isNode = hasNode();
        default -> {}
      }
      file.position(end);
    }
    return new ClassFile.Method(access, name, descriptor, signature, isNode, code);
  }

  private boolean hasNode() {
    boolean found = false;
    for (int left = unsigned(); left > 0; left--) {
      found |= NODES.contains(pool.text(unsigned()));
      skipValues();
    }
    return found;
  }

  /** The named values of an annotation. */
  private void skipValues() {
    for (int left = unsigned(); left > 0; left--) {
      unsigned();
      skipValue();
    }
  }

  private void skipValue() {
    switch (file.get()) {
      case 'e' -> file.getInt();
      case '@' -> {
        unsigned();
        skipValues();
      }
      case '[' -> {
        for (int left = unsigned(); left > 0; left--) {
          skipValue();
        }
      }
      default -> unsigned();
    }
  }

  private List<ClassFile.Bootstrap> bootstraps() {
    List<ClassFile.Bootstrap> all = new ArrayList<>();
    for (int left = unsigned(); left > 0; left--) {
      Constant.Handle method = pool.handle(unsigned());
      List<Constant> arguments = new ArrayList<>();
      for (int more = unsigned(); more > 0; more--) {
        arguments.add(pool.loadable(unsigned()));
      }
      all.add(new ClassFile.Bootstrap(method, arguments));
    }
    return all;
  }

  private List<String> classNames() {
    List<String> names = new ArrayList<>();
    for (int left = unsigned(); left > 0; left--) {
      names.add(pool.className(unsigned()));
    }
    return names;
  }

  private int unsigned() {
    return Short.toUnsignedInt(file.getShort());
  }
}
