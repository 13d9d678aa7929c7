package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;
import java.util.List;
import java.util.Queue;

final class Actions {
  final Queue<String> log;

  Actions(Queue<String> log) {
    this.log = log;
  }

  @Task
  void write(String line) throws IOException {
    if (line.isEmpty()) {
      throw new IOException("nothing to write");
    }
    log.add(line);
  }

  @Task
  String read(String name) {
    return "<" + name + ">";
  }

  @Task
  void close() {
    log.add("closed");
  }

  @Workflow
  void all(List<String> lines) throws IOException {
    write("begin");
    Makespan.forEach(lines, this::write);
    write("end");
  }

  @Workflow
  void bodies(List<String> names, String suffix) throws IOException {
    Makespan.forEach(names, name -> {
      String text = read(name);
      write(text + suffix);
    });
    close();
  }

  @Workflow
  void nested(List<List<String>> lines) throws IOException {
    Makespan.forEach(lines, each -> Makespan.forEach(each, line -> write(line)));
    Makespan.forEach(List.of("a"), name -> read(name));
  }

  @Workflow
  String together(String one, String other) throws IOException {
    String text = read(one);
    Makespan.together(() -> write(text), () -> write(read(other)), this::close);
    return text + log.size();
  }

  @Workflow
  void alone(String one) throws IOException {
    Makespan.together(() -> {
      write(one);
    });
  }

  @Workflow
  String tapped(String one) {
    String text = read(one);
    Makespan.tap(() -> log.add("tapped " + text));
    close();
    return text;
  }
}
