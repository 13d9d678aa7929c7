package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public final class Fenced {
  static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

  @Task
  static int read(String name) {
    for (int i = 0; i < 5_000 * name.length(); i++) {
      Thread.onSpinWait();
    }
    LOG.add("read " + name);
    return LOG.size();
  }

  @Task
  static boolean isSet(int number) {
    LOG.add("isSet");
    return number > 0;
  }

  @Task
  static void store(String name) {
    LOG.add("store " + name);
  }

  @Workflow
  static List<String> oneBranch(int x) {
    read("before, which takes long");
    if (isSet(x)) {
      read("inside");
      store("inside");
    } else {
      read("other");
    }
    read("after");
    store("after");
    return List.of(LOG.toString());
  }

  @Workflow
  static List<String> nested(int x) {
    if (x > 0) {
      read("outer, which takes long");
      if (isSet(x - 1)) store("inner");
      read("outer");
    } else if (isSet(x + 1)) {
      read("chain");
    } else {
      store("chain");
    }
    store("after");
    return List.of(LOG.toString());
  }
}
