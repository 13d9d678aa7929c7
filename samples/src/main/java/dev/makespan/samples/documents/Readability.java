package dev.makespan.samples.documents;

/**
 * How hard a text is to read, by five measures. The last four estimate the years of school a reader
 * needs.
 *
 * @param fleschEase Flesch reading ease: about 100 is very easy, 60 plain, 0 very hard
 */
record Readability(
    double fleschEase,
    double fleschKincaid,
    double gunningFog,
    double smog,
    double automatedReadability) {

  /** The mean of the four school grades. */
  double grade() {
    return (fleschKincaid + gunningFog + smog + automatedReadability) / 4;
  }
}
