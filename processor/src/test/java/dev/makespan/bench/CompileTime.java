package dev.makespan.bench;

import com.palantir.javapoet.JavaFile;
import dev.makespan.Run;
import dev.makespan.processor.MakespanProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Measures javac's CPU time with the processor against that of a hand-written class that does the
 * same. Prints tables in Markdown.
 *
 * <p>Contestants are compiled one after another in processes of their own, in shuffled turns. A
 * ratio is taken within a round.
 *
 * <p>Options: {@code --rounds N} (9 unless told otherwise) and {@code --large} for 2,000 tasks and
 * 500 workflows too, once.
 */
public final class CompileTime {
  private static final String RUNTIME = ClassPath.of(Run.class, Nullable.class);
  private static final String PROCESSOR =
      ClassPath.of(MakespanProcessor.class, JavaFile.class, Run.class, Nullable.class);

  private final Path directory;
  private final Random random = new Random(1);

  private CompileTime(Path directory) {
    this.directory = directory;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> options = Arrays.asList(args);
    int at = options.indexOf("--rounds");
    int rounds = at < 0 ? 9 : Integer.parseInt(options.get(at + 1));
    Path directory = Files.createTempDirectory("compile-time");
    try {
      CompileTime measured = new CompileTime(directory);
      measured.measure(200, 50, rounds);
      if (options.contains("--large")) {
        measured.measure(2_000, 500, 1);
      }
    } finally {
      Contestant.delete(directory);
    }
  }

  private void measure(int tasks, int workflows, int rounds)
      throws IOException, InterruptedException {
    List<Contestant> contestants =
        contestants(new Program(tasks, workflows), directory.resolve("of-" + tasks));
    Map<Contestant, List<Double>> seconds = new LinkedHashMap<>();
    contestants.forEach(each -> seconds.put(each, new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      List<Contestant> turn = new ArrayList<>(contestants);
      Collections.shuffle(turn, random);
      for (Contestant each : turn) {
        seconds.get(each).add(each.compile(RUNTIME));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%nJDK %s, %,d tasks, %,d workflows, rounds: %d; median [quartiles]%n%n| | compiled | CPU, s | × B |%n|---|---|---|---|%n",
        Runtime.version(),
        tasks,
        workflows,
        rounds);
    List<Double> base = seconds.get(contestants.get(1));
    seconds.forEach((each, own) -> {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        ratios.add(own.get(i) / base.get(i));
      }
      System.out.printf(
          "| %s | %s | %s | %s |%n", each.name(), each.what(), spread(own), spread(ratios));
    });
  }

  private static List<Contestant> contestants(Program program, Path directory)
      throws IOException, InterruptedException {
    Path user = directory.resolve("user");
    Path byHand = directory.resolve("by-hand");
    Path generated = directory.resolve("with-generated");
    for (Path each : List.of(user, byHand, generated)) {
      UserClass.write(program, each);
    }
    FutureClass.write(program, byHand);
    Contestant processed = new Contestant(
        "P", "the user's class with the processor", user, directory.resolve("p"), PROCESSOR);
    processed.compile(RUNTIME);
    Files.copy(
        processed.generated().resolve("load/WorkFlow.java"),
        generated.resolve("load/WorkFlow.java"),
        StandardCopyOption.REPLACE_EXISTING);
    return List.of(
        new Contestant("U", "the user's class alone", user, directory.resolve("u"), ""),
        new Contestant("B", "with a class by hand", byHand, directory.resolve("b"), ""),
        new Contestant(
            "G", "with the generated class, processor off", generated, directory.resolve("g"), ""),
        processed);
  }

  private static String spread(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    String median = number(quantile(sorted, 0.5));
    return sorted.size() == 1
        ? median
        : median + " [" + number(quantile(sorted, 0.25)) + " " + number(quantile(sorted, 0.75))
            + "]";
  }

  /** Linear between the two values around it. */
  private static double quantile(List<Double> sorted, double share) {
    double at = share * (sorted.size() - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
