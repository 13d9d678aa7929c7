package dev.makespan.samples.seeds.parallel;

import java.util.List;

/** All that was found out about a text. */
record TextReport(int sentiment, List<String> topics, List<String> entities, String summary) {}
