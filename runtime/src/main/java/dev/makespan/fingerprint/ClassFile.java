package dev.makespan.fingerprint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says, as far as it matters here.
 *
 * @param name the internal name, such as {@code demo/Orders$Line}
 * @param superclass the internal name; empty for {@code Object}
 * @param isNamed whether it has a name in the source that others can use: it isn't anonymous, local
 *     or made by the compiler
 * @param nestHost the class that lists the nest's members: itself, or the outermost one
 * @param nestMembers the classes inside it, if it is the host
 * @param permitted the classes that a sealed class permits
 * @param fields by name
 * @param methods by name and descriptor, such as {@code size()I}
 * @param bootstraps the bootstrap methods with their arguments
 */
record ClassFile(
    int access,
    String name,
    String superclass,
    List<String> interfaces,
    boolean isNamed,
    String nestHost,
    List<String> nestMembers,
    List<String> permitted,
    Map<String, Field> fields,
    Map<String, Method> methods,
    List<Bootstrap> bootstraps) {
  static final int PRIVATE = 0x2;
  static final int STATIC = 0x8;
  static final int BRIDGE = 0x40;
  static final int INTERFACE = 0x200;
  static final int ABSTRACT = 0x400;
  static final int SYNTHETIC = 0x1000;
  static final int ENUM = 0x4000;

  /** A field, with the value of a constant, else null. */
  record Field(
      int access, String name, String descriptor, @Nullable Constant value) {
    boolean isStatic() {
      return (access & STATIC) != 0;
    }

    boolean isSynthetic() {
      return (access & SYNTHETIC) != 0;
    }

    boolean isEnumConstant() {
      return (access & ENUM) != 0;
    }
  }

  /**
   * A method.
   *
   * @param signature its generic type; empty if it has none
   * @param isNode whether it is one of the annotated methods that flows have
   * @param code null for an abstract or native one
   */
  record Method(
      int access,
      String name,
      String descriptor,
      String signature,
      boolean isNode,
      @Nullable CodeReader code) {
    static final String CONSTRUCTOR = "<init>";
    static final String STATIC_INITIALIZER = "<clinit>";

    boolean isStatic() {
      return (access & STATIC) != 0;
    }

    /** Whether the compiler made it and chose its name, as it does for lambdas. */
    boolean isSynthetic() {
      return (access & SYNTHETIC) != 0 && (access & BRIDGE) == 0;
    }

    /** Whether it can be called by code that knows a supertype only. */
    boolean isOverriding() {
      return (access & (STATIC | PRIVATE | ABSTRACT | SYNTHETIC)) == 0 && !name.startsWith("<");
    }
  }

  /** A bootstrap method and its arguments. */
  record Bootstrap(Constant.Handle method, List<Constant> arguments) {}

  boolean isInterface() {
    return (access & INTERFACE) != 0;
  }

  boolean isEnum() {
    return (access & ENUM) != 0;
  }

  @Nullable Field field(String fieldName) {
    return fields.get(fieldName);
  }

  @Nullable Method method(String methodName, String descriptor) {
    return methods.get(methodName.concat(descriptor));
  }

  /** The code of the static initialiser; null if there is none. */
  @Nullable Code staticInitializer() {
    Method method = method(Method.STATIC_INITIALIZER, "()V");
    return method == null || method.code() == null ? null : method.code().read();
  }
}
