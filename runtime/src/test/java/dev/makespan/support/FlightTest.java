package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.event.RunGraph;
import dev.makespan.event.RunReport;
import dev.makespan.event.TaskOutcome;
import dev.makespan.spi.RunnerSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Event;
import jdk.jfr.EventType;
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

  private static CallSite root() {
    return CallSite.root(new UncalledMethods().task("pay"), RunGraph.Kind.TASK);
  }

  private static @Nullable Observer observer() {
    return Observer.of(RunnerSettings.DEFAULT, "pay-1", root(), 0);
  }

  private static void runOnce(Observer observer, CallSite site) {
    observer.runStarted();
    Observed task = observer.queued(site, new Awaited(4, 0, null, 0), 0);
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
        runOnce(observer, root());
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
  void aRecordingThatIsToldNothingGetsNoAttemptsBelowAMillisecond() {
    assertEquals("1 ms", threshold(JfrFlight.TaskAttempt.class));
    assertEquals("0 ns", threshold(JfrFlight.WorkflowRun.class));
  }

  private static String threshold(Class<? extends Event> event) {
    return EventType.getEventType(event).getSettingDescriptors().stream()
        .filter(each -> each.getName().equals("threshold"))
        .findFirst()
        .orElseThrow()
        .getDefaultValue();
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
    assertTrue(Flight.IS_PRESENT);
  }

  /** Runs in a JVM of its own. */
  static final class OtherJvm {
    public static void main(String[] args) {
      System.out.println(!Flight.IS_PRESENT + " " + observer());
      RunnerSettings listening = new RunnerSettings(
          0,
          Map.of(),
          List.of(event -> System.out.println(event.getClass().getSimpleName())),
          dev.makespan.event.Recording.DEFAULT,
          List.of(),
          List.of(),
          true,
          null);
      CallSite root = root();
      runOnce(Observer.of(listening, "pay-1", root, 0), root);
    }
  }

  private List<String> inOtherJvm(String... options) throws Exception {
    Path output = folder.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), OtherJvm.class.getName()));
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(output, StandardCharsets.UTF_8);
  }

  @Test
  void aRunNeedsNoFlightRecorder() throws Exception {
    assertEquals(
        List.of(
            "true null",
            "RunStarted",
            "Queued",
            "Started",
            "Retried",
            "Started",
            "Ended",
            "RunEnded"),
        inOtherJvm("--limit-modules", "java.base"));
  }

  // The first use of an event's class takes a third of a second or more.
  @Test
  void aRunThatNobodyRecordsLoadsNothingThatWritesEvents() throws Exception {
    List<String> output = inOtherJvm("-Xlog:class+load");

    assertTrue(output.contains("false null"));
    assertTrue(output.stream().anyMatch(line -> line.contains("support.Flight ")));
    assertEquals(
        List.of(), output.stream().filter(line -> line.contains("JfrFlight")).toList());
  }
}
