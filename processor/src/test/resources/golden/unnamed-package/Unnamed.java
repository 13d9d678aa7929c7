import dev.makespan.Task;
import dev.makespan.Workflow;

public class Unnamed {
  @Task
  public static Blocking wrap(String text) {
    return new Blocking(text);
  }

  @Workflow
  public static String twice(String text) {
    Blocking wrapped = wrap(text);
    return wrapped.text() + wrapped.text();
  }
}
