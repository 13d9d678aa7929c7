package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;
import java.util.List;

final class Files {
  private Files() {}

  @Task
  static String read(String name) throws IOException {
    if (name.isEmpty()) {
      throw new IOException("no name");
    }
    return name + name;
  }

  @Task
  static int count(String text) {
    return text.length();
  }

  @Workflow
  static int analyze(String name) throws IOException {
    return count(read(name));
  }

  @Workflow
  static List<Integer> analyzeAll(List<String> names) throws IOException {
    return Makespan.map(names, Files::analyze);
  }
}
