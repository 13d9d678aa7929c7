package dev.makespan.samples.documents;

import java.util.List;

/** What became of all files: an outcome for each, in the order they were given, and the summary. */
record Analysis(List<Outcome> outcomes, Summary summary) {}
