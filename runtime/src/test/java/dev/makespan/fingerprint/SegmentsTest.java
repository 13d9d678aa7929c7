package dev.makespan.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Measures the stack in the JDK's own classes, which hold every instruction that javac emits. */
final class SegmentsTest {
  @Test
  void everyWayToAPlaceGivesItOneHeight() throws IOException {
    int methods = 0;
    for (String folder : List.of("java/util", "java/math", "java/lang", "java/util/concurrent")) {
      for (ClassFile type : classes(folder)) {
        for (ClassFile.Method method : type.methods().values()) {
          if (method.code() != null) {
            check(type.name() + "." + method.name(), method.code().read());
            methods++;
          }
        }
      }
    }
    assertTrue(methods > 5_000, "only " + methods + " methods");
  }

  private static void check(String method, Code code) {
    int[] heights = Segments.heights(code);
    for (int i = 0; i < code.size(); i++) {
      Instruction instruction = code.instructions().get(i);
      int after = heights[i] + Opcode.change(instruction);
      String place = method + " at " + i + ": " + instruction;
      assertTrue(heights[i] >= 0 && after >= 0, place);
      if (instruction instanceof Instruction.Jump jump) {
        assertEquals(after, heights[jump.target()], place);
      } else if (instruction instanceof Instruction.Switch choice) {
        assertEquals(after, heights[choice.otherwise()], place);
        choice.targets().values().forEach(target -> assertEquals(after, heights[target], place));
      }
      if (!Opcode.isEnd(instruction.opcode())) {
        assertEquals(after, heights[i + 1], place);
      }
    }
  }

  private static List<ClassFile> classes(String folder) throws IOException {
    Path path = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base", folder);
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(each -> each.toString().endsWith(".class"))
          .map(SegmentsTest::read)
          .toList();
    }
  }

  private static ClassFile read(Path file) {
    try {
      return ClassFileReader.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
