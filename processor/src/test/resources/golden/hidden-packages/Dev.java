package demo;

import dev.makespan.Makespan;
import dev.makespan.MapTask;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

/**
 * Variables that are named as packages are, beside classes of which the runtime has some of that
 * name: generated code can't say {@code dev.makespan.support.Caller} where {@code dev} is a
 * variable.
 */
public final class Dev {
  @Task
  Caller caller(int dev) {
    return new Caller(dev);
  }

  @Task
  static Body body(Caller java, String demo) {
    return new Body(demo + java.number());
  }

  @MapTask
  static String text(String dev, int java) {
    return dev + java;
  }

  @Task
  static void note(int dev, Body java) {}

  @Workflow
  List<String> all(int dev, String demo) {
    Caller java = caller(dev);
    Body body = body(java, demo);
    note(dev, body);
    Body org = body(java, dev + body.text());
    return List.of(demo, body.text(), org.text());
  }

  @Workflow
  static List<String> texts(List<String> dev, int java) {
    return dev.stream().map(demo -> text(demo, java)).toList();
  }

  @Workflow
  static List<String> same(List<String> demo, int dev) {
    return Makespan.map(demo, java -> text(java, dev));
  }

  @Workflow
  static List<String> elements(List<String> dev) {
    return Makespan.map(dev, java -> text(java, 1));
  }
}
