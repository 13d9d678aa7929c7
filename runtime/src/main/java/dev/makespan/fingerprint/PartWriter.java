package dev.makespan.fingerprint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes parts as text and tells the walk what they reach. Members and classes that the compiler
 * has named get the number of their first appearance.
 */
final class PartWriter {
  private final Walk walk;
  private final FlowClasses flows;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** The bootstrap methods of the class whose part is written. */
  private List<ClassFile.Bootstrap> bootstraps = List.of();

  private final UnaryOperator<String> instanceNames = this::instanceName;
  private final UnaryOperator<String> classNames = this::className;
  private final EnumSwitches enumSwitches;

  PartWriter(Walk walk, FlowClasses flows) {
    this.walk = walk;
    this.flows = flows;
    this.enumSwitches = new EnumSwitches(flows.classes());
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
      write(of.owner(), of.method());
    } else if (part instanceof Part.OfField of) {
      write(of.owner(), of.field());
    }
  }

  private void write(ClassFile owner, ClassFile.Method method) {
    text.append("method ");
    member(new Constant.Member(owner.name(), method.name(), method.descriptor()));
    end();
    for (String name : Descriptors.classes(method.signature())) {
      instanceName(name);
    }
    if (method.code() != null) {
      Code code = method.code().read();
      write(
          method.name().equals(ClassFile.Method.CONSTRUCTOR)
              ? OuterInstance.without(code, owner)
              : code);
    }
  }

  private void write(ClassFile owner, ClassFile.Field field) {
    text.append("field ");
    member(new Constant.Member(owner.name(), field.name(), field.descriptor()));
    if (field.value() != null) {
      constant(field.value());
    }
    end();
    List<Code> initializers = List.of();
    if (field.isStatic()) {
      initializers = flows.classes().initializer(owner).of(field.name());
    } else if (!field.isSynthetic()) {
      initializers = FieldInitializers.of(owner, field.name());
    }
    for (Code each : initializers) {
      write(each);
    }
  }

  private void write(Code code) {
    text.append("code\n");
    Code named = enumSwitches.named(NoCase.older(code));
    for (Instruction each : named.instructions()) {
      write(each);
      end();
    }
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
    return switch (method.name()) {
      case "equals" -> method.descriptor().equals("(Ljava/lang/Object;)Z");
      case "hashCode" -> method.descriptor().equals("()I");
      case "toString" -> method.descriptor().equals("()Ljava/lang/String;");
      case "getClass" -> true;
      default -> false;
    };
  }

  private void ofObject(Constant.Member method) {
    text.append("object ").append(method.name());
    ClassFile owner = flows.written(method.owner());
    if (owner != null && !owner.isInterface()) {
      walk.virtually(method);
    }
  }

  private void choice(Instruction.Switch choice) {
    for (Map.Entry<String, Integer> each : choice.targets().entrySet()) {
      text.append(each.getKey()).append(' ').append(each.getValue()).append(' ');
    }
    text.append(choice.otherwise());
  }

  private void constant(Constant constant) {
    if (constant instanceof Constant.Numeral number) {
      text.append(number.text());
    } else if (constant instanceof Constant.Text of) {
      text.append(of.value().length()).append(':').append(of.value());
    } else if (constant instanceof Constant.Type type) {
      text.append("class ").append(Descriptors.renamedType(type.name(), classNames));
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
    text.append(isSynthetic(member) ? number(member.text()) : member.name());
    text.append(' ').append(descriptor(member.descriptor()));
  }

  /** Whether its name depends on what else is in the file. */
  private boolean isSynthetic(Constant.Member member) {
    ClassFile owner = flows.classes().find(member.owner());
    if (owner == null) {
      return false;
    }
    if (member.isMethod()) {
      ClassFile.Method method = owner.method(member.name(), member.descriptor());
      return method != null && method.isSynthetic();
    }
    ClassFile.Field field = owner.field(member.name());
    return field != null && field.isSynthetic();
  }

  private String descriptor(String descriptor) {
    return Descriptors.renamed(descriptor, instanceNames);
  }

  /** A class or array of which there may be an instance. */
  private String instanceOf(String type) {
    return Descriptors.renamedType(type, instanceNames);
  }

  private String instanceName(String name) {
    ClassFile type = flows.written(name);
    if (type != null) {
      walk.instance(type);
    }
    return className(name);
  }

  private String className(String name) {
    ClassFile type = flows.written(name);
    if (type == null) {
      return name;
    }
    walk.know(type);
    return type.isNamed() ? name : number(name);
  }

  private String number(String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      number = numbers.size();
      numbers.put(name, number);
    }
    return "~".concat(number.toString());
  }

  private void end() {
    text.append('\n');
  }
}
