package dev.makespan.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SourceReaderTest {
  private static final String TASKS = """
      class Demo {
        static final int MAX = 3;
        static int plain(int x) { return x; }
        int field = 1;
        record Pair(int a, int b) {}
        @Task static int one(int x) { return x; }
        @Task static int two(int x, int y) { return x + y; }
        @Task static Integer boxed(int x) { return x; }
        @Task static void store(int x) {}
        @Task int self(int x) { return x; }
      """;

  private static String body(String signature, String statements) {
    return ReadingProcessor.steps(
        TASKS + "@Workflow " + signature + " {\n" + statements + "\n}\n}");
  }

  @Test
  void keepsTheOrderOfEvaluation() {
    assertEquals(
        """
        int one = one(x)
        int y = x + 1
        int two = two(one, y)
        store(two)
        int one = one(two)
        int result = [one] * 2
        return result
        """,
        body(
            "static int go(int x)",
            "int two = two(one(x), x + 1); store(two); return one(two) * 2;"));
  }

  @Test
  void convertsBetweenPrimitivesAndBoxesInAStepOfItsOwn() {
    assertEquals(
        """
        int one = one(1)
        long a = [one]
        java.lang.Integer boxed = boxed(2)
        int b = [boxed]
        java.lang.Integer c = boxed(3)
        java.lang.Object d = boxed(4)
        long result = b
        return result
        """,
        body(
            "static long go()",
            "long a = one(1); int b = boxed(2); Integer c = boxed(3); Object d = boxed(4); return b;"));
  }

  @Test
  void qualifiesMembersAndTypes() {
    assertEquals(
        """
        java.util.List<demo.Demo.Pair> p = <java.util.List>.of(new <demo.Demo.Pair>(<demo.Demo>.MAX, <demo.Demo>.plain(x)), new <demo.Demo>.Pair(<java.lang.Math>.abs(x), <self>.field + <self>.field))
        int self = self(<self>, x)
        return self
        """,
        body(
            "int go(int x)",
            "List<Pair> p = List.of(new Pair(MAX, plain(x)), new Demo.Pair(Math.abs(x), field + this.field)); return self(x);"));
  }

  @Test
  void seesLambdaParametersAndPatternVariablesBeforeMembers() {
    assertEquals(
        """
        java.util.function.IntUnaryOperator f = field -> field + <self>.self.hashCode() + x
        """.replace("<self>.self.hashCode() + ", "<demo.Demo>.MAX + ") + """
            boolean b = o instanceof <java.lang.Integer> MAX && MAX > x
            return b
            """,
        body(
            "boolean go(int x, Object o)",
            "java.util.function.IntUnaryOperator f = field -> field + MAX + x; boolean b = o instanceof Integer MAX && MAX > x; return b;"));
  }

  @Test
  void keepsNamesOfEnumConstantsInSwitches() {
    assertEquals(
        """
        int n = switch (r) { case CEILING -> <demo.Demo>.MAX; case FLOOR, UP -> { int k = x; yield k; } default -> 0; }
        return n
        """,
        body(
            "static int go(java.math.RoundingMode r, int x)",
            "int n = switch (r) { case CEILING -> MAX; case FLOOR, UP -> { int k = x; yield k; } default -> 0; }; return n;"));
  }

  @Test
  void keepsAnEnumConstantThatAConstantFieldIsNamedLike() {
    assertEquals("""
        int n = switch (r) { case UP -> <demo.Demo>.UP; default -> 0; }
        return n
        """, ReadingProcessor.steps("""
            class Demo {
              static final int UP = 1;
              @Workflow static int go(java.math.RoundingMode r) { int n = switch (r) { case UP -> UP; default -> 0; }; return n; }
            }
            """));
  }

  @Test
  void dropsCommentsAndLineBreaks() {
    assertEquals(
        """
        java.lang.String s = "a // b" + x + 'c'
        return s
        """,
        body(
            "static String go(int x)",
            "String s = \"a // b\" // one\n + /* two */ x\r\n +\n 'c'; return s;"));
  }

  @Test
  void readsUnicodeEscapes() {
    assertEquals(
        """
        java.lang.String s = "a" + "b\\u00e9"
        return s
        """, body("static String go()", "String s = \\u0022a\" + \"b\\u00e9\"; return s;"));
  }

  @Test
  void keepsTextBlocks() {
    assertEquals(
        "java.lang.String s = \"\"\"\n  a // b\n   c\n  \"\"\" + x\nreturn s\n",
        body(
            "static String go(int x)",
            "String s = \"\"\"\n  a // b\n   c\n  \"\"\" + x; return s;"));
  }

  @Test
  void completesArrayInitialisers() {
    assertEquals(
        """
        int[][] a = new int[][] {{1}, {x, 2}}
        java.util.List<?>[] b = new <java.util.List><?>[] {<java.util.List>.of(x)}
        int result = a[0][0]
        return result
        """,
        body(
            "static int go(int x)",
            "int[][] a = {{1}, {x, 2}}; List<?>[] b = {List.of(x)}; return a[0][0];"));
  }

  @Test
  void infersVar() {
    assertEquals(
        """
        int a = one(x)
        java.util.List<java.lang.Long> b = <java.util.stream.Stream>.of(1L).map(y -> y + a).toList()
        java.util.List<java.lang.Integer> c = map b one(<element>)
        int result = c.size()
        return result
        """.replace("java.util.List<java.lang.Integer> c = map b one(<element>)\n", "")
            .replace("c.size()", "b.size()")
            .replace("<java.util.stream.Stream>", "java.util.stream.Stream"),
        body(
            "static int go(int x)",
            "var a = one(x); var b = java.util.stream.Stream.of(1L).map(y -> y + a).toList(); return b.size();"));
  }

  @Test
  void mapsACallDirectly() {
    assertEquals(
        """
        java.util.List<java.lang.Integer> a = map xs one(<element>)
        java.util.List<java.lang.Integer> b = map a two(<element>, n)
        java.util.Collection<?> list = <java.util.List>.of(1, 2)
        demo.Demo receiver = <java.util.Objects>.requireNonNull(d)
        java.util.List<java.lang.Integer> c = map list self(receiver, <element>)
        java.util.List<java.lang.Integer> one = map c one(<element>)
        return one
        """,
        body(
            "static List<Integer> go(List<Integer> xs, int n, Demo d)",
            "var a = Makespan.map(xs, Demo::one); List<Integer> b = Makespan.map(a, x -> two(x, n)); "
                + "var c = Makespan.map(List.of(1, 2), d::self); return Makespan.map(c, Demo::one);"));
  }

  @Test
  void mapsALambdaAsABody() {
    assertEquals(
        """
        java.util.List<java.lang.Long> a = each xs (java.lang.Integer x) [n] self
          int self = self(<self>, x)
          int two = two(self, n)
          java.lang.Long result = [two] + 1L
          return result
        return a
        """,
        body(
            "List<Long> go(List<Integer> xs, int n)",
            "List<Long> a = Makespan.map(xs, x -> two(self(x), n) + 1L); return a;"));
  }

  @Test
  void leavesAMapOfPlainMethodsAlone() {
    assertEquals(
        """
        java.util.List<java.lang.Integer> a = <dev.makespan.Makespan>.map(xs, <demo.Demo>::plain)
        return a
        """,
        body(
            "static List<Integer> go(List<Integer> xs)",
            "List<Integer> a = Makespan.map(xs, Demo::plain); return a;"));
  }

  @Test
  void qualifiesImportedAndInheritedMembers() {
    assertEquals("""
        int a = <java.lang.Math>.max(<demo.Demo>.LIMIT, <java.lang.Integer>.MAX_VALUE) + <demo.Demo>.below(x)
        return a
        """, new ImportedMembers().steps());
  }

  private static final class ImportedMembers {
    String steps() {
      return ReadingProcessor.steps("""
          import static java.lang.Math.*;
          import static java.lang.Integer.MAX_VALUE;
          class Demo extends Base {
            @Workflow static int go(int x) { int a = max(LIMIT, MAX_VALUE) + below(x); return a; }
          }
          class Base { static final int LIMIT = 3; static int below(int x) { return x; } }
          """);
    }
  }
}
