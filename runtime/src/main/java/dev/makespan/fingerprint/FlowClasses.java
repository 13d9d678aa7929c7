package dev.makespan.fingerprint;

import java.util.List;
import java.util.Optional;

/**
 * Tells flow classes from others. A call of a flow's method stands for one of the user's method;
 * what the generator wrote is no part of a fingerprint.
 */
final class FlowClasses {
  private static final String NODES = "dev/makespan/support/Nodes";
  private static final String DISPATCH = "(I[Ljava/lang/Object;)Ljava/lang/Object;";

  private final ClassFiles classes;

  FlowClasses(ClassFiles classes) {
    this.classes = classes;
  }

  /** The class whose flow it is, or a part of; empty for any other class. */
  Optional<ClassFile> owner(ClassFile type) {
    return classes
        .find(type.nestHost())
        .filter(host ->
            host.fields().stream().anyMatch(each -> each.descriptor().equals("L" + NODES + ";")))
        .flatMap(host -> classes.find(host.name() + "$Bodies"))
        .filter(bodies -> bodies.superclass().equals(NODES))
        .flatMap(FlowClasses::named)
        .flatMap(classes::find);
  }

  /** The class that the constructor passes on. */
  private static Optional<String> named(ClassFile bodies) {
    return bodies.methods().stream()
        .filter(each -> each.name().equals(ClassFile.Method.CONSTRUCTOR))
        .flatMap(each -> each.code().stream())
        .flatMap(code -> code.read().instructions().stream())
        .filter(each ->
            each instanceof Instruction.Load load && load.constant() instanceof Constant.Type)
        .map(each -> ((Constant.Type) ((Instruction.Load) each).constant()).name())
        .findFirst();
  }

  /** The annotated methods that a method of a flow may stand for. */
  static List<ClassFile.Method> nodes(ClassFile owner, String name) {
    return owner.methods().stream()
        .filter(each -> each.isNode() && each.name().equals(name))
        .toList();
  }

  /**
   * The method of a number.
   *
   * @param bodies the generated class that calls them
   */
  static Optional<Constant.Member> node(ClassFile bodies, String owner, int number) {
    Optional<Code> code =
        bodies.method("call", DISPATCH).flatMap(ClassFile.Method::code).map(CodeReader::read);
    if (code.isEmpty()) {
      return Optional.empty();
    }
    List<Instruction> all = code.get().instructions();
    Integer start = all.stream()
        .filter(Instruction.Switch.class::isInstance)
        .findFirst()
        .map(each -> ((Instruction.Switch) each).targets().get(String.valueOf(number)))
        .orElse(null);
    Optional<Constant.Member> found = Optional.empty();
    for (int i = start == null ? all.size() : start;
        i < all.size() && all.get(i).opcode() != Opcode.ARETURN;
        i++) {
      if (all.get(i) instanceof Instruction.Invoke invoke
          && invoke.method().owner().equals(owner)) {
        found = Optional.of(invoke.method());
      }
    }
    return found;
  }
}
