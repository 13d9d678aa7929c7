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
    assertEquals(lines(message), lines(compile(body).messages()));
  }

  private Compiled compile(String body) {
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
    return Compiled.withoutHints(
        directory,
        Map.of("Orders.java", source.formatted(body.indent(4))),
        List.of(new MakespanProcessor()));
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
          Remove one @After of these.
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
  void tellsConditionsAndEarlyReturns() {
    assertOnly("""
        @After("b")
        int a = one(x);
        int b;
        if (one(a) > 3) {
          b = one(1);
        } else {
          b = 2;
        }
        return b;
        """, """
        ERROR Orders.java:7:12: [makespan:cycle] These calls wait for each other:
            b          depends on the      condition  (line 11)
            condition  uses the result of  one        (line 10)
            one        uses the result of  a          (line 10)
            a          runs after          b          (@After, line 7)
          Remove the @After, or compute b without a.
        """);
    assertOnly("""
        @After("b")
        int a = one(x);
        if (a > 3) return 1;
        int b = one(x);
        return b;
        """, """
        ERROR Orders.java:7:12: [makespan:cycle] These calls wait for each other:
            b          depends on the      return     (line 10)
            return     depends on the      condition  (line 9)
            condition  uses the result of  a          (line 9)
            a          runs after          b          (@After, line 7)
          Remove the @After, or compute b without a.
        """);
  }

  @Test
  void followsWhatEitherBranchAssigns() {
    assertOnly("""
        int b;
        @After("b")
        int a = one(x);
        if (x > 3) {
          b = one(1);
        } else {
          b = one(a);
        }
        return b;
        """, """
        ERROR Orders.java:8:12: [makespan:cycle] These calls wait for each other:
            b  uses the result of  a  (line 13)
            a  runs after          b  (@After, line 8)
          Remove the @After, or compute b without a.
        """);
    assertOnly("""
        int b;
        @After("b")
        int a = one(x);
        if (x > 3) {
          b = one(1);
        } else {
          return 3;
        }
        return add(a, b);
        """, """
        ERROR Orders.java:8:12: [makespan:after-order] b is written below a, so the plain call runs it later.
          Move the line of a below that of b.
        """);
  }

  @Test
  void takesTheLocalThatItSeesOfTwoWithOneName() {
    assertOnly("""
        @After("b")
        int a = one(x);
        if (x > 3) {
          int b = one(x);
          return b;
        }
        int b = one(a);
        return b;
        """, """
        ERROR Orders.java:7:12: [makespan:cycle] These calls wait for each other:
            b  uses the result of  a  (line 13)
            a  runs after          b  (@After, line 7)
          Remove the @After, or compute b without a.
        """);
    assertOnly("""
        if (x > 3) {
          @After("b")
          int a = one(x);
          return a;
        }
        int b = one(x);
        return b;
        """, """
        ERROR Orders.java:8:14: [makespan:after-order] b is written below a, so the plain call runs it later.
          Move the line of a below that of b.
        """);
  }

  @Test
  void tellsACycleBesideOtherErrorsButNoOrder() {
    assertOnly("""
        @After({"b", "c"})
        int a = one(x);
        int b = one(a);
        int c = one(3);
        assert x > 3;
        return add(b, c);
        """, """
        ERROR Orders.java:7:13: [makespan:cycle] These calls wait for each other:
            b  uses the result of  a  (line 9)
            a  runs after          b  (@After, line 7)
          Remove the @After, or compute b without a.
        ERROR Orders.java:11:5: [makespan:statement] An assert is no step of a workflow.
          Move it into a void @Task, and call that.
        """);
  }

  @Test
  void leavesUnknownElementsToTheCompiler() {
    List<String> told = lines(compile("""
            @Options(name = "a", cached = 3) int a = one(x);
            @Options(cached = 3) int b = one(x);
            @Options("c") int c = one(x);
            return a + b + c;
            """).messages());
    assertEquals(
        List.of(
            "ERROR Orders.java:7:26: cannot find symbol",
            "ERROR Orders.java:8:14: cannot find symbol",
            "ERROR Orders.java:9:14: cannot find symbol"),
        told.stream().filter(line -> line.startsWith("ERROR")).toList());
  }

  @Test
  void tellsEachNameApart() {
    assertOnly("""
        int first = one(x);
        @After({"frist", "x", "third"})
        int second = one(x);
        return add(first, second);
        """, """
        ERROR Orders.java:8:13: [makespan:after-name] There is no local "frist" that second could wait for.
          Did you mean "first"?
        ERROR Orders.java:8:22: [makespan:after-name] x is a parameter, which is ready when the body starts.
          Remove it from the @After.
        ERROR Orders.java:8:27: [makespan:after-name] There is no local "third" that second could wait for.
          Name a local that is written above: first.
        """);
  }
}
