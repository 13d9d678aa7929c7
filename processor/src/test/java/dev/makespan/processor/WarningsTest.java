package dev.makespan.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Warnings, where they are told, and where not. A mark stands directly before the place of each.
 */
final class WarningsTest {
  private static final Pattern MARK = Pattern.compile("/\\*!([a-z-]+)\\*/");
  private static final String HEAD = """
      package demo;
      import dev.makespan.*;
      import java.util.*;
      """;

  @TempDir
  private Path directory;

  /** Compiles a class {@code Demo}, and compares what is told with the marks in it. */
  private List<String> messages(String source) {
    Compiled compiled = Compiled.withWarnings(directory, Map.of("Demo.java", HEAD + source));
    assertTrue(compiled.success(), compiled::messages);
    List<String> expected = new ArrayList<>();
    Matcher mark = MARK.matcher(HEAD + source);
    while (mark.find()) {
      String before = (HEAD + source).substring(0, mark.end());
      expected.add(mark.group(1) + " " + before.lines().count() + ":"
          + (before.length() - before.lastIndexOf('\n')));
    }
    List<String> told = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Diagnostic<?> each : compiled.diagnostics()) {
      String text = each.getMessage(null);
      if (text.startsWith("[makespan:")) {
        told.add(text.substring("[makespan:".length(), text.indexOf(']')) + " "
            + each.getLineNumber() + ":" + each.getColumnNumber());
        texts.add(text.lines().map(String::strip).reduce((a, b) -> a + "\n" + b).orElseThrow());
      }
    }
    assertEquals(expected, told, compiled::messages);
    return texts;
  }

  @Test
  void warnsOfAWorkflowInWhichNothingCanRunInParallel() {
    List<String> told = messages("""
        class Demo {
          @Task static int one(int x) { return x; }
          @Task static int two(int x) { return x; }
          @Task static void store(int x) {}
          @Workflow static int /*!nothing-parallel*/chain(int x) { int a = one(x); int b = a + 1; return two(b) + 1; }
          @Workflow static void /*!nothing-parallel*/steps(int x) { store(x); store(one(x)); }
          @Workflow static int apart(int x) { int a = one(x); /*!serial-fence*/store(x); return a + two(x + 1); }
          @Workflow static int single(int x) { return one(x) + 1; }
          @Workflow static int none(int x) { return x; }
          @Workflow static int fork(int x) { int a = one(x); int b = two(x); return one(a + b); }
          @Workflow static List<Integer> maps(List<Integer> xs) { List<Integer> a = Makespan.map(xs, Demo::one); return Makespan.map(a, Demo::two); }
          @Workflow static int mapped(int x) { return two(one(x)); }
          @Workflow static List<Integer> ofMapped(List<Integer> xs) { return Makespan.map(xs, Demo::mapped); }
          @Workflow static int inLambda(int x) { return two(one(x)); }
          @Workflow static List<Integer> ofLambda(List<Integer> xs) { return Makespan.map(xs, x -> 1 + inLambda(x)); }
          @Workflow static int asked(int x) { return two(one(x)); }
          @Dynamic static int asking(int x) { var flow = DemoFlow.current(); return flow.asked(x).join(); }
          @Workflow static int forks(int x) { return fork(fork(x)); }
          @SuppressWarnings("makespan:nothing-parallel")
          @Workflow static int kept(int x) { return two(one(x)); }
          @SuppressWarnings({"unchecked", "makespan:nothing-parallel"})
          static class Kept { @Workflow static int kept(int x) { return two(one(x)); } }
          static class Other {
            @Task static int chain(int x) { return x; }
            @Workflow static int pair(int x) { int a = chain(x); int b = chain(x + 1); return a + b; }
          }
        }
        """);
    assertEquals("""
        [makespan:nothing-parallel] Nothing in chain can run in parallel: each of its calls waits for the one above (one, two).
        Make it a plain method or one @Task, or map it over many inputs. To keep it so: @SuppressWarnings("makespan:nothing-parallel").""", told.get(0));
    assertEquals("""
        [makespan:nothing-parallel] Nothing in steps can run in parallel: each of its calls waits for the one above (store, one, store).
        Make it a plain method or one @Task, or map it over many inputs. Void calls whose order doesn't matter can go into a Makespan.together. To keep it so: @SuppressWarnings("makespan:nothing-parallel").""", told.get(1));
  }

  @Test
  void saysNothingOfAWorkflowWhoseOrderIsWrong() {
    Compiled compiled = Compiled.withWarnings(directory, Map.of("Demo.java", HEAD + """
            class Demo {
              @Task static int one(int x) { return x; }
              @Task static void store(int x) {}
              @Workflow static int go(int x) { @After("b") int a = one(x); int b = one(a); return b; }
              @Workflow static int late(int x) { @After("b") int a = one(x); store(x); int b = one(x); return a + b; }
            }
            """));
    assertEquals(2, compiled.diagnostics().size(), compiled::messages);
    assertTrue(compiled.messages().contains("[makespan:cycle]"), compiled::messages);
    assertTrue(compiled.messages().contains("[makespan:after-order]"), compiled::messages);
  }

  @Test
  void warnsOfAFenceThatKeepsIndependentCallsApart() {
    List<String> told = messages("""
        @SuppressWarnings("makespan:nothing-parallel") class Demo {
          @Task static int one(int x) { return x; }
          @Task static int two(int x) { return x; }
          @Task static void store(int x) {}
          @Workflow static int apart(int x) {
            int a = one(x);
            /*!serial-fence*/store(x);
            int b = two(x + 1);
            return a + b;
          }
          @Workflow static int map(List<Integer> xs) {
            int a = one(1);
            int b = two(2);
            store(a);
            store(b + 1);
            List<Integer> c = Makespan.map(xs, Demo::one);
            /*!serial-fence*/store(3);
            return one(c.size()) + two(3);
          }
          @Workflow static int needed(int x) { int a = one(x); int b = two(x); /*!serial-fence*/store(a); return one(a) + b; }
          @Workflow static int used(int x) { int a = one(x); int b = two(x); store(a); return one(a + b); }
          @Workflow static int storedBelow(int x) { int a = one(x); store(a); int b = two(x); return a + b; }
          @Workflow static int first(int x) { store(x); int a = one(x); int b = two(x); return a + b; }
          @Workflow static int last(int x) { int a = one(x); int b = two(x); store(x); return a + b; }
          @SuppressWarnings("makespan:serial-fence")
          @Workflow static int kept(int x) { int a = one(x); store(x); int b = two(x); return a + b; }
        }
        """);
    assertEquals("""
        [makespan:serial-fence] store returns nothing, so it waits for one (line 9) and holds back two (line 11), which don't need each other.
        Where the order doesn't matter, write two above store, or store above one. To keep it so: @SuppressWarnings("makespan:serial-fence").""", told.get(0));
  }

  @Test
  void warnsOfATaskThatAssignsAField() {
    List<String> told = messages("""
        class Demo {
          static int count; int own; int[] cells = new int[3]; Demo next;
          static class Base { @Task void note(int x) {} }
          static class Sub extends Base { int last; @Override void note(int x) { last /*!assigned-field*/= x; } }
          @Task static void counts(int x) { count/*!assigned-field*/++; }
          @Task static void adds(int x) { Demo.count /*!assigned-field*/+= x; }
          @Task int keeps(int x) { own /*!assigned-field*/= x; this.own /*!assigned-field*/= x; Runnable r = () -> { (Demo.this.own) /*!assigned-field*/= x; }; r.run(); return x; }
          @MapTask int each(int x) { return /*!assigned-field*/++own; }
          @Task int fine(int x) {
            int own = x; own++; int[] mine = {x}; mine[0] = 2; cells[0] = x;
            Demo made = new Demo(); made.own = x;
            synchronized (this) { this.own = x; }
            Object other = new Object() { int inner; { inner = x; } };
            return own + mine[0] + other.hashCode() * 0;
          }
          @Task synchronized void guarded(int x) { own = x; }
          static void plain(int x) { count = x; }
          @Dynamic static void dynamic(int x) { count = x; }
          @SuppressWarnings("makespan:assigned-field")
          @Task static void kept(int x) { count = x; }
          @Task static void keptAtLocal(int x) {
            @SuppressWarnings("makespan:assigned-field")
            int y = count = x;
          }
        }
        """);
    assertEquals("""
        [makespan:assigned-field] note assigns the field last, which tasks beside it may read or assign at the same time.
        Return the value, or guard the field with synchronized. To keep it so: @SuppressWarnings("makespan:assigned-field").""", told.get(0));
  }

  @Test
  void warnsOfClocksAndChanceInAWorkflow() {
    List<String> told = messages("""
        import java.time.*;
        import java.util.concurrent.ThreadLocalRandom;
        import java.util.function.*;
        class Demo {
          @Task static long one(long x) { return x + System.nanoTime(); }
          @Workflow static long go(Clock clock, List<Long> xs) {
            long a = one(System/*!unrepeatable*/.currentTimeMillis());
            long b = System/*!unrepeatable*/.nanoTime();
            Instant c = Instant/*!unrepeatable*/.now();
            LocalDate d = LocalDate/*!unrepeatable*/.now(ZoneId.of("UTC"));
            double e = Math/*!unrepeatable*/.random();
            int f = ThreadLocalRandom/*!unrepeatable*/.current().hashCode();
            int g = /*!unrepeatable*/new Random().hashCode();
            UUID h = UUID/*!unrepeatable*/.randomUUID();
            Supplier<Instant> i = /*!unrepeatable*/Instant::now;
            List<Long> j = Makespan.map(xs, x -> one(x + System/*!unrepeatable*/.nanoTime()));
            Instant k = Instant.now(clock);
            int l = new Random(7).hashCode();
            @SuppressWarnings("makespan:unrepeatable")
            long m = System.nanoTime();
            return a + b + c.hashCode() + d.hashCode() + (long) e + f + g + h.hashCode() + i.hashCode() + j.size() + k.hashCode() + l + m;
          }
          @Dynamic static long dynamic(long x) {
            Thread thread = Thread.currentThread();
            Makespan.tap(() -> System.out.println(System.nanoTime()));
            Supplier<UUID> id = () -> UUID/*!unrepeatable*/.randomUUID();
            return System/*!unrepeatable*/.nanoTime() + thread/*!unrepeatable*/.getName().length() + id.get().hashCode();
          }
          @SuppressWarnings("makespan:unrepeatable")
          @Dynamic static long keptDynamic(long x) { return System.nanoTime(); }
          @SuppressWarnings("makespan:unrepeatable")
          @Workflow static long kept(long x) { return one(System.nanoTime()); }
          static long plain() { return System.nanoTime(); }
        }
        """);
    assertEquals("""
        [makespan:unrepeatable] System.currentTimeMillis gives another value each time, and the run may ask sooner, later or on another thread than the plain call.
        Ask for it in a @Task, or take it as a parameter. To keep it so: @SuppressWarnings("makespan:unrepeatable").""", told.get(0));
    assertEquals("""
        [makespan:unrepeatable] UUID.randomUUID gives another value each time, so the body may ask for other work when it runs again.
        Ask for it in a @Task that is called on the flow, or take it as a parameter. To keep it so: @SuppressWarnings("makespan:unrepeatable").""", told.get(told.size() - 3));
  }

  @Test
  void warnsOfWhatADynamicHasDoneOutsideItsRun() {
    List<String> told = messages("""
        import java.util.concurrent.*;
        import java.util.function.*;
        class Demo {
          @Task static int one(int x) { return x; }
          @Dynamic static int go(int x, Executor executor, ScheduledExecutorService timer) throws Exception {
            var flow = DemoFlow.current();
            CompletableFuture<Integer> a = flow.one(x);
            CompletableFuture/*!outside-run*/.allOf(a, flow.one(2)).join();
            CompletableFuture/*!outside-run*/.anyOf(a).join();
            CompletableFuture<Integer> b = CompletableFuture/*!outside-run*/.supplyAsync(() -> x);
            CompletableFuture/*!outside-run*/.runAsync(() -> {}, executor);
            Executor late = CompletableFuture/*!outside-run*/.delayedExecutor(1, TimeUnit.SECONDS);
            a/*!outside-run*/.thenApplyAsync(y -> y, executor);
            a.thenApply(y -> y + 1)/*!outside-run*/.thenCombineAsync(b, Integer::sum, executor);
            CompletionStage<Integer> stage = a;
            stage/*!outside-run*/.whenCompleteAsync((y, failure) -> {}, executor);
            a.thenApplyAsync(y -> y);
            a.thenCombineAsync(b, Integer::sum);
            executor/*!outside-run*/.execute(() -> {});
            timer/*!outside-run*/.submit(() -> x);
            timer/*!outside-run*/.schedule(() -> x, 1, TimeUnit.SECONDS);
            Function<Supplier<Integer>, CompletableFuture<Integer>> start = /*!outside-run*/CompletableFuture::supplyAsync;
            CompletableFuture<Integer> done = CompletableFuture.completedFuture(3);
            @SuppressWarnings("makespan:outside-run")
            CompletableFuture<Void> kept = CompletableFuture.allOf(a);
            return Makespan.all(a, done).join().size() + kept.hashCode() * 0 + start.hashCode() * 0 + late.hashCode() * 0;
          }
          @SuppressWarnings("makespan:outside-run")
          @Dynamic static int kept(int x) { return CompletableFuture.supplyAsync(() -> x).join(); }
          @Task static int task(int x) { return CompletableFuture.supplyAsync(() -> x).join(); }
          static int plain(int x) { return CompletableFuture.supplyAsync(() -> x).join(); }
        }
        """);
    assertEquals(List.of("""
        [makespan:outside-run] CompletableFuture.allOf makes a future that isn't the run's: who joins it can't help with the work, and counts as nobody who looks at a failure.
        Use Makespan.all. To keep it so: @SuppressWarnings("makespan:outside-run").""", """
        [makespan:outside-run] CompletableFuture.anyOf makes a future that isn't the run's: who joins it can't help with the work, and counts as nobody who looks at a failure.
        Use Makespan.any. To keep it so: @SuppressWarnings("makespan:outside-run").""", """
        [makespan:outside-run] CompletableFuture.supplyAsync has the work done outside the run, which doesn't wait for it, nor limit, report or cancel it.
        Put the work into a @Task, and call it on the flow. To keep it so: @SuppressWarnings("makespan:outside-run")."""), told.subList(0, 3));
  }

  @Test
  void looksForFencesInMappedLambdasAndBranches() {
    List<String> told = messages("""
        class Demo {
          @Task static int one(int x) { return x; }
          @Task static int two(int x) { return x; }
          @Task static void store(int x) {}
          @Workflow static List<Integer> mapped(List<Integer> xs) {
            return Makespan.map(xs, x -> {
              int a = one(x);
              /*!serial-fence*/store(x);
              return a + one(3);
            });
          }
          @Workflow static void all(List<Integer> xs) {
            Makespan.forEach(xs, x -> { int a = one(x); Makespan.forEach(xs, y -> { int b = one(y); /*!serial-fence*/store(y); store(b + two(y)); }); store(a); });
          }
          @Workflow static int branch(int x) {
            if (x > 3) { int a = one(x); /*!serial-fence*/store(x); return a + two(x); } else { int b = two(x); store(b); one(x); }
            return 3;
          }
          @Workflow static int returned(int x) { int a = one(x); if (a > 3) return 4; store(x); return a + two(x); }
          @Workflow static int between(List<Integer> xs) { int a = one(1); Makespan/*!serial-fence*/.forEach(xs, Demo::store); return a + two(1); }
          @SuppressWarnings("makespan:nothing-parallel")
          @Workflow static int ordered(int x) { int a = one(x); store(x); @After("a") int b = two(x); return a + b; }
          @Workflow static int remark(int x) { int a = one(x); Makespan.tap(() -> System.out.println(x)); int b = two(x); return a + b; }
        }
        """);
    assertEquals("""
        [makespan:serial-fence] store returns nothing, so it waits for one (line 10) and holds back one (line 12), which don't need each other.
        Where the order doesn't matter, write one (line 12) above store, or store above one (line 10). To keep it so: @SuppressWarnings("makespan:serial-fence").""", told.get(0));
  }

  @Test
  void warnsOfAFieldThroughOtherFieldsAndFromLocalClasses() {
    messages("""
        class Demo {
          static int count; int own; Demo next; static Demo shared; int[] cells = {0}; volatile int seen;
          final java.util.concurrent.locks.Lock lock = new java.util.concurrent.locks.ReentrantLock();
          @Task void held(int x) { next.own /*!assigned-field*/= x; this.next.next.own/*!assigned-field*/++; shared.own /*!assigned-field*/= x; super.hashCode(); }
          @Task void inLocal(int x) {
            class Local { int mine; void go() { mine = x; this.mine = x; own /*!assigned-field*/= x; count /*!assigned-field*/= x; Demo.this.own /*!assigned-field*/= x; } }
            new Local().go();
          }
          @Task static Demo made(int x) { return new Demo() {{ own = x; this.own = x; next = null; }}; }
          @Task static void given(Demo other, Demo[] all) { other.own = 3; all[0].own = 4; made(3).own = 5; }
          @Task void elements(int x) { cells[0] = x; cells[0]++; }
          @Task void seen(int x) { seen = x; this.seen = x; seen/*!assigned-field*/++; seen /*!assigned-field*/+= x; }
          @Task void locked(int x) { lock.lock(); try { own = x; } finally { lock.unlock(); } try { own /*!assigned-field*/= x; } finally { lock.hashCode(); } }
        }
        """);
  }

  @Test
  void knowsTheClocksAndTheSourcesOfChance() {
    messages("""
        import java.security.SecureRandom;
        import java.time.*;
        import java.util.random.*;
        import static java.lang.System.nanoTime;
        class Demo {
          @Task static long one(Object x) { return 3; }
          static final Clock CLOCK = Clock.systemUTC();
          @Workflow static long go(int x, Clock clock) throws Exception {
            one(/*!unrepeatable*/nanoTime());
            one(/*!unrepeatable*/new Date());
            one(new Date(x));
            one(/*!unrepeatable*/new GregorianCalendar());
            one(Calendar/*!unrepeatable*/.getInstance());
            one(Clock/*!unrepeatable*/.systemUTC().millis());
            one(Clock/*!unrepeatable*/.tickSeconds(ZoneId.of("UTC")));
            one(InstantSource/*!unrepeatable*/.system());
            one(clock.instant());
            one(CLOCK.millis());
            one(Year/*!unrepeatable*/.now());
            one(/*!unrepeatable*/new SecureRandom());
            one(SecureRandom/*!unrepeatable*/.getInstanceStrong());
            one(RandomGenerator/*!unrepeatable*/.of("Random"));
            one(RandomGeneratorFactory.getDefault()/*!unrepeatable*/.create());
            one(RandomGeneratorFactory.getDefault().create(7));
            one(new SplittableRandom(7));
            one(UUID.nameUUIDFromBytes(new byte[3]));
            if (Math/*!unrepeatable*/.random() > 0.5) { one(3); }
            Makespan.tap(() -> System.out.println(System.nanoTime()));
            List<Instant> times = List.of(1).stream().map(y -> Instant/*!unrepeatable*/.now()).toList();
            return Math/*!unrepeatable*/.random() > 0.5 ? one(4) : one(5);
          }
        }
        """);
  }

  @Test
  void isSilencedAtEveryLevelByConstantsToo() {
    messages("""
        class Demo {
          static final String FENCE = "makespan:serial-fence";
          static int field;
          @Task static int one(int x) { return x; }
          @Task static void store(int x) {}
          static int helper(int x) { return one(x); }
          @SuppressWarnings({FENCE, "makespan:unrepeatable", "makespan:nothing-parallel", "makespan:assigned-field", "makespan:hidden-node-call"})
          static class Outer {
            static class Middle {
              record Inner(int a) {
                static int helper(int x) { return one(x); }
                @Workflow static int fence(int x) { int a = one(x); store(x); return a + one(3); }
                @Workflow static int chain(int x) { return one(one(x)); }
                @Workflow static long time(int x) { return one(x) + System.nanoTime(); }
                @Workflow static int hidden(int x) { return helper(x); }
                @Task static void assign(int x) { field = x; }
              }
            }
          }
          @SuppressWarnings(FENCE) @Workflow static int fence(int x) { int a = one(x); store(x); return a + one(3); }
          static final String HIDDEN = "makespan:hidden-node-call";
          @Workflow static int local(int x) {
            @SuppressWarnings(Demo.HIDDEN) int a = helper(x);
            @SuppressWarnings({HIDDEN}) int b = helper(x);
            @SuppressWarnings(FENCE) int c = /*!hidden-node-call*/helper(x);
            return a + b + c;
          }
          @SuppressWarnings(FENCE) @Workflow static long others(int x) { return one(x) + System/*!unrepeatable*/.nanoTime(); }
        }
        """);
  }
}
