package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

final class Looping {
  final Queue<String> log;

  Looping(Queue<String> log) {
    this.log = log;
  }

  @Task
  static int size(String word) throws IOException {
    if (word.isBlank()) {
      throw new IOException("no word");
    }
    return word.length();
  }

  @Task
  static int sum(List<Integer> sizes) {
    return sizes.stream().mapToInt(each -> each).sum();
  }

  @Task
  static CompletableFuture<String> ask(int number) {
    return CompletableFuture.completedFuture("answer " + number);
  }

  @Task
  static List<String> split(String line) {
    return List.of(line.split(" "));
  }

  @Task
  void write(String line) {
    log.add(line);
  }

  @Task
  int seen() {
    return log.size();
  }

  @Workflow
  static int total(List<String> words) throws IOException {
    List<Integer> sizes = new ArrayList<>();
    for (String word : words) {
      sizes.add(size(word));
    }
    return sum(sizes);
  }

  @Workflow
  static List<String> chosen(List<String> words, int most) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("at most " + most);
    for (String word : words) {
      if (word.startsWith("#")) {
        continue;
      }
      int size = size(word);
      if (size > most) {
        lines.add("long");
      }
      lines.add(word + " " + size);
    }
    return lines;
  }

  @Workflow
  static Map<String, Integer> sizes(List<String> lines) throws IOException {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (String line : lines) {
      for (String word : split(line)) {
        sizes.put(word, size(word));
      }
    }
    return sizes;
  }

  @Workflow
  static List<String> answers(int[] numbers) {
    List<String> answers = new ArrayList<>();
    for (int number : numbers) {
      answers.add(ask(number).join());
    }
    for (int i = 0; i < numbers.length; i++) {
      answers.add(ask(i + numbers[i]).join());
    }
    return answers;
  }

  @Workflow
  void stored(List<String> lines) {
    write("begin");
    for (String line : lines) {
      write(line);
    }
    for (int i = 1; i <= lines.size(); i++) {
      List<String> words = split(lines.get(i - 1));
      for (String word : words) {
        write(i + word);
      }
    }
    write("end");
  }

  @Workflow
  List<Integer> both(List<String> words, boolean logged) throws IOException {
    List<Integer> sizes = new ArrayList<>();
    write("begin");
    if (logged) {
      for (String word : words) {
        int size = size(word);
        write(word + size);
        sizes.add(size);
      }
    }
    sizes.add(seen());
    return sizes;
  }

  @Workflow
  static List<Integer> mapped(List<String> lines) throws IOException {
    return Makespan.map(lines, line -> {
      List<Integer> sizes = new ArrayList<>();
      for (String word : split(line)) {
        sizes.add(size(word));
      }
      return sum(sizes);
    });
  }

  @Workflow
  static int unboxed(List<Integer> numbers) {
    List<Integer> halves = new ArrayList<>();
    for (int number : numbers) {
      if (number > 0) {
        halves.add(sum(List.of(100 / (number - 1))));
      }
    }
    return sum(halves);
  }
}
