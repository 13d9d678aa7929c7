package dev.makespan.fingerprint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes parts as text and tells the walk what they reach. Members and classes that the compiler
 * has named get the number of their first appearance.
 */
final class PartWriter {
  private final Walk walk;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** The bootstrap methods of the class whose part is written. */
  private List<ClassFile.Bootstrap> bootstraps = List.of();

  private final EnumSwitches enumSwitches;

  PartWriter(Walk walk) {
    this.walk = walk;
    this.enumSwitches = new EnumSwitches(walk.classes());
  }

  String text() {
    return text.toString();
  }

  /** Writes a method's generic type. */
  void signature(ClassFile.Method method) {
    text.append(method.isStatic() ? "static " : "").append(method.signature());
    end();
  }

  /** Writes a part. */
  void write(Part part) {
    bootstraps = part.owner().bootstraps();
    if (part instanceof Part.OfMethod of) {
      ClassFile.Method method = of.method();
      text.append("method ");
      member(new Constant.Member(of.owner().name(), method.name(), method.descriptor()));
      end();
      Descriptors.classes(method.signature()).forEach(this::instanceName);
      method.code().ifPresent(code -> {
        Code all = code.read();
        write(
            method.name().equals(ClassFile.Method.CONSTRUCTOR)
                ? OuterInstance.without(all, of.owner())
                : all);
      });
    } else if (part instanceof Part.OfField of) {
      ClassFile.Field field = of.field();
      text.append("field ");
      member(new Constant.Member(of.owner().name(), field.name(), field.descriptor()));
      field.value().ifPresent(this::constant);
      end();
      if (field.isStatic()) {
        walk.classes().initializer(of.owner()).of(field.name()).forEach(this::write);
      } else if (!field.isSynthetic()) {
        FieldInitializers.of(of.owner(), field.name()).forEach(this::write);
      }
    }
  }

  private void write(Code code) {
    text.append("code\n");
    Code named = enumSwitches.named(NoCase.older(code));
    named.instructions().forEach(each -> {
      write(each);
      end();
    });
    for (Code.Handler each : named.handlers()) {
      text.append("catch ").append(each.start()).append(' ').append(each.end()).append(' ');
      text.append(each.target()).append(' ').append(instanceOf(each.type()));
      end();
    }
  }

  private void write(Instruction instruction) {
    if (instruction instanceof Instruction.Invoke invoke
        && invoke.opcode() != Opcode.INVOKESPECIAL
        && isOfObject(invoke.method())) {
      ofObject(invoke.method());
      return;
    }
    text.append(instruction.opcode()).append(' ');
    if (instruction instanceof Instruction.Immediate immediate) {
      text.append(immediate.value());
    } else if (instruction instanceof Instruction.Local local) {
      text.append(local.slot());
    } else if (instruction instanceof Instruction.Increment increment) {
      text.append(increment.slot()).append(' ').append(increment.by());
    } else if (instruction instanceof Instruction.Load load) {
      constant(load.constant());
    } else if (instruction instanceof Instruction.Access access) {
      member(access.field());
      walk.field(access.field());
    } else if (instruction instanceof Instruction.Invoke invoke) {
      member(invoke.method());
      called(invoke);
    } else if (instruction instanceof Instruction.InvokeDynamic dynamic) {
      constant(dynamic.site());
    } else if (instruction instanceof Instruction.TypeUse use) {
      text.append(instanceOf(use.type())).append(' ').append(use.dimensions());
    } else if (instruction instanceof Instruction.Jump jump) {
      text.append(jump.target());
    } else if (instruction instanceof Instruction.Switch choice) {
      choice(choice);
    }
  }

  private void called(Instruction.Invoke invoke) {
    if (invoke.opcode() == Opcode.INVOKESTATIC || invoke.opcode() == Opcode.INVOKESPECIAL) {
      walk.exactly(invoke.method());
    } else {
      walk.virtually(invoke.method());
    }
  }

  /** Newer compilers name an interface as the owner of a method of {@code Object}, older don't. */
  private static boolean isOfObject(Constant.Member method) {
    return switch (method.name() + method.descriptor()) {
      case "equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;" -> true;
      case "getClass()Ljava/lang/Class;" -> true;
      default -> false;
    };
  }

  private void ofObject(Constant.Member method) {
    text.append("object ").append(method.name());
    if (!isInterface(method.owner())) {
      walk.virtually(method);
    }
  }

  private boolean isInterface(String name) {
    return walk.seen(name).map(ClassFile::isInterface).orElse(true);
  }

  private void choice(Instruction.Switch choice) {
    choice
        .targets()
        .forEach((key, target) -> text.append(key).append(' ').append(target).append(' '));
    text.append(choice.otherwise());
  }

  private void constant(Constant constant) {
    if (constant instanceof Constant.Numeral number) {
      text.append(number.text());
    } else if (constant instanceof Constant.Text of) {
      text.append(of.value().length()).append(':').append(of.value());
    } else if (constant instanceof Constant.Type type) {
      text.append("class ").append(Descriptors.renamedType(type.name(), this::className));
    } else if (constant instanceof Constant.MethodType type) {
      text.append("type ").append(descriptor(type.descriptor()));
    } else if (constant instanceof Constant.Member of) {
      member(of);
    } else if (constant instanceof Constant.Handle handle) {
      handle(handle);
    } else if (constant instanceof Constant.Dynamic dynamic) {
      dynamic(dynamic);
    }
  }

  private void handle(Constant.Handle handle) {
    if (handle.kind() != Constant.Handle.INVOKE_SPECIAL && isOfObject(handle.member())) {
      ofObject(handle.member());
      return;
    }
    text.append("handle ").append(handle.kind()).append(' ');
    member(handle.member());
    if (!handle.member().isMethod()) {
      walk.field(handle.member());
    } else if (handle.kind() == Constant.Handle.INVOKE_STATIC
        || handle.kind() == Constant.Handle.INVOKE_SPECIAL
        || handle.kind() == Constant.Handle.NEW) {
      walk.exactly(handle.member());
    } else {
      walk.virtually(handle.member());
    }
  }

  private void dynamic(Constant.Dynamic dynamic) {
    text.append("dynamic ").append(dynamic.name()).append(descriptor(dynamic.descriptor()));
    ClassFile.Bootstrap bootstrap = bootstraps.get(dynamic.bootstrap());
    text.append(' ');
    handle(bootstrap.method());
    for (Constant each : bootstrap.arguments()) {
      text.append(' ');
      constant(each);
    }
  }

  private void member(Constant.Member member) {
    text.append(className(member.owner())).append('.');
    if (walk.isNamed(member)) {
      text.append(member.name());
    } else {
      text.append(number(member.owner() + "." + member.name() + member.descriptor()));
    }
    text.append(' ').append(descriptor(member.descriptor()));
  }

  private String descriptor(String descriptor) {
    return Descriptors.renamed(descriptor, this::instanceName);
  }

  /** A class or array of which there may be an instance. */
  private String instanceOf(String type) {
    return Descriptors.renamedType(type, this::instanceName);
  }

  private String instanceName(String name) {
    walk.seen(name).ifPresent(walk::instance);
    return className(name);
  }

  private String className(String name) {
    Optional<ClassFile> type = walk.seen(name);
    type.ifPresent(walk::know);
    return type.isEmpty() || type.get().isNamed() ? name : number(name);
  }

  private String number(String name) {
    return "~" + numbers.computeIfAbsent(name, unused -> numbers.size());
  }

  private void end() {
    text.append('\n');
  }
}
