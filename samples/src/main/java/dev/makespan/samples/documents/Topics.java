package dev.makespan.samples.documents;

import java.util.List;

/**
 * What a text is about.
 *
 * @param topics the most central topics, first the strongest
 * @param keySentence the sentence that is closest to all others; empty for an empty text
 */
record Topics(List<Topic> topics, String keySentence) {

  /**
   * One topic.
   *
   * @param word its leading word
   * @param weight the word's share of the text's rank, between 0 and 1
   * @param related words that keep its company, closest first
   */
  record Topic(String word, double weight, List<String> related) {}
}
