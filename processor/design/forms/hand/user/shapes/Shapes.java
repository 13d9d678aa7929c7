package shapes;

import dev.makespan.MapTask;
import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

public final class Shapes {
  /** Reads a document. */
  @Task static String load(String name) { return name.concat("!"); }
  @Task static int words(String d) { return d.length(); }
  @Task static int lines(String d) { return d.length() / 2; }
  @Task static String report(int words, int lines) { return String.valueOf(words * lines); }
  @Task static String next(String d) { return d.concat("."); }
  @MapTask static int score(String d, int weight) { return d.length() * weight; }
  @Task static void store(String d) {}

  @Workflow public static String chain(String d) {
    String a = next(d);
    String b = next(a);
    String c = next(b);
    String e = next(c);
    String f = next(e);
    String g = next(f);
    String h = next(g);
    String i = next(h);
    String j = next(i);
    return next(j);
  }

  @Workflow public static String diamond(String name) {
    String d = load(name);
    int w = words(d);
    int l = lines(d);
    return report(w, l);
  }

  @Workflow public static List<Integer> scores(List<String> ds, int weight) {
    int twice = weight * 2;
    return Makespan.map(ds, d -> score(d, twice));
  }

  @Workflow public static int save(String name) {
    String d = load(name);
    store(d);
    return words(d);
  }
}
