package dev.makespan.fingerprint;

/** An entry of a class file's constant pool, with its own references resolved. */
sealed interface Constant {
  /** A number with its type, such as {@code int 5}; floating-point ones by their bits. */
  record Numeral(String text, int slots) implements Constant {}

  /** A string. */
  record Text(String value) implements Constant {}

  /** A class by its internal name, or an array by its descriptor. */
  record Type(String name) implements Constant {}

  /** The type of a method. */
  record MethodType(String descriptor) implements Constant {}

  /** A field, if the descriptor is a type's; else a method. */
  record Member(String owner, String name, String descriptor) implements Constant {
    String text() {
      return owner.concat(".").concat(name).concat(descriptor);
    }

    boolean isMethod() {
      return descriptor.startsWith("(");
    }
  }

  /** A method handle. */
  record Handle(int kind, Member member) implements Constant {
    static final int GET_FIELD = 1;
    static final int GET_STATIC = 2;
    static final int INVOKE_STATIC = 6;
    static final int INVOKE_SPECIAL = 7;
    static final int NEW = 8;
  }

  /** What a bootstrap method makes: a call site, or a constant. */
  record Dynamic(int bootstrap, String name, String descriptor) implements Constant {}
}
