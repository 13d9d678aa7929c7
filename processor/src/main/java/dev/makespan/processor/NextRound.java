package dev.makespan.processor;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/**
 * Asks the compiler for another round, which it has only if a class was made in this one: by an
 * empty class, whose file is deleted in the end.
 */
final class NextRound {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int JAVA_8 = 52;
  private static final int CONSTANTS = 5;
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int SYNTHETIC = 0x1020;

  private final Filer filer;
  private final List<JavaFileObject> files = new ArrayList<>();

  NextRound(Filer filer) {
    this.filer = filer;
  }

  /** Asks for a round for the sake of a class. */
  void ask(TypeElement type, String packageName) throws IOException {
    String simpleName = "MakespanWaitsFor" + type.getSimpleName();
    String name = packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    JavaFileObject created = filer.createClassFile(name, type);
    try (DataOutputStream out = new DataOutputStream(created.openOutputStream())) {
      out.writeInt(MAGIC);
      out.writeInt(JAVA_8);
      out.writeShort(CONSTANTS);
      writeClass(out, 2, name.replace('.', '/'));
      writeClass(out, 4, "java/lang/Object");
      out.writeShort(SYNTHETIC);
      out.writeShort(1);
      out.writeShort(3);
      // No interfaces, fields, methods and attributes.
      out.writeLong(0);
    }
    files.add(created);
  }

  private static void writeClass(DataOutputStream out, int nameIndex, String name)
      throws IOException {
    out.writeByte(CLASS);
    out.writeShort(nameIndex);
    out.writeByte(UTF8);
    out.writeUTF(name);
  }

  /** Leaves nothing behind of what was asked for. To be called in the last round. */
  void end() {
    // The compiler's own method to delete it does nothing.
    for (JavaFileObject each : files) {
      try {
        Files.deleteIfExists(Path.of(each.toUri()));
      } catch (IOException | RuntimeException stays) {
        // An empty class that nobody uses: no reason to fail.
      }
    }
    files.clear();
  }
}
