package dev.makespan.interleaving;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * A bug that is put into one method of a copy of a class, which is always the real one but for the
 * bug, and but for the look at the room on the stack: Lincheck takes its recursion for a livelock.
 */
public final class SeededBug {
  private static final String PROBE = "dev/makespan/support/StackProbe";

  private static final AtomicInteger COPIES = new AtomicInteger();

  private final Class<?> type;
  private final String method;
  private final boolean unlocks;
  private final Change change;
  private boolean seeded;

  /** Changes the instructions of a method; calls {@code seeded} for each that it changes. */
  private interface Change {
    MethodVisitor of(MethodVisitor to, Runnable seeded);
  }

  private SeededBug(Class<?> type, String method, boolean unlocks, Change change) {
    this.type = type;
    this.method = method;
    this.unlocks = unlocks;
    this.change = change;
  }

  /** No bug: the copies are the real classes. */
  static SeededBug none() {
    return new SeededBug(SeededBug.class, "", false, (to, seeded) -> to);
  }

  /** The method takes no lock. */
  public static SeededBug unlocked(Class<?> type, String method) {
    return new SeededBug(type, method, true, (to, seeded) -> new MethodVisitor(Opcodes.ASM9, to) {
      @Override
      public void visitInsn(int opcode) {
        if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
          seeded.run();
          super.visitInsn(Opcodes.POP);
        } else {
          super.visitInsn(opcode);
        }
      }
    });
  }

  /** The method doesn't call another one, which gives null, 0 or false. */
  public static SeededBug without(Class<?> type, String method, String callee) {
    return new SeededBug(type, method, false, (to, seeded) -> new MethodVisitor(Opcodes.ASM9, to) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (!name.equals(callee)) {
          super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
          return;
        }
        seeded.run();
        Type[] in = Type.getArgumentTypes(descriptor);
        for (int i = in.length - 1; i >= 0; i--) {
          super.visitInsn(in[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
        if (opcode != Opcodes.INVOKESTATIC) {
          super.visitInsn(Opcodes.POP);
        }
        switch (Type.getReturnType(descriptor).getSort()) {
          case Type.VOID -> {}
          case Type.BOOLEAN, Type.INT -> super.visitInsn(Opcodes.ICONST_0);
          case Type.LONG -> super.visitInsn(Opcodes.LCONST_0);
          default -> super.visitInsn(Opcodes.ACONST_NULL);
        }
      }
    });
  }

  /** The method doesn't write a field. */
  public static SeededBug unwritten(Class<?> type, String method, String field) {
    return new SeededBug(type, method, false, (to, seeded) -> new MethodVisitor(Opcodes.ASM9, to) {
      @Override
      public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.PUTFIELD && name.equals(field)) {
          seeded.run();
          super.visitInsn(Type.getType(descriptor).getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
          super.visitInsn(Opcodes.POP);
        } else {
          super.visitFieldInsn(opcode, owner, name, descriptor);
        }
      }
    });
  }

  /**
   * The method calls a static one in place of another one.
   *
   * @param by of this class; takes the object and the arguments of the call
   */
  private static SeededBug replaced(
      Class<?> type, String method, String callee, String by, String descriptorOfBy) {
    return new SeededBug(type, method, false, (to, seeded) -> new MethodVisitor(Opcodes.ASM9, to) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (name.equals(callee)) {
          seeded.run();
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              Type.getInternalName(SeededBug.class),
              by,
              descriptorOfBy,
              false);
        } else {
          super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
      }
    });
  }

  /** The method writes where it should compare and set. */
  public static SeededBug careless(Class<?> type, String method) {
    return replaced(
        type,
        method,
        "compareAndSet",
        "set",
        "(Ljava/util/concurrent/atomic/AtomicLongFieldUpdater;Ljava/lang/Object;JJ)Z");
  }

  /** The method reads and then writes where it should decrement at once. */
  public static SeededBug carelessDecrement(Class<?> type, String method) {
    return replaced(
        type,
        method,
        "decrementAndGet",
        "decrement",
        "(Ljava/util/concurrent/atomic/AtomicInteger;)I");
  }

  /** The method reads and then writes where it should compare and exchange an element at once. */
  public static SeededBug carelessExchange(Class<?> type, String method) {
    return replaced(
        type,
        method,
        "compareAndExchange",
        "exchange",
        "(Ljava/util/concurrent/atomic/AtomicReferenceArray;ILjava/lang/Object;Ljava/lang/Object;)"
            + "Ljava/lang/Object;");
  }

  /** The method writes a field, by its updater, where it should compare and set. */
  public static SeededBug carelessUpdate(Class<?> type, String method) {
    return replaced(
        type,
        method,
        "compareAndSet",
        "update",
        "(Ljava/util/concurrent/atomic/AtomicReferenceFieldUpdater;"
            + "Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Z");
  }

  /** The method reads and then writes where it should get and set at once. */
  public static SeededBug carelessSwap(Class<?> type, String method) {
    return replaced(
        type,
        method,
        "getAndSet",
        "swap",
        "(Ljava/util/concurrent/atomic/AtomicReference;Ljava/lang/Object;)Ljava/lang/Object;");
  }

  /** The method reads and then writes a flag where it should compare and set. */
  public static SeededBug carelessFlag(Class<?> type, String method) {
    return replaced(
        type, method, "compareAndSet", "raise", "(Ljava/util/concurrent/atomic/AtomicBoolean;ZZ)Z");
  }

  // Called by broken classes.

  public static int decrement(AtomicInteger number) {
    int less = number.get() - 1;
    number.set(less);
    return less;
  }

  public static Object exchange(
      AtomicReferenceArray<Object> array, int index, Object expected, Object value) {
    Object now = array.get(index);
    if (now == expected) {
      array.set(index, value);
    }
    return now;
  }

  public static Object swap(AtomicReference<Object> reference, Object value) {
    Object now = reference.get();
    reference.set(value);
    return now;
  }

  public static boolean raise(AtomicBoolean flag, boolean expected, boolean value) {
    boolean raises = flag.get() == expected;
    if (raises) {
      flag.set(value);
    }
    return raises;
  }

  public static boolean update(
      AtomicReferenceFieldUpdater<Object, Object> field,
      Object owner,
      Object expected,
      Object value) {
    field.set(owner, value);
    return true;
  }

  public static boolean set(
      AtomicLongFieldUpdater<Object> field, Object owner, long expected, long value) {
    field.set(owner, value);
    return true;
  }

  /** Fails if the method has nothing of what was to be broken. */
  void assertSeeded() {
    assertTrue(seeded, () -> type.getSimpleName() + "." + method + " isn't what it was");
  }

  /**
   * A copy of a class that uses copies of all that it uses, with the bug in one of them. They are
   * loaded beside the classes they were made from, under other names: Lincheck knows classes by
   * their names.
   */
  Class<?> copy(Class<?> race) {
    String suffix = "__" + COPIES.incrementAndGet();
    Map<String, byte[]> codes = new HashMap<>();
    collect(Type.getInternalName(race), codes);
    Remapper names = new Remapper(Opcodes.ASM9) {
      @Override
      public String map(String name) {
        return codes.containsKey(name) ? name + suffix : name;
      }
    };
    try {
      Path jar = Files.createTempFile("seeded-bug", ".jar");
      jar.toFile().deleteOnExit();
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        for (Map.Entry<String, byte[]> each : codes.entrySet()) {
          out.putNextEntry(new JarEntry(names.map(each.getKey()) + ".class"));
          out.write(copy(each.getKey(), each.getValue(), names));
        }
      }
      instrumentation().appendToSystemClassLoaderSearch(new JarFile(jar.toFile()));
      return Class.forName(race.getName() + suffix);
    } catch (IOException | ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Called by name: the compiler warns of what the agent's class refers to and isn't there. */
  private static Instrumentation instrumentation() throws ReflectiveOperationException {
    return (Instrumentation)
        Class.forName("net.bytebuddy.agent.ByteBuddyAgent").getMethod("install").invoke(null);
  }

  private byte[] copy(String name, byte[] code, Remapper names) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    ClassVisitor renamed = new ClassRemapper(writer, names);
    boolean broken = name.equals(Type.getInternalName(type));
    ClassVisitor seeding = broken ? new Seeding(renamed) : renamed;
    new ClassReader(code).accept(name.equals(PROBE) ? new Unprobed(seeding) : seeding, 0);
    return writer.toByteArray();
  }

  /** Has the look at the stack find room. */
  private static final class Unprobed extends ClassVisitor {
    Unprobed(ClassVisitor to) {
      super(Opcodes.ASM9, to);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor to = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!name.equals("check")) {
        return to;
      }
      to.visitCode();
      to.visitInsn(Opcodes.RETURN);
      to.visitMaxs(0, 0);
      to.visitEnd();
      return null;
    }
  }

  /** Finds all classes of the project that a class uses, and those that they use. */
  private static void collect(String first, Map<String, byte[]> codes) {
    ArrayDeque<String> open = new ArrayDeque<>(List.of(first));
    Remapper collecting = new Remapper(Opcodes.ASM9) {
      @Override
      public String map(String name) {
        if (name.startsWith("dev/makespan/") && !name.startsWith("dev/makespan/interleaving/")) {
          open.add(name);
        }
        return name;
      }
    };
    for (String name = open.poll(); name != null; name = open.poll()) {
      if (!codes.containsKey(name)) {
        byte[] code = read(name);
        codes.put(name, code);
        new ClassReader(code).accept(new ClassRemapper(new ClassWriter(0), collecting), 0);
      }
    }
  }

  private static byte[] read(String name) {
    try (InputStream in = SeededBug.class.getClassLoader().getResourceAsStream(name + ".class")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the bug into the class. */
  private final class Seeding extends ClassVisitor {
    Seeding(ClassVisitor to) {
      super(Opcodes.ASM9, to);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if (!name.equals(method)) {
        return super.visitMethod(access, name, descriptor, signature, exceptions);
      }
      int removed = unlocks ? access & Opcodes.ACC_SYNCHRONIZED : 0;
      seeded |= removed != 0;
      return change.of(
          super.visitMethod(access & ~removed, name, descriptor, signature, exceptions),
          () -> seeded = true);
    }
  }
}
