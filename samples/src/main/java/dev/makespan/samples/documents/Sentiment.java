package dev.makespan.samples.documents;

/**
 * How a text feels.
 *
 * @param overall the mean score of the sentences that have one, from -1 (dark) to 1 (bright); 0 if
 *     none has
 * @param positive the number of sentences above zero
 * @param negative the number of sentences below zero
 * @param neutral the number of all others
 * @param brightest the sentence with the highest score; empty if none is positive
 * @param darkest the sentence with the lowest score; empty if none is negative
 */
record Sentiment(
    double overall, int positive, int negative, int neutral, String brightest, String darkest) {}
