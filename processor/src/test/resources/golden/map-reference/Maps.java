package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;

class Maps {
  final int weight;
  final Maps other;

  Maps(int weight, Maps other) {
    this.weight = weight;
    this.other = other;
  }

  @Task
  static int length(String text) {
    return text.length();
  }

  @Task
  int weigh(int value) {
    return value * weight;
  }

  @Task
  int weight() {
    return weight;
  }

  @Workflow
  static List<Integer> ofStatic(List<String> texts) {
    return Makespan.map(texts, Maps::length);
  }

  @Workflow
  List<Integer> ofThis(List<Integer> values) {
    return Makespan.map(values, this::weigh);
  }

  @Workflow
  static List<Integer> ofParameter(List<Integer> values, Maps maps) {
    List<Integer> result = Makespan.map(values, maps::weigh);
    return result;
  }

  @Workflow
  List<Integer> ofExpression(List<Integer> values) {
    return Makespan.map(values, other::weigh);
  }

  @Workflow
  static List<Integer> ofElement(List<Maps> all) {
    return Makespan.map(all, Maps::weight);
  }

  @Workflow
  List<Integer> inTurn(List<String> texts) {
    List<Integer> lengths = Makespan.map(texts, Maps::length);
    List<Integer> weighed = Makespan.map(lengths, this::weigh);
    return weighed.subList(1, weighed.size());
  }
}
