package dev.makespan.processor.source;

import dev.makespan.processor.Compiled;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A map of references may stand where a list of a supertype is demanded. */
class WiderMapTest {
  @TempDir
  Path directory;

  @Test
  void givesAListOfASupertype() throws Exception {
    Compiled compiled = Compiled.of(directory, Map.of("Wide.java", """
        package demo;
        import dev.makespan.*;
        import java.util.*;
        public class Wide {
          @Task static int t(int x) { return x; }
          @Task static int size(List<Number> x) { return x.size(); }
          @Workflow static List<Number> result(List<Integer> l) { return Makespan.map(l, Wide::t); }
          @Workflow static int local(List<Integer> l) { List<Number> n = Makespan.map(l, Wide::t); return size(n) + n.size(); }
          @Workflow static int argument(List<Integer> l) { return size(Makespan.map(l, Wide::t)); }
          public static void run() {
            WideFlow.Blocking flow = new WideFlow().blocking();
            List<Integer> l = List.of(1, 2);
            if (!flow.result(l).equals(result(l)) || flow.local(l) != 4 || flow.argument(l) != 2) {
              throw new AssertionError();
            }
          }
        }
        """)).assertClean();
    compiled.run("demo.Wide");
  }
}
