package dev.makespan;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.CompletionStage;

/**
 * Marks a method as a workflow: straight-line Java, with decisions and loops, whose calls run in
 * parallel where the data flow allows it.
 *
 * <p>The body is read at compile time. For the class {@code Documents} a class
 * {@code DocumentsFlow} is generated; its method of the same name starts a {@link Run} that gives
 * the result of the plain call, sooner.
 *
 * <pre>{@code
 * @Workflow
 * static Report analyze(Path file) throws IOException {
 *   Document d = extract(file);
 *   Sentiment s = sentiment(d);   // these three run side by side
 *   Topics t = topics(d);
 *   Entities e = entities(d);
 *   return report(s, t, e);
 * }
 * }</pre>
 *
 * <h2>What a body may say, and what it becomes</h2>
 *
 * <p>What is refused, and why, stands at the end. {@code Demo}'s generated class is
 * {@code DemoFlow}.
 *
 * <h3>Calls and locals</h3>
 *
 * <p><b>Calls</b> of annotated methods, also nested in one another and in expressions: each is a
 * step of the run, which starts as soon as its arguments are ready. The method may belong to this
 * class or another one, be inherited, or stand in a jar that was compiled with the processor; it
 * may be an instance method of this object, of a parameter or local, or of a service that a
 * <em>final</em> field holds:
 *
 * <pre>{@code
 * final Prices prices;                                    // not private: the flow class reads it
 * @Workflow int value(String item) { return prices.price(item) * count(item); }
 * }</pre>
 *
 * <p><b>Locals</b>, typed or {@code var}, with one value on each path: a local is the name of what
 * a step gives. What branches assign is merged below them, and only the merged value is waited for.
 *
 * <pre>{@code
 * Offer offer;
 * if (isBig(order)) offer = special(order); else offer = normal(order);   // one of the two runs
 * }</pre>
 *
 * <p><b>Pure expressions</b> over parameters and results: operators, casts, arrays, accessors,
 * constructors, static methods; lambda expressions, streams and {@code switch} expressions that
 * call no annotated method. Each is one step, run once by the run's own threads, when what it reads
 * is ready. Pure means that nothing else can tell whether and when it runs. Assignments and calls
 * of the JDK's methods that change something are refused; what methods of your own change isn't
 * seen. An expression may change what it makes itself.
 *
 * <pre>{@code
 * int price = price(item);
 * String line = new StringBuilder(item).append(": ").append(2 * price).toString();
 * }</pre>
 *
 * <h3>Decisions</h3>
 *
 * <p><b>{@code if} and {@code else}</b>, in each other, too. The condition is a pure expression or
 * a call. Nothing in a branch starts before it is known, and a branch that isn't taken never runs.
 *
 * <pre>{@code
 * if (isKnown(customer)) greet(customer);
 * else if (n > 3) register(customer);
 * }</pre>
 *
 * <p><b>{@code return}</b>, at the end and early: what is written below an early one waits until it
 * is clear that it isn't taken.
 *
 * <pre>{@code
 * Entry known = find(key);
 * if (known != null) return known.value();   // nothing below starts before this is decided
 * }</pre>
 *
 * <p><b>Conditional expressions</b> with calls in any part: as {@code if} and {@code else}, as
 * values, arguments and operands. They have the type that Java gives them; where inference would be
 * needed to tell it, the error {@code var-type} asks for {@code if} and {@code else}.
 *
 * <pre>{@code
 * Offer offer = isBig(order) ? special(order) : normal(order);
 * return isBig(order) ? total(offer) / 2 : total(offer);
 * }</pre>
 *
 * <p><b>{@code switch}</b>, as a statement and as an expression, with arrows or with colons, over
 * all that the version of Java switches over, {@code null} and type patterns with guards among it.
 * Which case is chosen is one pure expression, with the labels, the guards, and the cases that do
 * nothing but throw. {@code break}, {@code yield} and {@code return} end a case as in the plain
 * call, also in a branch of it. A {@code switch} expression has the type that its place demands,
 * else that of all its values; where they differ, {@code var-type} asks for a local.
 *
 * <pre>{@code
 * switch (key) {
 *   case "new", "back" -> register(customer);
 *   case "known" -> greet(customer);
 *   default -> throw new IllegalArgumentException(key);
 * }
 * int price = switch (n) {
 *   case 0 -> 0;
 *   case 1 -> price(item);
 *   default -> {
 *     int count = count(item);
 *     yield n * count * price(item);
 *   }
 * };
 * }</pre>
 *
 * <h3>Failures</h3>
 *
 * <p><b>{@code try}</b> with catches of one type or several, and {@code finally}, in each other and
 * in branches and lambdas, too (rule 6). Calls in a {@code try} run side by side as elsewhere, also
 * beside what is written above it. <b>{@code throw}</b> of a pure expression, or of what a catch
 * has caught: what is written below waits until it is clear that it isn't come to, as below an
 * early return.
 *
 * <pre>{@code
 * if (n < 0) throw new IllegalArgumentException();
 * int price;
 * try {
 *   price = price(item) * count(item);
 * } catch (IllegalStateException | UnsupportedOperationException e) {
 *   if (n > 3) throw e;
 *   price = 0;
 * } finally {
 *   count(key);
 * }
 * return price;
 * }</pre>
 *
 * <h3>Maps and streams of calls</h3>
 *
 * <p>{@link Makespan#map} over a collection, with a method reference or a lambda expression, which
 * may be a body of its own: one step for each element, all side by side within the limits, fed as
 * slots get free. The list is ready when all are. {@link Makespan#mapSome} tolerates failures.
 *
 * <pre>{@code
 * List<Page> pages = Makespan.map(urls, Site::fetch);
 * List<Report> reports = Makespan.map(pages, page -> report(stripped(page), date));
 * List<Optional<Page>> most = Makespan.mapSome(0.8, urls, Site::fetch);   // empty where it failed
 * }</pre>
 *
 * <p><b>A stream</b> that maps by method references or lambda expressions of which some call
 * annotated methods becomes one map without a barrier between its stages: an element goes on as
 * soon as its own call has ended. As in a stream, the failure of the first failing element wins,
 * and of its stages the first. (Of two nested {@code Makespan.map}s the inner one comes first for
 * all elements, so its failures win.)
 *
 * <pre>{@code
 * List<Page> pages = urls.stream().map(Site::fetch).map(page -> stripped(page)).toList();
 * }</pre>
 *
 * <p>It begins with the {@code stream()} of a collection or array, or with a range of numbers, and
 * what stands above its first call, such as {@code filter} or {@code sorted}, is a pure expression
 * that gives the elements. So is what follows its last call, which begins when all calls have
 * ended: {@code filter}, {@code sorted}, {@code collect}, {@code sum}, {@code reduce} and others
 * that look at all elements. If that fails, a failing call of any element wins.
 *
 * <pre>{@code
 * int sum = items.stream().filter(each -> !each.isBlank()).mapToInt(each -> count(each)).sum();
 * List<Integer> counts = IntStream.range(0, n).mapToObj(i -> count(items.get(i))).toList();
 * }</pre>
 *
 * <h3>Loops</h3>
 *
 * <p><b>{@code for}</b> over a collection, array or other {@code Iterable}, or counting up as in
 * {@code for (int i = a; i < b; i++)}, is a map of its turns: none needs another one, so all run
 * side by side within the limits. A turn may be any body of this language, also with loops and
 * {@code continue}, which ends the turn. It may add to one list or set, or put into one map: a
 * local of the body around, made by {@code new} of {@code ArrayList}, {@code LinkedList},
 * {@code HashSet}, {@code LinkedHashSet}, {@code HashMap} or {@code LinkedHashMap}.
 *
 * <pre>{@code
 * Map<String, Integer> counts = new LinkedHashMap<>();
 * for (String each : items) {
 *   if (each.isBlank()) continue;
 *   counts.put(each, count(each));                  // all calls side by side
 * }
 * return counts.size();
 * }</pre>
 *
 * <p>What the turns give is added when all have ended, in the order of the plain call. Until its
 * last filling nothing else may read the list, so nobody sees it half filled. It may be filled
 * outside of loops, too. A loop that fills nothing is a {@code forEach}.
 *
 * <pre>{@code
 * List<Integer> counts = new ArrayList<>();
 * counts.add(n);
 * for (int i = 0; i < numbers.length; i++) counts.add(doubled(numbers[i]));
 * for (Report each : reports) store(each, folder);      // one fence, parallel inside
 * }</pre>
 *
 * <p>In a {@code try} with catches, what is made above it may be filled by the last statement of
 * the block, if that is the only one to do so, and in the catches: nobody sees what a failing block
 * has added. What is made in the block may be filled anywhere in it.
 *
 * <pre>{@code
 * List<Integer> prices = new ArrayList<>();
 * for (String each : items) {
 *   try {
 *     prices.add(price(each));
 *   } catch (IllegalStateException e) {
 *     register(customer);
 *   }
 * }
 * return prices.size();
 * }</pre>
 *
 * <h3>Calls that return nothing</h3>
 *
 * <p>A call of a void task, workflow or dynamic is a statement, and a <em>fence</em> (rule 2). So
 * is {@link Makespan#forEach}, a map of void calls, and {@link Makespan#together}, some void calls
 * with no order among them, each one call of an annotated method. {@link Makespan#tap} is a side
 * remark, which holds no calls of annotated methods, and is no fence.
 *
 * <pre>{@code
 * Makespan.forEach(reports, report -> store(report, folder));     // one fence, parallel inside
 * Makespan.together(() -> close(folder), () -> greet(customer));  // one fence, parallel inside
 * Makespan.tap(() -> LOG.info("stored " + folder));               // when folder is ready
 * }</pre>
 *
 * <h3>Order, options, recursion</h3>
 *
 * <p>{@link After} on a local: its initialiser starts after the named locals have ended, though it
 * doesn't use their values. {@link Options} on a local: another name, time limit or number of
 * retries for the call of a task.
 *
 * <pre>{@code
 * Schema schema = migrate(database);
 * @After("schema") @Options(timeout = "30s") List<Row> rows = load(database);
 * }</pre>
 *
 * <p>A workflow may call workflows, but not reach itself through them, also not through classes
 * that were compiled earlier or jars. Through a {@link Dynamic} recursion is in order, since it
 * decides at run time when to end:
 *
 * <pre>{@code
 * @Workflow static List<Row> halves(List<Row> a, List<Row> b) { return merge(sort(a), sort(b)); }
 * @Dynamic static List<Row> sort(List<Row> rows) { … }   // a small list at once, else flow.halves(…)
 * }</pre>
 *
 * <h2>What it means</h2>
 *
 * <p>The run gives what the plain call gives. In detail; where this is silent, the plain call
 * decides:
 *
 * <ol>
 *   <li>Data flow orders calls: one starts when its arguments are ready. Value-returning calls that
 *       don't need each other run side by side, so one may run although a call above it fails,
 *       where the plain call wouldn't have run it.
 *       <pre>{@code
 * int stock = count(item);   // these two run side by side,
 * int price = price(item);   // also if count fails; then the run fails as the plain call would
 * }</pre>
 *   <li>A call that returns nothing is a fence: it starts after everything written above it has
 *       ended, and everything below waits for it, pure expressions too. {@code forEach}, a loop
 *       that fills nothing or holds a fence, and {@code together} are one fence each, with freedom
 *       inside. Fences order one body: they don't reach into sub-workflows that run beside each
 *       other. An {@code if} or {@code switch} with a fence in any branch is a fence as a whole,
 *       condition included; inside it the rules hold as outside. {@code tap} is none: it runs once
 *       its inputs are ready.
 *       <pre>{@code
 * register(customer);               // ends first
 * boolean known = isKnown(customer);
 * }</pre>
 *   <li>Nothing in a branch, and nothing below an early return, starts before the condition, or the
 *       chosen case, is known, pure expressions too. A branch that isn't taken never runs, and
 *       never fails. What doesn't stand in a branch or below an early return doesn't wait for the
 *       condition. {@code break} and {@code yield} are no returns: they end their case alone.
 *       <pre>{@code
 * if (isBig(order)) return special(order);
 * return normal(order);             // starts when isBig has said no
 * }</pre>
 *   <li>A pure expression runs once, when its inputs are ready, on the run's own threads. For
 *       failures it takes its place in the order of the lines.
 *       <pre>{@code
 * int share = 100 / count(item);    // if this fails by zero, its failure wins
 * int price = price(item);          // over that of a call below
 * }</pre>
 *   <li>A failing call cancels only what is written below it. What is written above goes on, and
 *       its failure wins: the run fails with the very exception of the plain call, and no later
 *       than all above it have ended. Other failures are {@linkplain Throwable#getSuppressed
 *       suppressed} in it. That the runtime interrupted a task is never a failure. In a map or
 *       loop, the elements are written in the order of the collection.
 *       <pre>{@code
 * Page first = fetch(url);          // if both fail, the run fails as this does,
 * Entry second = find(key);         // even if that one fails earlier
 * }</pre>
 *   <li>A failing call in a {@code try} cancels what is written below it in the {@code try}, and
 *       nothing else. When all that the {@code try} has started has ended, the catches are asked
 *       for the failure that is written first, in which the others are suppressed. None is asked
 *       for the failure of what is written above the {@code try}, which cancels it as all below,
 *       with its catches and {@code finally}. If one takes it, nothing that the {@code try} has
 *       assigned or returned counts; if none does, the {@code try} fails with it. A failure in a
 *       catch belongs to what is around. A {@code finally} runs once, when all that its {@code try}
 *       and its catches have started has ended; its own failure wins, and the other is suppressed
 *       in it. What is written below the {@code try} waits for its end only where it reads what the
 *       {@code try} assigns, or where that may return. A run that is cancelled starts nothing more:
 *       no catch, and no {@code finally}.
 *       <pre>{@code
 * int count = count(item);   // if this fails, the run does
 * int value;
 * try {
 *   value = price(item) * count;      // price runs beside count
 * } catch (IllegalStateException e) {
 *   value = 0;                        // only if price fails, and count hasn't
 * }
 * }</pre>
 *   <li>A run ends when all it started has ended; a task that ignores its interrupt, after a grace
 *       period. The failure of a call whose result nobody uses counts.
 *       <pre>{@code
 * find(key);                        // if it fails, the run does
 * return count(item);
 * }</pre>
 *   <li>In a {@link Dynamic} body a failed call fails its own future only. The dynamic ends when
 *       its body and all it started have ended, and fails by a failure that nobody looked at: the
 *       one point where its plain call is milder.
 *       <pre>{@code
 * @Dynamic static int countOrZero(String item) {
 *   try { return DemoFlow.current().count(item).join(); } catch (RuntimeException e) { return 0; }
 * }
 * }</pre>
 *   <li>The value of an asynchronous task is a future that is complete, so {@code join()} on it is
 *       a pure expression that never waits. A stage that fails fails its call there and then, also
 *       if nobody asks for its value; the plain call fails where it is asked, and {@code join()}
 *       wraps the exception. {@link Makespan#join(CompletionStage)} throws it as it is.
 *       <pre>{@code
 * CompletableFuture<Integer> left = stock(item);
 * int price = price(item);                    // beside it
 * return Makespan.join(left) * price;
 * }</pre>
 *   <li>Calls are wired as the class writes them that declares the workflow, so overriding a
 *       workflow is an error. An annotation counts for a method that overrides the annotated one.
 *       <pre>{@code
 * static class Free extends Prices { @Override int price(String item) { return 0; } }
 * @Workflow static int both(Free free) { return free.price("pear") + free.price("fig"); }   // tasks
 * }</pre>
 *   <li>Arguments that several tasks share must not be mutated.
 *       {@code dev.makespan.testing.Equivalence} compares plain call and flow in a test.
 *       <pre>{@code
 * List<Row> rows = load(database);
 * List<List<Row>> both = List.of(merge(rows, rows), sorted(rows));   // neither may change rows
 * }</pre>
 * </ol>
 *
 * <h2>What is refused, and why</h2>
 *
 * <p>Each is one compile-time error at the very expression, which begins with the code named here
 * and ends with a cure. A method where nothing else helps can be a {@link Dynamic}, which is
 * ordinary Java.
 *
 * <p>Statements:
 *
 * <ul>
 *   <li>{@code loop}: turns run side by side, so none may read or change what another one changes:
 *       a local from outside the loop, or what the loop fills; nor end the loop, by {@code break}
 *       or {@code return}. {@code while}, and counting otherwise than up by one: how many turns
 *       there are isn't known. Fill a list, and go on below the loop.
 *       <pre>{@code
 * int sum = 0;
 * for (String each : items) sum += count(each);
 * return sum;
 * }</pre>
 *   <li>{@code reassignment}: nobody could tell which of the values a step reads.
 *       <pre>{@code
 * int sum = count(item);
 * sum = sum + price(item);
 * }</pre>
 *   <li>{@code branch}: a case that falls through to what the next one does; or a statement that
 *       {@code break} or {@code yield} may leave while two other branches of it go on to what
 *       stands below. What two cases share goes into a workflow that both call.
 *       <pre>{@code
 * switch (n) { case 1: greet(customer); case 2: register(customer); }
 * return n;
 * }</pre>
 *   <li>{@code try}: a resource, which the calls that use it would share; a {@code finally} that
 *       ends with {@code return}, {@code break}, {@code yield} or {@code continue}; a {@code break}
 *       or {@code yield} out of a {@code try} that skips what stands below it.
 *       <pre>{@code
 * try {
 *   return count(item);
 * } finally {
 *   return price(item);
 * }
 * }</pre>
 *   <li>{@code statement}: {@code synchronized}, {@code assert} and others. What they do belongs
 *       into a task.
 *       <pre>{@code
 * assert n > 0;
 * return count(item);
 * }</pre>
 *   <li>{@code plain-call}: a call of a plain method as a statement can only be there for what it
 *       changes, and nothing says when. Make it a void task, or a {@code tap}.
 *       <pre>{@code
 * System.out.println(n);
 * return n;
 * }</pre>
 *   <li>{@code anonymous-class}, {@code super}: the flow class isn't inside your class, so it can
 *       make no anonymous, local or inner one, and can't say {@code super}.
 *       <pre>{@code
 * Object lock = new Object() {};
 * return n;
 * }</pre>
 * </ul>
 *
 * <p>Expressions:
 *
 * <ul>
 *   <li>{@code side-effect}: an expression that assigns, or changes an object that others may see,
 *       would do so at any time. A list may be filled in statements of its own, while nobody else
 *       has it; not in the midst of a {@code try} that stands below it, nor in a {@code finally}.
 *       <pre>{@code
 * List<String> lines = new ArrayList<>();
 * boolean added = lines.add(line(item));
 * }</pre>
 *   <li>{@code conditional-call}: a call to the right of {@code &&} or {@code ||}, or in the guard
 *       of a case, might not be needed. Write a conditional expression: {@code n > 0 ? isBig(order)
 *       : false}.
 *       <pre>{@code
 * boolean big = n > 0 && isBig(order);
 * return big;
 * }</pre>
 *   <li>{@code call-in-lambda}, {@code node-reference}: only the maps, streams and {@code together}
 *       know when a lambda expression runs, and how often.
 *       <pre>{@code
 * Supplier<Integer> later = () -> count(item);
 * return later.get();
 * }</pre>
 *   <li>{@code stream}: between two calls a stream can map and nothing else, since the place of a
 *       {@code filter}, {@code sorted} or {@code limit} among the calls would change which of them
 *       run. Behind the last call it can't look at fewer elements than there are, by {@code limit},
 *       {@code findFirst}, {@code anyMatch} or {@code count}: a plain call would make no more calls
 *       than that needs. End the stream above it in a local list, and begin another one. Of a
 *       stream with another source it isn't known that it ends. {@code forEach} of a stream or
 *       collection with calls is {@link Makespan#forEach}.
 *       <pre>{@code
 * List<Page> first = urls.stream().map(Site::fetch).limit(3).toList();
 * return first.size();
 * }</pre>
 *   <li>{@code together}: a part that isn't one call of an annotated method. Several calls go into
 *       a workflow.
 *       <pre>{@code
 * Makespan.together(() -> close(folder), () -> System.gc());
 * }</pre>
 *   <li>{@code ratio}: a constant ratio of {@code mapSome} that isn't from 0 to 1.
 *       <pre>{@code
 * List<Optional<Page>> some = Makespan.mapSome(80, urls, Site::fetch);
 * return some.size();
 * }</pre>
 *   <li>{@code map-type}: the list is declared with another element type than what the calls
 *       return, and the elements of a list aren't converted.
 *       <pre>{@code
 * List<Optional<Number>> counts = Makespan.mapSome(0.8, items, Demo::count);
 * return counts.size();
 * }</pre>
 *   <li>{@code evaluation-order}: a call becomes a step before the expression around it; what
 *       stands left of it and may fail, or read what a call changes, would come too late. Give it a
 *       local.
 *       <pre>{@code
 * return Math.abs(n / order.total()) + count(item);
 * }</pre>
 *   <li>{@code var-type}, {@code pattern-variable}: the type of a value must be known without
 *       inference, and what a pattern binds is known in its condition only, save what a type
 *       pattern of a case binds. Write the type, or a local in the branch.
 *       <pre>{@code
 * Object any = order;
 * if (any instanceof Order same) return special(same);
 * return normal(order);
 * }</pre>
 *   <li>{@code private-member}, {@code private-type}, {@code hidden-node}, {@code hidden-class}:
 *       the flow class, in the same package, couldn't name it. Make it package-private; a variable
 *       that hides a class gets another name.
 *       <pre>{@code
 * return count(item) + secret(n);
 * }</pre>
 *   <li>{@code mutable-receiver}: a call on what a field holds that isn't final, since it may hold
 *       something else by then.
 *       <pre>{@code
 * Prices prices;
 * @Workflow int value(String item) { return prices.price(item) * count(item); }
 * }</pre>
 *   <li>{@code overriding-node}: a call of a method that overrides an annotated one with a result
 *       of another type. Annotate it, too.
 *       <pre>{@code
 * static class Source { @Task Object read(String key) { return key; } }
 * static class Texts extends Source { @Override String read(String key) { return key; } }
 * @Workflow static String text(Texts texts, String key) { return texts.read(key); }
 * }</pre>
 *   <li>{@code no-flow}: a call of an annotated method whose class was compiled without the
 *       processor.
 *   <li>{@code varargs-call}: nothing shows whether an argument is the array itself.
 *       <pre>{@code
 * return sum(n > 0 ? numbers : null);
 * }</pre>
 *   <li>{@code too-many-values}: an expression that takes more than 255 values.
 *   <li>{@code unknown-type}: a type that is neither there nor made by a processor.
 *       <pre>{@code
 * Object reader = new Raeder(key);
 * return n;
 * }</pre>
 *   <li>{@code resolution}: the compiler takes a name to be something else than the processor does,
 *       which reads declarations only. Qualify it.
 *       <pre>{@code
 * Prices prices = new Prices();
 * return Optional.of(prices).get().price(item);
 * }</pre>
 *   <li>{@code flow-call}: a workflow's calls run in parallel by themselves, so it doesn't use its
 *       flow.
 *       <pre>{@code
 * DemoFlow flow = new DemoFlow();
 * return n;
 * }</pre>
 * </ul>
 *
 * <p>Workflows as a whole:
 *
 * <ul>
 *   <li>{@code cycle}: it reaches itself through workflows only, whose wiring would never end, also
 *       where a condition would; or an {@link After} asks for what the data flow forbids. The error
 *       tells each call on the way. Make one of them a {@link Dynamic}.
 *       <pre>{@code
 * @Workflow static int down(int n) { return up(n); }
 * @Workflow static int up(int n) { return down(n); }
 * }</pre>
 *   <li>{@code too-large}: more steps than a method can wire, at some hundreds to two thousand, or
 *       more than 253 parameters. Move parts of it into workflows of their own.
 *   <li>{@code overridden-workflow}: its steps are wired for the class that declares it, so nobody
 *       would call the override.
 *       <pre>{@code
 * static class Full { @Workflow int price(String item) { return doubled(count(item)); } }
 * static class Half extends Full { @Override int price(String item) { return count(item); } }
 * }</pre>
 *   <li>{@code synchronized}: steps run on several threads. A task may be synchronized.
 *       <pre>{@code
 * @Workflow static synchronized int locked(String item) { return count(item); }
 * }</pre>
 *   <li>what {@link Task} says of annotated methods.
 * </ul>
 *
 * <h2>Warnings</h2>
 *
 * <p>Each can be silenced by its code, at a class or method, and at a local where it stands in that
 * local's initialiser:
 *
 * <pre>{@code
 * @SuppressWarnings("makespan:nothing-parallel")
 * @Workflow static int twice(String item) { return doubled(count(item)); }
 * }</pre>
 *
 * <ul>
 *   <li>{@code nothing-parallel}: its calls are tasks of which each waits for the one above, and no
 *       other workflow or dynamic calls it;
 *   <li>{@code serial-fence}: a call that returns nothing keeps apart two calls that don't need
 *       each other, and doesn't need the upper one;
 *   <li>{@code unrepeatable}: it asks for the clock, for a random number or UUID, or for the name
 *       or number of its thread, outside {@code tap};
 *   <li>{@code hidden-node-call}: a plain method that it calls would run a task inline;
 *   <li>{@code assigned-field}: of a task, see {@link Task}.
 * </ul>
 *
 * <p>{@code sequential}: another compiler than javac shows no bodies, or can't tell a type that
 * javac infers, so that in the flow this workflow is its plain call; not to be silenced.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
// On constructors only so that the processor can tell what to do instead.
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Workflow {
  /** The name that reports and errors show. Default: the method's name. */
  String name() default "";

  /**
   * How many tasks of one run may be executed at the same time. Default 25; 0 means no limit. (Of
   * one map, at most 4,096 elements are then under way.)
   *
   * <p>It counts tasks only: workflows, dynamics and pure expressions hold no slot, so nesting
   * can't block itself, also at 1. The limit of a workflow that another one calls holds inside it,
   * within the caller's. The limit of the {@link Runner} holds as well; the smaller one counts.
   */
  int maxParallelism() default 25;

  /**
   * The longest time that the workflow may take as a whole, such as {@code "30s"} or {@code "5m"}.
   * Default: no limit.
   *
   * <p>It begins when the run begins or, for a workflow that another one calls, when its arguments
   * are ready. When it has passed and the workflow isn't done, everything in it is cancelled as by
   * {@link Run#cancel}, and it fails with a {@link TaskTimeoutException} that names it. All that
   * happens in it counts: waiting for slots, retries and the waits before them. The time limit of a
   * workflow around it, and that of each {@link Task#timeout attempt} in it, hold as well. A plain
   * call has no time limit.
   */
  String timeout() default "";

  /**
   * What the failure of one call does to the others in this workflow. Default: only what is written
   * below the failing call is cancelled, so that the run fails as the plain call does (rule 5).
   *
   * <p>It holds for the calls that this body makes, which include whole workflows and dynamics; in
   * a workflow that it calls, that one's own setting decides. A failure counts when a task has no
   * {@link Task#retries} left.
   */
  OnFailure onFailure() default OnFailure.CANCEL_BELOW;
}
