package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunGraph;
import dev.makespan.event.RunReport;
import dev.makespan.event.TaskOutcome;
import dev.makespan.spi.RunnerSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Flight Recorder gets, and that it may be missing. */
class FlightTest {
  @TempDir
  Path folder;

  private static final class Methods extends Nodes {
    Methods() {
      super(Methods.class, "Methods.java");
    }

    @Override
    protected @Nullable Object call(int node, @Nullable Object[] in) {
      return null;
    }

    @Override
    protected @Nullable Step<?> wire(int node, Body run, @Nullable Object[] in) {
      return null;
    }

    CallSite root() {
      return CallSite.root(task(0, "pay", 1), RunGraph.Kind.TASK);
    }
  }

  private static @Nullable Observer observer() {
    return Observer.of(RunnerSettings.DEFAULT, "pay-1", new Methods().root(), 0);
  }

  private static void runOnce(Observer observer, CallSite site) {
    observer.runStarted();
    Observed task = observer.queued(site, 4, 0, null, 0);
    task.started(1);
    task.retried(TaskOutcome.FAILED, new IllegalStateException(), 0, true, 2);
    task.started(3);
    task.ended(TaskOutcome.SUCCEEDED, null, false, 4);
    observer.runEnded(RunReport.Outcome.SUCCEEDED, null, 5);
  }

  private List<RecordedEvent> recorded(String... events) throws Exception {
    Path file = folder.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      recording.disable("dev.makespan.TaskAttempt");
      recording.disable("dev.makespan.Run");
      for (String each : events) {
        recording.enable(each).withoutThreshold();
      }
      recording.start();
      Observer observer = observer();
      if (observer != null) {
        runOnce(observer, new Methods().root());
      }
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(each -> each.getEventType().getName().startsWith("dev.makespan."))
        .toList();
  }

  @Test
  void aRecordingGetsTheRunAndEachAttempt() throws Exception {
    List<RecordedEvent> events = recorded("dev.makespan.TaskAttempt", "dev.makespan.Run");
    List<RecordedEvent> attempts = events.stream()
        .filter(each -> each.getEventType().getName().endsWith("TaskAttempt"))
        .toList();
    RecordedEvent run = events.stream()
        .filter(each -> each.getEventType().getName().endsWith(".Run"))
        .findFirst()
        .orElseThrow();

    assertEquals(
        List.of(1, 2), attempts.stream().map(each -> each.getInt("attempt")).toList());
    RecordedEvent first = attempts.get(0);
    assertEquals("pay-1", first.getString("run"));
    assertEquals("pay", first.getString("node"));
    assertEquals("pay", first.getString("name"));
    assertEquals("task", first.getString("kind"));
    assertEquals(1, first.getLong("execution"));
    assertEquals(4, first.getInt("element"));
    assertEquals("failed", first.getString("outcome"));
    assertTrue(first.getBoolean("overrun"));
    assertEquals(Thread.currentThread().getName(), first.getThread().getJavaName());
    assertEquals("succeeded", attempts.get(1).getString("outcome"));
    assertEquals("pay-1", run.getString("run"));
    assertEquals("pay", run.getString("name"));
    assertEquals("succeeded", run.getString("outcome"));
    assertEquals(1, run.getLong("executions"));
    assertTrue(!run.getStartTime().isAfter(first.getStartTime()));
    assertTrue(!run.getEndTime().isBefore(attempts.get(1).getEndTime()));
  }

  @Test
  void aRecordingOfOneOfTheEventsGetsThatOne() throws Exception {
    assertEquals(
        List.of("dev.makespan.Run"),
        recorded("dev.makespan.Run").stream()
            .map(each -> each.getEventType().getName())
            .toList());
  }

  @Test
  void aRecordingThatIsToldNothingGetsTheRunButNoShortAttempts() throws Exception {
    Path file = folder.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      runOnce(observer(), new Methods().root());
      recording.stop();
      recording.dump(file);
    }

    assertEquals(
        List.of("dev.makespan.Run"),
        RecordingFile.readAllEvents(file).stream()
            .map(each -> each.getEventType().getName())
            .filter(each -> each.startsWith("dev.makespan."))
            .toList());
  }

  @Test
  void aRecordingOfOtherEventsIsNotAskedAndNobodyElseIs() throws Exception {
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ThreadStart");
      recording.disable("dev.makespan.TaskAttempt");
      recording.disable("dev.makespan.Run");
      recording.start();
      assertNull(observer());
      recording.stop();
    }
    assertNull(observer());
    assertNotNull(Flight.RECORDER);
  }

  /** Runs in a JVM without the module. */
  static final class WithoutModule {
    public static void main(String[] args) {
      System.out.println(Flight.RECORDER + " " + observer());
      runOnce(
          Observer.of(
              new RunnerSettings(
                  0,
                  java.util.Map.of(),
                  List.of(event -> System.out.println(event.getClass().getSimpleName())),
                  dev.makespan.event.Recording.DEFAULT,
                  List.of(),
                  List.of(),
                  true,
                  null),
              "pay-1",
              new Methods().root(),
              0),
          new Methods().root());
    }
  }

  @Test
  void aRunNeedsNoFlightRecorder() throws Exception {
    Path output = folder.resolve("output.txt");
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--limit-modules",
            "java.base",
            "-cp",
            System.getProperty("java.class.path"),
            WithoutModule.class.getName())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));

    assertEquals(
        List.of(
            "null null",
            "RunStarted",
            "Queued",
            "Started",
            "Retried",
            "Started",
            "Ended",
            "RunEnded"),
        Files.readAllLines(output, StandardCharsets.UTF_8));
  }
}
