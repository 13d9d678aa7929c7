package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

/** Names of many scripts: supplementary, combining and escaped characters, 𠮷 among them. */
public class Unicode {
  static final String 𝑘 = "𠮷";

  record Size(String länge, int 𝑛) {}

  @Task
  static int größe(String straße) {
    return straße.length();
  }

  @Task
  static int 𝑓(int 𝑥) {
    return 𝑥 + 1;
  }

  @Task
  static int 加える(int 甲, int 乙) {
    return 甲 + 乙;
  }

  @Task
  static Size café(int café) {
    return new Size("é" + café, café);
  }

  @Task
  static int ı(int ǆ) {
    return ǆ;
  }

  @Workflow
  static Size ßig(String straße) {
    int größe = größe(straße + 𝑘);
    int 𝑥 = 𝑓(größe);
    int café = 加える(𝑥, größe); // e and a combining accent: another name than the next one
    int café = 𝑥 * café + ı(1);
    var 和 = List.of(café, café).stream().mapToInt(𝑛 -> 𝑛 + 𝑥).sum();
    return café(和);
  }

  @Workflow
  static List<Integer> 全部(List<Integer> 数) {
    return Makespan.map(数, 𝑛 -> 𝑓(加える(𝑛, 1)));
  }

  @Workflow
  static int escaped(int \u0061b) {
    int \uD835\uDC65 = 𝑓(ab);
    int \u006Fne = 𝑓(\u0061b + 𝑥);
    return one + \u0061b;
  }
}
