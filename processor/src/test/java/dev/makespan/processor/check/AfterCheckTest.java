package dev.makespan.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.makespan.processor.Compiled;
import dev.makespan.processor.MakespanProcessor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AfterCheckTest {
  @TempDir
  private Path directory;

  private void assertOnly(String body, String message) {
    String source = """
        package demo; import dev.makespan.*;
        class Orders {
          @Task static int one(int a) { return a; }
          @Task static int add(int a, int b) { return a + b; }
          @Task static void store(int a) {}
          @Workflow static int all(int x) {
        %s  }
        }
        """;
    Compiled compiled = Compiled.withoutHints(
        directory,
        Map.of("Orders.java", source.formatted(body.indent(4))),
        List.of(new MakespanProcessor()));
    assertEquals(lines(message), lines(compiled.messages()));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void tellsEveryEdgeOfACycleThroughData() {
    assertOnly("""
        @After("invoice")
        int total = one(x);
        int discount = one(total);
        int invoice = add(one(discount), x);
        return invoice;
        """, """
        ERROR Orders.java:7:12: [makespan:cycle] These calls wait for each other:
            invoice   uses the result of  discount  (line 10)
            discount  uses the result of  total     (line 9)
            total     runs after          invoice   (@After, line 7)
          Remove the @After, or compute invoice without total.
        """);
  }

  @Test
  void tellsACycleOfAnnotations() {
    assertOnly("""
        @After("second")
        int first = one(x);
        @After("first")
        int second = one(x);
        return add(first, second);
        """, """
        ERROR Orders.java:7:12: [makespan:cycle] These calls wait for each other:
            second  runs after          first   (@After, line 9)
            first   runs after          second  (@After, line 7)
          Remove the @After, or compute second without first.
        """);
  }

  @Test
  void tellsALocalThatRunsAfterItself() {
    assertOnly("""
        @After("total")
        int total = one(x);
        return total;
        """, """
        ERROR Orders.java:7:12: [makespan:cycle] These calls wait for each other:
            total  runs after          total  (@After, line 7)
          Remove the @After.
        """);
  }

  @Test
  void takesAFenceForNoCycle() {
    assertOnly("""
        @After("later")
        int total = one(x);
        store(1);
        int later = one(x);
        return add(total, later);
        """, """
        ERROR Orders.java:7:12: [makespan:after-order] later is written below total, so the plain call runs it later.
          Move the line of total below that of later.
        """);
  }

  @Test
  void findsACycleInAMappedLambda() {
    assertOnly("""
        return Makespan.map(java.util.List.of(x), each -> {
          @After("b")
          int a = one(each);
          int b = one(a);
          return b;
        }).get(0);
        """, """
        ERROR Orders.java:8:14: [makespan:cycle] These calls wait for each other:
            b  uses the result of  a  (line 10)
            a  runs after          b  (@After, line 8)
          Remove the @After, or compute b without a.
        """);
  }

  @Test
  void tellsEachNameApart() {
    assertOnly("""
        int first = one(x);
        @After({"frist", "x", "third"})
        int second = one(x);
        return add(first, second);
        """, """
        ERROR Orders.java:8:13: [makespan:after-name] There is no local frist that second could wait for.
          Did you mean "first"?
        ERROR Orders.java:8:22: [makespan:after-name] x is a parameter, which is ready when the body starts.
          Remove it from the @After.
        ERROR Orders.java:8:27: [makespan:after-name] There is no local third that second could wait for.
          Name a local that is written above in the same body.
        """);
  }
}
