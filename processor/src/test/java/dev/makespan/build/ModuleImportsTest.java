package dev.makespan.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The order of the packages in the runtime and in the processor. Stands where both have been built,
 * and reads both.
 */
final class ModuleImportsTest {
  private static final String API = "dev.makespan";
  private static final String EVENT = API + ".event";
  private static final String SPI = API + ".spi";
  private static final String SUPPORT = API + ".support";
  private static final String FINGERPRINT = API + ".fingerprint";
  private static final String TESTING = API + ".testing";
  private static final String INTERNAL = API + ".internal.*";

  private static final String PROCESSOR = API + ".processor";
  private static final String PROBLEM = PROCESSOR + ".problem";
  private static final String MODEL = PROCESSOR + ".model";
  private static final String SOURCE = PROCESSOR + ".source";
  private static final String GRAPH = PROCESSOR + ".graph";
  private static final String CHECK = PROCESSOR + ".check";
  private static final String EMIT = PROCESSOR + ".emit";

  @Test
  void theRuntimeImportsInOneDirection() throws IOException {
    assertKept(
        "../runtime/src/main/java",
        new ImportRules(API)
            .allow(EVENT)
            .allow(SPI, EVENT)
            .allow(API, EVENT, SPI)
            .allow(FINGERPRINT)
            .allow(SUPPORT, EVENT, SPI, API, FINGERPRINT)
            .allow(TESTING, EVENT, SPI, API, SUPPORT)
            .allow(INTERNAL, EVENT, SPI, API, SUPPORT, INTERNAL));
  }

  @Test
  void theProcessorImportsInOneDirection() throws IOException {
    assertKept(
        "src/main/java",
        new ImportRules(API)
            .allow(PROBLEM)
            .allow(MODEL, PROBLEM)
            .allow(SOURCE, API, PROBLEM, MODEL)
            .allow(GRAPH, PROBLEM, MODEL)
            .allow(CHECK, PROBLEM, MODEL, GRAPH)
            .allow(EMIT, API, SPI, SUPPORT, PROBLEM, MODEL, GRAPH)
            .allow(PROCESSOR, API, PROBLEM, MODEL, SOURCE, GRAPH, CHECK, EMIT)
            .reserve("com.sun.source", SOURCE)
            .reserve("com.sun.tools")
            .reserve("com.palantir.javapoet", EMIT));
  }

  private static void assertKept(String folder, ImportRules rules) throws IOException {
    assertEquals("", String.join("\n", rules.check(SourceFile.under(Path.of(folder)))));
  }
}
