package demo;

import dev.makespan.Makespan;
import dev.makespan.Workflow;
import java.util.List;

final class Sub extends Base {
  Sub(List<String> log) {
    super(log);
  }

  @Override
  int load(int id) {
    return super.load(id) * 10;
  }

  @Override
  void note(String text) {
    log.add("sub " + text);
  }

  @Workflow
  int all(int id) {
    int own = load(id);
    int others = new Base(log).load(id);
    int rate = rate(id);
    int again = Sub.rate(own);
    note("loaded " + own);
    return own + others + rate + again + this.sum(id);
  }

  @Workflow
  List<Integer> each(List<Integer> ids) {
    return Makespan.map(ids, this::load);
  }
}
