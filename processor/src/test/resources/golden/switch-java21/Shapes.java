package demo;

import dev.makespan.Makespan;
import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.List;
import java.util.Map;

public final class Shapes {
  sealed interface Shape permits Circle, Square, Group {}

  record Circle(int radius) implements Shape {
    boolean isBig() {
      if (radius == 13) {
        throw new IllegalStateException("thirteen");
      }
      return radius > 5;
    }
  }

  record Square(int side) implements Shape {}

  record Group(List<Shape> shapes) implements Shape {}

  @Task
  static int area(Circle circle) {
    return 3 * circle.radius() * circle.radius();
  }

  @Task
  static int edge(int side) {
    return 4 * side;
  }

  @Task
  static Shape grown(Shape shape) {
    return shape instanceof Square square ? new Square(square.side() + 1) : shape;
  }

  @Task
  static String text(Object value) {
    return value + "/" + value.getClass().getSimpleName();
  }

  @Task
  static int size(Map<String, Integer> map) {
    return map.size();
  }

  @Task
  static void store(Object value) {}

  @Workflow
  static int sealed(Shape shape) {
    return switch (shape) {
      case Circle circle when circle.isBig() -> area(circle);
      case Circle circle -> edge(circle.radius());
      case Square(int side) when side > 100 -> throw new IllegalArgumentException("" + side);
      case Square square -> edge(square.side());
      case Group group -> group.shapes().size();
    };
  }

  @Workflow
  static String nulls(String word) {
    String text;
    switch (word) {
      case null -> text = text("nothing");
      case "one" -> text = "1";
      case String other when other.length() > 3 -> text = text(other.length());
      case String other -> text = text(other);
    }
    return text;
  }

  @Workflow
  static Object any(Object value) {
    Object result;
    switch (value) {
      case Integer number when number > 3:
        result = edge(number);
        break;
      case Integer number:
        result = number;
        break;
      case Map<?, ?> map when map.isEmpty():
        store(map);
        result = text(map.size());
        break;
      case int[] numbers:
        result = edge(numbers.length);
        break;
      case null, default:
        result = text("other");
    }
    return result;
  }

  @Workflow
  static int called(Shape shape) {
    return switch (grown(shape)) {
      case Square square -> edge(square.side());
      case Shape other -> {
        String unused = text(other);
        yield unused.length();
      }
    };
  }

  @Workflow
  static List<Integer> mapped(List<Shape> shapes) {
    return Makespan.map(shapes, shape -> switch (shape) {
      case Circle circle -> area(circle);
      case Square square -> edge(square.side());
      case Group group -> 0;
    });
  }

  @Workflow
  static void fences(Shape shape) {
    switch (shape) {
      case Circle circle -> {
        if (circle.isBig()) {
          return;
        }
        store(circle);
      }
      case Square square -> store(square.side());
      case Group group -> Makespan.forEach(group.shapes(), Shapes::store);
    }
    store("end");
  }
}
