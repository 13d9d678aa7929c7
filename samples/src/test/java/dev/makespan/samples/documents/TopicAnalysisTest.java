package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.makespan.samples.documents.Topics.Topic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicAnalysisTest {

  private static final String WHALES =
      "The white whale swims below the ship. The captain of the ship hunts the white whale. "
          + "Every sailor fears the white whale. Whales sleep.";

  @Test
  void theMostConnectedWordLeadsTheFirstTopic() {
    Topic first = TopicAnalysis.of(Texts.of(WHALES)).topics().get(0);
    assertEquals("whale", first.word());
    assertEquals(List.of("white", "ship"), first.related());
  }

  @Test
  void noWordIsInTwoTopics() {
    List<String> words = TopicAnalysis.of(Texts.of(WHALES)).topics().stream()
        .flatMap(topic -> Stream.concat(Stream.of(topic.word()), topic.related().stream()))
        .toList();
    assertEquals(words.stream().distinct().toList(), words);
  }

  @Test
  void weightsFallAndAreShares() {
    List<Double> weights =
        TopicAnalysis.of(Texts.of(WHALES)).topics().stream().map(Topic::weight).toList();
    assertEquals(5, weights.size());
    assertEquals(weights.stream().sorted((a, b) -> Double.compare(b, a)).toList(), weights);
    assertTrue(weights.stream().mapToDouble(weight -> weight).sum() <= 1);
  }

  @Test
  void theKeySentenceSharesMostWordsWithTheOthers() {
    String key = "The old captain hunts the white whale near the ship.";
    Topics topics = TopicAnalysis.of(Texts.of("An old captain with a white beard sails. " + key
        + " The whale sleeps near the ship at night. Nobody eats green apples before noon."));
    assertEquals(key, topics.keySentence());
  }

  @Test
  void anEmptyTextHasNoTopics() {
    assertEquals(new Topics(List.of(), ""), TopicAnalysis.of(Texts.empty()));
  }

  @Test
  void aTextOfStopWordsHasNoTopics() {
    assertEquals(List.of(), TopicAnalysis.of(Texts.of("It is what it was.")).topics());
  }
}
