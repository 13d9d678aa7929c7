package dev.makespan.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Another library reads what is written, by the strict rules of JSON. */
class JsonTest {
  private static final Gson GSON =
      new GsonBuilder().setStrictness(Strictness.STRICT).serializeNulls().create();

  private static JsonObject read(String json) {
    return GSON.fromJson(json, JsonElement.class).getAsJsonObject();
  }

  private static Duration nanos(long nanos) {
    return Duration.ofNanos(nanos);
  }

  private static JsonObject written(String text) {
    return read(new JsonWriter().object().field(text, text).end().toString());
  }

  @Test
  void textsComeThroughWhateverIsInThem() {
    for (String text : List.of(
        "",
        "plain",
        "\"quoted\" \\ /",
        "\b\f\n\r\t\u0000\u001f\u007f\u0080\u2028\u2029",
        "Übergrößenträger 漢字 \ud83d\ude00",
        "\ud800 alone",
        "alone \udc00\ud800",
        "</script>")) {
      assertEquals(text, written(text).get(text).getAsString());
    }
  }

  @Test
  void textsOfAnyCharactersComeThrough() {
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x100 : 0x10000));
      }
      assertEquals(
          text.toString(), written(text.toString()).get(text.toString()).getAsString());
    }
  }

  @Test
  void theTextIsAscii() {
    String json = new JsonWriter().object().field("ü", "\u2028\u007f\n").end().toString();

    assertEquals("{\"\\u00fc\":\"\\u2028\\u007f\\n\"}", json);
  }

  @Test
  void numbersThatJsonDoesNotKnowAreNull() {
    JsonObject json = read(new JsonWriter()
        .object()
        .field("nan", Double.NaN)
        .field("up", Double.POSITIVE_INFINITY)
        .field("down", Double.NEGATIVE_INFINITY)
        .field("small", 1.0E-300)
        .field("negative", -0.5)
        .end()
        .toString());

    assertTrue(json.get("nan").isJsonNull());
    assertTrue(json.get("up").isJsonNull());
    assertTrue(json.get("down").isJsonNull());
    assertEquals(1.0E-300, json.get("small").getAsDouble());
    assertEquals(-0.5, json.get("negative").getAsDouble());
  }

  @Test
  void durationsAreNanosecondsAndOnesTooLongAreTheLongest() {
    JsonObject json = read(new JsonWriter()
        .object()
        .field("none", (Duration) null)
        .field("some", Duration.ofMillis(-3))
        .field("long", Duration.ofSeconds(Long.MAX_VALUE))
        .field("negative", Duration.ofSeconds(Long.MIN_VALUE))
        .end()
        .toString());

    assertTrue(json.get("none").isJsonNull());
    assertEquals(-3_000_000, json.get("some").getAsLong());
    assertEquals(Long.MAX_VALUE, json.get("long").getAsLong());
    assertEquals(Long.MIN_VALUE, json.get("negative").getAsLong());
  }

  @Test
  void aGraphHasItsNodesAndEdges() {
    RunGraph graph = new RunGraph(
        List.of(
            new RunGraph.Node("w", "", "w", RunGraph.Kind.WORKFLOW, "W.java", 3),
            new RunGraph.Node("w/\"a\"", "w", "\"a\"", RunGraph.Kind.TASK, "W.java", 4)),
        List.of(new RunGraph.Edge("w/\"a\"", "w/b", RunGraph.Reason.FENCE)));

    assertEquals("""
        {"nodes":[\
        {"id":"w","parent":"","name":"w","kind":"workflow","file":"W.java","line":3},\
        {"id":"w/\\"a\\"","parent":"w","name":"\\"a\\"","kind":"task","file":"W.java","line":4}],\
        "edges":[{"from":"w/\\"a\\"","to":"w/b","reason":"fence"}]}""", graph.toJson());
    assertEquals(2, read(graph.toJson()).getAsJsonArray("nodes").size());
    assertEquals("{\"nodes\":[],\"edges\":[]}", new RunGraph(List.of(), List.of()).toJson());
  }

  @Test
  void aReportHasAllThatTheRecordsHave() {
    RunReport report = new RunReport(
        "w-1",
        RunReport.Outcome.FAILED,
        nanos(400),
        nanos(900),
        2,
        List.of(new RunReport.PathStep("w/a", "a", nanos(300))),
        List.of(
            new RunReport.NodeReport(
                "w/a",
                "a",
                RunGraph.Kind.TASK,
                7,
                3,
                1,
                nanos(10),
                nanos(390),
                nanos(900),
                new Waits(
                    new Waits.Wait(nanos(1), nanos(2)),
                    "w/b",
                    new Waits.Wait(nanos(3), nanos(4)),
                    new Waits.Wait(nanos(5), nanos(6)),
                    new Waits.Wait(nanos(7), nanos(8)))),
            new RunReport.NodeReport(
                "w/m", "m", RunGraph.Kind.MAP, 8, 0, 0, nanos(0), nanos(0), nanos(0), null)),
        1,
        new Executions(
            List.of(new Execution(
                new ExecutionId("w-1", "w/a", "a", RunGraph.Kind.TASK, 2, 5),
                nanos(11),
                List.of(
                    new Execution.Attempt(
                        1, nanos(12), nanos(13), "t-1", TaskOutcome.TIMED_OUT, "late", true),
                    new Execution.Attempt(
                        2, nanos(14), null, "t-2", TaskOutcome.RUNNING, "", false)),
                TaskOutcome.RUNNING,
                null,
                nanos(15),
                "w/b",
                nanos(16),
                nanos(17),
                nanos(18))),
            4));

    assertEquals(read("""
            {"run":"w-1","outcome":"failed","makespan":400,"work":900,"limit":2,"lowerBound":450,
             "speedUp":2.25,"overruns":1,
             "criticalPath":{"time":300,"steps":[{"node":"w/a","name":"a","time":300}]},
             "nodes":[
              {"node":"w/a","name":"a","kind":"task","line":7,"count":3,"failures":1,
               "firstStart":10,"lastEnd":390,"time":900,
               "waits":{"lastInput":"w/b","inputs":{"total":1,"longest":2},
                "slot":{"total":3,"longest":4},"pool":{"total":5,"longest":6},
                "backoff":{"total":7,"longest":8}}},
              {"node":"w/m","name":"m","kind":"map","line":8,"count":0,"failures":0,
               "firstStart":0,"lastEnd":0,"time":0,"waits":null}],
             "executions":{"total":4,"kept":[
              {"number":2,"node":"w/a","name":"a","kind":"task","element":5,"outcome":"running",
               "queuedAt":11,"endedAt":null,"inputs":15,"lastInput":"w/b","slot":16,"pool":17,
               "backoff":18,
               "attempts":[
                {"number":1,"startedAt":12,"endedAt":13,"thread":"t-1","outcome":"timed_out",
                 "failure":"late","overrun":true},
                {"number":2,"startedAt":14,"endedAt":null,"thread":"t-2","outcome":"running",
                 "failure":"","overrun":false}]}]}}"""), read(report.toJson()));
  }

  @Test
  void aReportOfNothingCanBeRead() {
    RunReport report = new RunReport(
        "w-sequential",
        RunReport.Outcome.SUCCEEDED,
        nanos(0),
        nanos(0),
        0,
        List.of(),
        List.of(),
        0,
        Executions.NONE);

    assertEquals(0, read(report.toJson()).getAsJsonArray("nodes").size());
    assertEquals(1.0, read(report.toJson()).get("speedUp").getAsDouble());
  }
}
