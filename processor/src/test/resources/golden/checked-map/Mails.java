package demo;

import dev.makespan.Makespan;
import dev.makespan.MapTask;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

public final class Mails {
  /** What a task opens when it begins, what it waits for, and what it opens when it goes on. */
  record Gates(CountDownLatch begun, CountDownLatch needed, CountDownLatch goesOn) {}

  @MapTask
  static int read(String name) throws IOException {
    if (name.startsWith("lost")) {
      throw new FileNotFoundException(name);
    }
    if (name.startsWith("short")) {
      throw new EOFException(name);
    }
    return name.length();
  }

  @Task
  static int failing(String name, Gates gates) throws IOException, InterruptedException {
    gates.begun().countDown();
    try {
      gates.needed().await();
    } finally {
      gates.goesOn().countDown();
    }
    throw new IOException(name);
  }

  @Workflow
  static List<Integer> all(List<String> names) throws IOException {
    return Makespan.map(names, Mails::read);
  }

  @Workflow
  static int sum(List<String> names) throws IOException {
    List<Integer> lengths = Makespan.map(names, name -> {
      int length = read(name + "!");
      return length / (name.length() - 1);
    });
    return lengths.stream().mapToInt(length -> length).sum();
  }

  @Workflow
  static List<Integer> gated(List<Gates> gates) throws Exception {
    return Makespan.map(gates, each -> failing("mail " + gates.indexOf(each), each));
  }
}
