package demo;

import dev.makespan.testing.Equivalence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

public final class Cases {
  public static void run() {
    ShapesFlow flow = new ShapesFlow();
    List<Shapes.Shape> shapes = new ArrayList<>(List.of(
        new Shapes.Circle(1),
        new Shapes.Circle(7),
        new Shapes.Square(3),
        new Shapes.Group(List.of(new Shapes.Square(3), new Shapes.Circle(2)))));
    Equivalence.assertSame(() -> Shapes.mapped(shapes), () -> flow.mapped(shapes));
    shapes.addAll(Arrays.asList(new Shapes.Circle(13), new Shapes.Square(101), null));
    for (Shapes.Shape shape : shapes) {
      Equivalence.assertSame(() -> Shapes.sealed(shape), () -> flow.sealed(shape));
      Equivalence.assertSame(() -> Shapes.called(shape), () -> flow.called(shape));
      Equivalence.assertSame(
          () -> {
            Shapes.fences(shape);
            return null;
          },
          () -> flow.fences(shape));
    }
    for (String word : new String[] {null, "one", "two", "three"}) {
      Equivalence.assertSame(() -> Shapes.nulls(word), () -> flow.nulls(word));
    }
    for (Object value : new Object[] {1, 5, Map.of(), Map.of(1, 2), new int[3], null, "x"}) {
      Equivalence.assertSame(() -> Shapes.any(value), () -> flow.any(value));
    }
  }
}
