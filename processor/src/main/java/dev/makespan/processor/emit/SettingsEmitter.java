package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.Options;
import dev.makespan.processor.model.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Emits the calls that derive a definition with other settings than the usual ones. */
final class SettingsEmitter {
  private static final int DEFAULT_MAX_PARALLELISM = 25;

  private final FlowContext context;
  private final Lint lint;

  /** For a member whose warnings are noted. */
  SettingsEmitter(FlowContext context, Lint lint) {
    this.context = context;
    this.lint = lint;
  }

  /** The settings of one call. */
  static CodeBlock of(Options options) {
    CodeBlock.Builder code = CodeBlock.builder();
    title(options.name(), options.timeout(), code);
    options.retries().ifPresent(times -> code.add(".retries($L)", times));
    return code.build();
  }

  /** The settings of a method. */
  CodeBlock of(Node node) {
    Settings settings = node.settings();
    CodeBlock.Builder code = CodeBlock.builder();
    title(
        Optional.of(node.title()).filter(other -> !other.equals(node.ref().name())),
        settings.timeout(),
        code);
    retries(settings.retries(), code);
    if (!settings.pool().isEmpty()) {
      code.add(".pool($S)", settings.pool());
    }
    if (settings.maxParallelism() != DEFAULT_MAX_PARALLELISM) {
      code.add(".maxParallelism($L)", settings.maxParallelism());
    }
    if (settings.concurrency() != 0) {
      code.add(".concurrency($L)", settings.concurrency());
    }
    if (node.ref().isAsynchronous()) {
      code.add(".asynchronous()");
    }
    if (settings.cancelsAll()) {
      code.add(".cancelAll()");
    }
    return code.build();
  }

  private static void title(
      Optional<String> title, Optional<Duration> timeout, CodeBlock.Builder code) {
    title.ifPresent(name -> code.add(".named($S)", name));
    timeout.ifPresent(limit -> code.add(".timeout($L)", number(limit.toMillis())));
  }

  private void retries(Settings.Retries retries, CodeBlock.Builder code) {
    if (retries.times() != 0) {
      code.add(".retries($L)", retries.times());
    }
    boolean usual = retries.backoff().equals(Settings.Retries.BACKOFF)
        && retries.maxBackoff().equals(Settings.Retries.MAX_BACKOFF);
    if (!usual) {
      code.add(
          ".backoff($L, $L)",
          number(retries.backoff().toMillis()),
          number(retries.maxBackoff().toMillis()));
    }
    exceptions("retryOn", retries.on(), code);
    exceptions("neverRetryOn", retries.never(), code);
  }

  private void exceptions(String setting, List<TypeMirror> types, CodeBlock.Builder code) {
    if (types.isEmpty()) {
      return;
    }
    lint.names(types);
    CodeBlock classes = types.stream()
        .map(type -> CodeBlock.of("$T.class", context.types().name(type)))
        .collect(CodeBlock.joining(", "));
    code.add(".$L($L)", setting, classes);
  }

  /** Digits in groups of three. */
  private static String number(long value) {
    StringBuilder digits = new StringBuilder(Long.toString(value));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, '_');
    }
    return value > Integer.MAX_VALUE ? digits + "L" : digits.toString();
  }
}
