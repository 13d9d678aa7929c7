package demo;

import dev.makespan.Makespan;
import dev.makespan.testing.Equivalence;
import java.util.List;

public final class Cases {
  public static void run() {
    Scores scores = new Scores(40);
    ScoresFlow flow = new ScoresFlow(scores);
    List<String> texts = List.of("a", "bb", "ccc");
    Equivalence.assertSame(() -> Makespan.map(texts, text -> Scores.score(text, 2)), () -> flow.score(texts, 2));
    Equivalence.assertSame(() -> Makespan.map(List.of(1, 2), scores::entry), () -> flow.entry(List.of(1, 2)));
    Equivalence.assertSame(() -> flow.blocking().score(texts, 2), () -> flow.score(texts, 2));
    Equivalence.assertSame(() -> Scores.scores(texts, 2), () -> flow.scores(texts, 2));
    Equivalence.assertSame(() -> scores.entries(List.of(1, 2)), () -> flow.entries(List.of(1, 2)));
    Equivalence.assertSame(() -> Scores.one("abc"), () -> flow.one("abc"));
  }
}
