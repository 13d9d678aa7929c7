package dev.makespan.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ImportRulesTest {
  private final List<SourceFile> files = new ArrayList<>();
  private final ImportRules rules = new ImportRules("app")
      .allow("app.low")
      .allow("app", "app.low")
      .allow("app.internal.*", "app", "app.low", "app.internal.*")
      .reserve("org.tool", "app.low");

  @Test
  void acceptsWhatIsAllowed() {
    source("app.low", "import org.tool.Hammer;\nclass Low {}");
    source(
        "app",
        "import app.low.Low;\nimport java.util.List;\nclass App { Low low; app.low.Low other; }");
    source("app.internal.one", "import static app.App.make;\nimport app.low.*;\nclass One {}");
    assertProblems();
  }

  @Test
  void refusesAnImport() {
    source("app.low", "import app.App;\nclass Low {}");
    assertProblems("app/low/Source.java:2: app.low must not use app.App");
  }

  @Test
  void refusesAnImportOnDemand() {
    source("app", "import app.internal.one.*;\nclass App {}");
    assertProblems("app/Source.java:2: app must not use app.internal.one");
  }

  @Test
  void refusesAStaticImport() {
    source("app.low", "import static app.App.make;\nclass Low {}");
    assertProblems("app/low/Source.java:2: app.low must not use app.App.make");
  }

  @Test
  void refusesAQualifiedNameInCode() {
    source("app.low", "class Low {\n  Object app = new app.internal.one.One();\n}");
    assertProblems("app/low/Source.java:3: app.low must not use app.internal.one.One");
  }

  @Test
  void refusesAReservedNameElsewhere() {
    source("app", "import org.tool.Hammer;\nclass App { org.toolbox.Box box; }");
    assertProblems("app/Source.java:2: app must not use org.tool.Hammer");
  }

  @Test
  void readsNoCommentsAndNoStrings() {
    source("app.low", """
        /** See {@link app.App}. */
        class Low { // app.App
          /* app.App */
          String a = "\\"app.App", b = \"""
            \\\""" app.App "app.App
            \""";
          char c = '"';
        }""");
    assertProblems();
  }

  @Test
  void countsLinesAcrossWhatItSkips() {
    source("app.low", "/*\n *\n */\nclass Low { app.App app; }");
    assertProblems("app/low/Source.java:5: app.low must not use app.App");
  }

  @Test
  void findsACycleAmongPackagesThatMayUseEachOther() {
    source("app.internal.one", "import app.internal.two.Two;\nclass One {}");
    source("app.internal.two", "import app.internal.three.Three;\nclass Two {}");
    source("app.internal.three", "import app.internal.one.One;\nclass Three {}");
    assertProblems(
        "cycle: app.internal.one -> app.internal.two -> app.internal.three -> app.internal.one");
  }

  @Test
  void refusesAPackageThatNoRuleNames() {
    source("app.other", "class Other {}");
    assertProblems("package app.other is named by no rule");
  }

  @Test
  void refusesAPackageWithoutADescription() {
    files.add(SourceFile.of("app/App.java", "package app;\nclass App {}"));
    assertProblems("package app has no package-info.java");
  }

  @Test
  void refusesToFindNothing() {
    assertProblems("no sources found");
  }

  private void source(String packageName, String text) {
    String folder = packageName.replace('.', '/');
    files.add(SourceFile.of(folder + "/package-info.java", "package " + packageName + ";"));
    files.add(SourceFile.of(folder + "/Source.java", "package " + packageName + ";\n" + text));
  }

  private void assertProblems(String... problems) {
    assertEquals(List.of(problems), rules.check(files));
  }
}
