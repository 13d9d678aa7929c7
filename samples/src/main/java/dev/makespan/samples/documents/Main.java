package dev.makespan.samples.documents;

import dev.makespan.Run;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The program: analyses text files first by the plain call, then by the flow, and compares results
 * and times.
 *
 * <p>Its exit status is 0 if at least one file was analysed, else 1.
 */
public final class Main {

  private static final String HELP = """
      Analyses text files (UTF-8, English) in parallel: sentiment, topics, entities and readability.

      Usage: Main [--help] [file or folder]...

      Folders are read with everything below them. Without arguments, texts that ship with the
      sample are analysed. A file that can't be read or isn't text is skipped with a line that says so.
      """;

  private Main() {}

  public static void main(String[] args) throws IOException {
    int status = run(List.of(args), System.out);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Runs the program; returns its exit status. */
  static int run(List<String> args, PrintStream out) throws IOException {
    if (args.contains("--help")) {
      out.print(HELP);
      return 0;
    }
    List<Path> files;
    try {
      files = args.isEmpty()
          ? TextFiles.shipped()
          : TextFiles.in(args.stream().map(Path::of).toList());
    } catch (InvalidPathException e) {
      out.println("Not a path: " + e.getInput());
      return 1;
    }
    if (files.isEmpty()) {
      out.println("There are no files in " + String.join(", ", args));
      return 1;
    }
    return analyze(files, out);
  }

  private static int analyze(List<Path> files, PrintStream out) {
    DocumentsFlow flow = new DocumentsFlow();
    Documents.analyzeAll(files);
    flow.analyzeAll(files).join();

    long start = System.nanoTime();
    Analysis plain = Documents.analyzeAll(files);
    Duration plainTime = Duration.ofNanos(System.nanoTime() - start);

    start = System.nanoTime();
    Run<Analysis> run = flow.analyzeAll(files);
    Analysis parallel = run.join();
    Duration flowTime = Duration.ofNanos(System.nanoTime() - start);

    if (!parallel.equals(plain)) {
      throw new AssertionError("The flow's result differs from the plain call's");
    }
    new AnalysisPrinter(out, new FileNames(files)).print(parallel);
    out.println();
    out.println("Plain call " + millis(plainTime) + ", flow " + millis(flowTime)
        + ", equal results. Each was timed after one" + " warm-up of both.");
    out.println();
    out.println(run.report());
    return parallel.summary().analysed() > 0 ? 0 : 1;
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }
}
