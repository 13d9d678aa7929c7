package dev.makespan.event;

/** Writes a report as JSON; {@link RunReport#toJson} has the format. */
final class ReportJson {
  private final JsonWriter json = new JsonWriter();

  String write(RunReport report) {
    json.object()
        .field("run", report.run())
        .field("outcome", report.outcome().label())
        .field("makespan", report.makespan())
        .field("work", report.work())
        .field("limit", report.limit())
        .field("lowerBound", report.lowerBound())
        .field("speedUp", report.speedUp())
        .field("overruns", report.overruns());
    json.object("criticalPath").field("time", report.criticalPathTime()).array("steps");
    for (RunReport.PathStep step : report.criticalPath()) {
      json.object()
          .field("node", step.node())
          .field("name", step.name())
          .field("time", step.time())
          .end();
    }
    json.endArray().end().array("nodes");
    report.nodes().forEach(this::node);
    json.endArray().object("executions").field("total", report.executions().total());
    json.array("kept");
    report.executions().kept().forEach(this::execution);
    return json.endArray().end().end().toString();
  }

  private void node(RunReport.NodeReport node) {
    json.object()
        .field("node", node.node())
        .field("name", node.name())
        .field("kind", node.kind().label())
        .field("line", node.line())
        .field("count", node.count())
        .field("failures", node.failures())
        .field("firstStart", node.firstStart())
        .field("lastEnd", node.lastEnd())
        .field("time", node.time());
    Waits waits = node.waits();
    if (waits == null) {
      json.field("waits", (String) null);
    } else {
      json.object("waits").field("lastInput", waits.lastInput());
      wait("inputs", waits.inputs());
      wait("slot", waits.slot());
      wait("pool", waits.pool());
      wait("backoff", waits.backoff());
      json.end();
    }
    json.end();
  }

  private void wait(String name, Waits.Wait wait) {
    json.object(name)
        .field("total", wait.total())
        .field("longest", wait.longest())
        .end();
  }

  private void execution(Execution execution) {
    json.object()
        .field("number", execution.id().number())
        .field("node", execution.id().node())
        .field("name", execution.id().name())
        .field("kind", execution.id().kind().label())
        .field("element", execution.id().element())
        .field("outcome", execution.outcome().label())
        .field("queuedAt", execution.queuedAt())
        .field("endedAt", execution.endedAt())
        .field("inputs", execution.inputs())
        .field("lastInput", execution.lastInput())
        .field("slot", execution.slot())
        .field("pool", execution.pool())
        .field("backoff", execution.backoff())
        .array("attempts");
    for (Execution.Attempt attempt : execution.attempts()) {
      json.object()
          .field("number", attempt.number())
          .field("startedAt", attempt.startedAt())
          .field("endedAt", attempt.endedAt())
          .field("thread", attempt.thread())
          .field("outcome", attempt.outcome().label())
          .field("failure", attempt.failure())
          .field("overrun", attempt.overrun())
          .end();
    }
    json.endArray().end();
  }
}
