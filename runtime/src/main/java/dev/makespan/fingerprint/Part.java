package dev.makespan.fingerprint;

/** What a fingerprint consists of. */
sealed interface Part {
  /** The class that declares it. */
  ClassFile owner();

  /** A method with its code. */
  record OfMethod(ClassFile owner, ClassFile.Method method) implements Part {}

  /** A field with what sets it: a static initialiser, or those of constructors. */
  record OfField(ClassFile owner, ClassFile.Field field) implements Part {}

  /** A text that no other part has. */
  default String key() {
    if (this instanceof OfMethod of) {
      String method = of.method().name().concat(of.method().descriptor());
      return owner().name().concat(".").concat(method);
    }
    return owner().name().concat(".").concat(((OfField) this).field().name());
  }
}
