package dev.makespan.internal.local;

import dev.makespan.internal.local.PlantedBugsTest.Bug;
import java.util.List;

/** The bugs that are planted: in the general path, in the fast ones, and around user code. */
final class PlantedBugs {
  static final List<Bug> ALL = List.of(
      new Bug(
          "takes a slot that isn't free, for a turn",
          "internal/local/Slots",
          "next.used == next.max || next.wanted",
          "next.used > next.max"),
      new Bug(
          "takes a slot that isn't free",
          "internal/local/Slots",
          "      if (next.used == next.max) {\n" + "        ArrayDeque",
          "      if (next.used > next.max) {\n" + "        ArrayDeque"),
      new Bug(
          "keeps the slots of inner limits",
          "internal/local/Slots",
          "held.used--;",
          "held.used -= held.outer == null ? 1 : 0;"),
      new Bug(
          "forgets who got the last slot",
          "internal/local/Slots",
          "granted.add(first);",
          "first.comesBack();"),
      new Bug(
          "lets the last one in first",
          "internal/local/Slots",
          "queue.add(claimant);",
          "queue.addFirst(claimant);"),
      new Bug("leaks a place in a pool", "internal/local/Pool", "free++;", "turns++;"),
      new Bug(
          "gives more places in a pool than there are",
          "internal/local/Pool",
          "free--;",
          "turns++;"),
      new Bug(
          "offers a place to who came last",
          "internal/local/Pool",
          "pollFirstEntry()",
          "pollLastEntry()"),
      new Bug(
          "keeps the place while it waits for a retry",
          "internal/local/Execution",
          "passOn(granted, hadPlace);\n" + "    long wait",
          "passOn(granted, false);\n" + "    long wait"),
      new Bug(
          "forgets what waits when a call ends",
          "internal/local/Execution",
          "        granted = end();\n" + "      }\n" + "    }\n" + "    if (running",
          "        granted = end().subList(0, 0);\n" + "      }\n" + "    }\n" + "    if (running"),
      new Bug(
          "starts a call that was stopped",
          "internal/local/Execution",
          "if (state != State.GRANTED) {\n" + "        return;\n" + "      }\n" + "      refused",
          "if (state == State.RUNNING) {\n" + "        return;\n" + "      }\n" + "      refused"),
      new Bug(
          "does not wait before a retry",
          "internal/local/Execution",
          "Duration.ofNanos(wait), ()",
          "Duration.ofNanos(wait / 4), ()"),
      new Bug(
          "makes one attempt too many",
          "support/Retries",
          "made >= policy.retries()",
          "made > policy.retries()"),
      new Bug(
          "makes one attempt too few",
          "support/Retries",
          "made >= policy.retries()",
          "made + 1 >= policy.retries()"),
      new Bug(
          "never ends the grace period",
          "internal/local/Attempt",
          "run.schedule(run.grace(), ()",
          "run.schedule(Duration.ofDays(9), ()"),
      new Bug(
          "interrupts a thread that has gone on",
          "internal/local/Attempt",
          "      thread = null;\n",
          "      overrun = false;\n"),
      new Bug(
          "leaves an interrupt to the next call",
          "internal/local/Worker",
          "if (Thread.interrupted() && helps) {",
          "if (helps && Thread.interrupted()) {"),
      new Bug(
          "does not cancel the stage of an interrupted attempt",
          "internal/local/Attempt",
          "cancels = late || interrupted;",
          "cancels = late;"),
      new Bug(
          "does not interrupt",
          "internal/local/Attempt",
          "thread.interrupt();",
          "thread.isInterrupted();"),
      new Bug(
          "goes on with the stage's own thread",
          "internal/local/Attempt",
          "      handOff(end);",
          "      end.run();"),
      new Bug(
          "has nobody come for what is ready",
          "internal/local/LocalRun",
          "lacksThread = !summoned && (worker == null || !worker.notes(this));",
          "lacksThread = !summoned && worker == null;"),
      new Bug(
          "believes for ever that somebody comes",
          "internal/local/LocalRun",
          "summoned = false;\n" + "      return poll(worker);",
          "summoned = true;\n" + "      return poll(worker);"),
      new Bug(
          "leaves what is ready without a thread",
          "internal/local/LocalRun",
          "Ready first = ready.poll();\n" + "      worker.leaves(!ready.isEmpty() && !summoned);",
          "Ready first = ready.poll();\n" + "      worker.leaves(false);"),
      new Bug(
          "runs user code without sharing what is ready",
          "internal/local/Worker",
          "      owes = false;\n" + "      run.share();",
          "      owes = false;"),
      new Bug(
          "loses what no thread can be had for",
          "internal/local/LocalRun",
          "each.rejected(why);",
          "each.isHelpable();"),
      new Bug(
          "executes what isn't a part of what it waits for",
          "internal/local/LocalRun",
          "tries < MOST_TRIES; tries++) {\n"
              + "        Ready job = each.next();\n"
              + "        if (job.isHelpable() && job.isPartOf(whole)) {",
          "tries < MOST_TRIES; tries++) {\n"
              + "        Ready job = each.next();\n"
              + "        if (job.isHelpable()) {"),
      new Bug(
          "keeps an ended run among the open ones",
          "internal/local/LocalEngine",
          "before.next = after;",
          "before.next = run;"),
      new Bug(
          "helps where that is turned off",
          "support/Caller",
          "if (!settings.helping()) {",
          "if (settings.helping() && waits) {"),
      new Bug(
          "loses the range of a lane that ends",
          "support/MapSchedule",
          "left.push(rest);",
          "left.size();"),
      new Bug(
          "runs elements behind a failing one",
          "support/TaskLane",
          "    if (i > schedule.cutoff() || turn.isStopped()) {",
          "    if (turn.isStopped()) {"),
      new Bug(
          "keeps a slot while an expression is evaluated",
          "support/SlotHolder",
          "engine().giveUp();",
          "engine().isWanted();"),
      new Bug(
          "runs a task in a turn without a slot",
          "support/SlotHolder",
          "boolean taken = engine().acquire(limit);",
          "boolean taken = engine().acquire(limit) || held == null;"),
      new Bug(
          "does not share before the user's code in a turn",
          "support/SlotHolder",
          "engine().entering(isShort);",
          "engine().isWanted();"),
      new Bug(
          "goes on with a turn that was stopped",
          "spi/TaskCall",
          "return stopped;",
          "return false;"),
      new Bug(
          "does not clear the interrupt between two calls of a turn",
          "support/SlotHolder",
          "engine().left();",
          "engine().isWanted();"),
      new Bug(
          "leaves an interrupt to the next element of a lane",
          "support/Turn",
          "        && !own.isInterrupted()\n",
          ""),
      new Bug(
          "leaves a class loader to the next element of a lane",
          "support/Turn",
          "        && own.getContextClassLoader() == loader\n",
          ""),
      new Bug(
          "ends a lane without feeding",
          "support/MapFrame",
          "    if (broken == null || !othersGoOn) {",
          "    if (broken != null && !othersGoOn) {"),
      new Bug(
          "steals without taking from the victim",
          "support/ElementBlock",
          "if (RANGE.compareAndSet(this, now, range(from, middle))) {",
          "if (now == range) {"),
      new Bug(
          "goes on with a stretch after a failure",
          "support/Stretch",
          "    dead = true;\n" + "    failure = turn",
          "    dead = turn.isStopped();\n" + "    failure = turn"),
      new Bug(
          "forgets a spilled body",
          "support/Stretch",
          "      wiring.addRunning(step, body, isFence);\n",
          "      body.isSpilled();\n"),
      new Bug(
          "forgets a spilled element",
          "support/MapFrame",
          "    if (!schedule.add(element, body)) {\n"
              + "      Part.stop(List.of(body));\n"
              + "    }\n"
              + "    body.goOn",
          "    body.goOn"),
      new Bug(
          "gives a stretch's step the wrong value",
          "support/Stretch",
          "return Step.ended(wiring.frame, position, outcome.value(), path);",
          "return Step.ended(wiring.frame, position, outcome.isValue() ? null : path, path);"),
      new Bug(
          "overlooks a stop while a body is wired",
          "support/BodyFrame",
          "    if (stopped) {\n" + "      Steps.Change unused",
          "    if (stopped && begun == (place == null)) {\n" + "      Steps.Change unused"),
      new Bug(
          "ignores fences",
          "support/Steps",
          "    if (fence != null) {\n" + "      waitFor(step, fence, RunGraph.Reason.FENCE);",
          "    if (fence != null && isFence) {\n"
              + "      waitFor(step, fence, RunGraph.Reason.FENCE);"),
      new Bug(
          "loses the end of a skipped step",
          "support/Steps",
          "          unended--;\n" + "          skipped.add",
          "          skipped.add"),
      new Bug(
          "takes a branch that is excluded",
          "support/Steps",
          "if (guarded.way().matches(step.skipped, value)) {\n" + "          tell",
          "if (!guarded.way().matches(step.skipped, value) || step == ended) {\n"
              + "          tell"),
      new Bug(
          "starts steps below a failure",
          "support/Steps",
          "running = drop(cutoff, Integer.MAX_VALUE);",
          "running = drop(steps.size() + first, Integer.MAX_VALUE);"),
      new Bug(
          "tells the last failure",
          "support/Region",
          "Comparator.comparingInt(Failed::position)",
          "Comparator.comparingInt(Failed::position).reversed()"),
      new Bug(
          "overlooks a failed call of a dynamic",
          "support/DynamicFailures",
          "if (each.call().failedUnseen()) {",
          "if (each.call().failedUnseen() && each.number() > 9) {"),
      new Bug(
          "does not stop the elements behind a failing one",
          "support/MapFailures",
          "    Part.stop(toStop);",
          "    toStop.clear();"),
      new Bug(
          "takes a null for a result in a lane",
          "support/TaskLane",
          "if (value == null && !map.takes(i, null)) {",
          "if (value == null && i < 0) {"),
      new Bug(
          "takes a null for a result",
          "support/MapFrame",
          "if (outcome.isValue() && !policy.takes(outcome.value())) {",
          "if (outcome.isValue() && index < 0) {"),
      new Bug(
          "completes the future of a run twice",
          "support/LiveRun",
          "    tellEnd();\n" + "    owner.ended(this, outcome);",
          "    owner.ended(this, outcome);\n" + "    owner.ended(this, outcome);"),
      new Bug(
          "summons nobody before the user's code",
          "internal/local/LocalScope",
          "    worker.entering(isShort);\n",
          ""),
      new Bug(
          "hits the next call of a dynamic with the stop of one",
          "support/Children",
          "lane.dismissed = true;\n            parts",
          "parts"),
      new Bug(
          "loses a call of a dynamic for which there is no slot",
          "support/Children",
          "waiting.addFirst(child);",
          "waiting.size();"),
      new Bug(
          "forgets the calls of a dynamic when a lane has ended",
          "support/Children",
          "next = offer();",
          "next = null;"),
      new Bug(
          "executes a call of a dynamic twice",
          "support/Children",
          "leave(found, Child.State.RUNNING);",
          "expected--;"),
      new Bug(
          "loses the calls of a dynamic when the run refuses a lane",
          "support/Children",
          "lost = takeAll();",
          "lost = List.of();",
          3_800),
      new Bug(
          "forgets to stop a call of a dynamic that can't go on in its lane",
          "support/Children",
          "parts.add(child.body);",
          "parts.size();"),
      new Bug(
          "executes a body again in which a step has failed",
          "support/BodyFrame",
          "!hasEndedWhole() || stopped",
          "stopped"),
      new Bug(
          "executes the body of another method again",
          "support/BodyFrame",
          "at != site",
          "at == null"),
      new Bug(
          "executes a body again with the arguments of the call before",
          "support/BodyFrame",
          "    subject = in;\n",
          ""),
      new Bug(
          "tells the end of a body that is executed again to the call before",
          "support/BodyFrame",
          "    ending = next;\n",
          ""),
      new Bug(
          "does not stop a call of a dynamic that is stopped while it leaves its lane",
          "support/ChildLane",
          "        Part.stop(List.of(body));",
          "        body.isSpilled();",
          15_000),
      new Bug(
          "executes what another lane does for the body that waits",
          "support/ChildLane",
          "\n          && child.state == Child.State.WAITING) {",
          ") {"),
      new Bug(
          "executes a call of a dynamic that was stopped before",
          "support/ChildLane",
          "while (child != null && child.state != Child.State.WAITING) {",
          "while (child != null && child.lane != null) {"),
      new Bug(
          "forgets the call in whose method a lane was given up",
          "support/ChildLane",
          "    if (left != null) {\n",
          "    if (left != null && left.lane != null) {\n"),
      new Bug(
          "has nobody execute the calls of a dynamic while a lane waits",
          "support/Children",
          "        lane.paused = true;\n" + "        lanes--;\n" + "        another = offer();",
          "        lane.paused = true;\n" + "        lanes--;"),
      new Bug(
          "gives each call of a map task by an element a limit of its own",
          "internal/local/LocalScope",
          "    return shared == null || maxSlots == 0",
          "    return shared != null ? inner(maxSlots) : shared == null || maxSlots == 0"),
      new Bug(
          "takes no slot of what elements share for a step of a stretch",
          "support/Stretch",
          "!turn.takeSlot(Parts.scopeOf(callee, scope))",
          "!turn.takeSlot(scope)"),
      new Bug(
          "keeps the slot while stages of a call run",
          "support/Context",
          "      scope.waits();\n",
          ""),
      new Bug(
          "lets the class loader of a turn leak",
          "support/Turn",
          "LoaderSwitch.leave(before);",
          "before = null;"),
      new Bug(
          "lets the class loader of a call leak into the next",
          "support/Turn",
          "    LoaderSwitch.enter(run.loader());\n" + "    method.forget();",
          "    method.forget();"),
      new Bug(
          "lets the caller's context leak",
          "support/Surroundings",
          "open.get(i).close();",
          "open.get(i).hashCode();"),
      new Bug(
          "doesn't say that a task timed out",
          "support/UserCall",
          "observed.timedOut(timeoutMillis(), scope.nanoTime());",
          "observed.waitedForPlace(0);"),
      new Bug(
          "counts an attempt as a wait",
          "support/Observed",
          "      waitsSince = now;\n" + "      delay",
          "      delay"),
      new Bug(
          "tells the end of an attempt twice",
          "support/UserCall",
          "    if (isRunning) {\n" + "      // One",
          "    if (isRunning || thrown != null) {\n" + "      // One"),
      new Bug(
          "keeps a run alive on its thread",
          "internal/local/Worker",
          "    if (before == null) {\n" + "      CURRENT.remove();",
          "    if (before == null) {\n" + "      CURRENT.get();"));

  private PlantedBugs() {}
}
