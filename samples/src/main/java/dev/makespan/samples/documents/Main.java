package dev.makespan.samples.documents;

import dev.makespan.event.RunReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The program: analyses text files by the plain call and by the flow, and compares results and
 * times.
 *
 * <p>Its exit status is 0 if at least one file was analysed, 1 if none was or the two results
 * differ, and 2 if the arguments are no files or folders at all.
 */
public final class Main {

  private static final String HELP = """
      Analyses text files (UTF-8, English) in parallel: sentiment, topics, entities and readability.

      Usage: Main [--help] [file or folder]...

      Folders are read with everything below them. Without arguments, texts that ship with the
      sample are analysed. A file is skipped, with a line that says why, if it can't be read, is
      empty, isn't text in UTF-8 or is larger than 5 MB.

      Every file is analysed at least four times: by the plain call and by the flow, once to warm up,
      then to measure, up to five times if that takes a few seconds only.
      """;

  private static final int SUCCESS = 0;
  private static final int FAILURE = 1;
  private static final int USAGE = 2;

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
      return SUCCESS;
    }
    if (args.contains("")) {
      out.println("An argument is empty. The current folder is called \".\"");
      return USAGE;
    }
    List<Path> files;
    if (args.isEmpty()) {
      files = TextFiles.shipped();
    } else {
      try {
        List<Path> paths = args.stream().map(Path::of).toList();
        tellEmptyFolders(paths, out);
        files = TextFiles.in(paths);
      } catch (InvalidPathException e) {
        out.println("Not a path: " + Printable.of(e.getInput()) + " (" + e.getReason() + ")");
        return USAGE;
      }
    }
    if (files.isEmpty()) {
      return FAILURE;
    }
    return analyze(files, out);
  }

  private static void tellEmptyFolders(List<Path> paths, PrintStream out) throws IOException {
    for (Path path : paths) {
      if (TextFiles.in(List.of(path)).isEmpty()) {
        out.println("There are no files in " + Printable.of(path.toString()));
      }
    }
  }

  private static int analyze(List<Path> files, PrintStream out) {
    Comparison comparison = Comparison.of(files);
    new AnalysisPrinter(out, new FileNames(files)).print(comparison.analysis());
    out.println();
    if (!comparison.equal()) {
      out.println("The results of the plain call and of the flow differ: "
          + "a file has changed in between, or this is a bug.");
      return FAILURE;
    }
    RunReport report = comparison.run().report();
    line(
        out,
        "Measured speed-up %.2f on %d processors: plain call %.1f ms, flow %.1f ms, equal results.",
        comparison.speedUp(),
        Runtime.getRuntime().availableProcessors(),
        millis(comparison.plainTime()),
        millis(comparison.flowTime()));
    line(out, "Both are the shortest of %d, after one to warm up.", comparison.rounds());
    line(out, "");
    line(
        out,
        "The report of that run divides the sum of its task times by its makespan, %.2f here:",
        report.speedUp());
    line(
        out, "more than the clock shows where tasks share a processor, as each then takes longer.");
    line(out, "");
    out.println(report);
    return comparison.analysis().summary().analysed() > 0 ? SUCCESS : FAILURE;
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }

  private static void line(PrintStream out, String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
