package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.makespan.processor.problem.MapProblems;
import dev.makespan.processor.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Tells what in a stream of calls isn't part of the language. */
final class StreamChecks {
  /** What gives a stream that ends. */
  private static final Set<String> SOURCES = Set.of(
      "java.util.Collection.stream",
      "java.util.Arrays.stream",
      "java.util.stream.Stream.of",
      "java.util.stream.IntStream.of",
      "java.util.stream.IntStream.range",
      "java.util.stream.IntStream.rangeClosed",
      "java.util.stream.LongStream.of",
      "java.util.stream.LongStream.range",
      "java.util.stream.LongStream.rangeClosed",
      "java.lang.CharSequence.chars",
      "java.lang.String.chars",
      "java.lang.String.lines");

  /** What makes a stream end. */
  private static final Set<String> LIMITS = Set.of("limit", "takeWhile");

  /** What may be written below the calls, since it looks at all elements. */
  private static final Set<String> BETWEEN = Set.of(
      "asDoubleStream",
      "asLongStream",
      "boxed",
      "distinct",
      "dropWhile",
      "filter",
      "flatMap",
      "map",
      "mapToDouble",
      "mapToInt",
      "mapToLong",
      "mapToObj",
      "skip",
      "sorted");

  private static final Set<String> ENDS = Set.of(
      "average",
      "collect",
      "max",
      "min",
      "reduce",
      "sum",
      "summaryStatistics",
      "toArray",
      "toList");

  /** Below what a count needs the elements. */
  private static final Set<String> COUNTED = Set.of("filter", "flatMap", "dropWhile");

  /** What looks at no more elements than it needs, so that a plain call makes no more calls. */
  private static final Set<String> SHORT = Set.of(
      "allMatch", "anyMatch", "count", "findAny", "findFirst", "limit", "noneMatch", "takeWhile");

  private final BodyContext context;
  private final Scope scope;

  StreamChecks(BodyContext context, Scope scope) {
    this.context = context;
    this.scope = scope;
  }

  /** What is wrong in the source and in the stages. */
  Optional<Problem> stages(StreamShape shape) {
    StreamChain chain = shape.chain();
    List<MethodInvocationTree> links = chain.links();
    Optional<Problem> parallel = links.stream()
        .filter(link -> NodeSearch.isNamed(link, "parallel"))
        .findFirst()
        .map(link -> MapProblems.parallel(context.place(link.getMethodSelect())));
    if (parallel.isPresent()) {
      return parallel;
    }
    boolean ends = isOfSource(chain.source())
        || links.subList(0, shape.first()).stream().anyMatch(link -> isAny(LIMITS, link));
    if (!ends) {
      boolean isParallel = chain.source() instanceof MethodInvocationTree call
          && NodeSearch.isNamed(call, "parallelStream");
      TreePlace place = context.placeOf(chain.source());
      return Optional.of(isParallel ? MapProblems.parallel(place) : MapProblems.source(place));
    }
    for (int i = shape.first(); i <= shape.last(); i++) {
      if (StreamStage.of(chain, i, scope, context).isEmpty()) {
        return Optional.of(noStage(links.get(i), i == links.size() - 1));
      }
    }
    return Optional.empty();
  }

  private Problem noStage(MethodInvocationTree link, boolean last) {
    TreePlace place = context.place(link.getMethodSelect());
    if (NodeSearch.isNamed(link, "map") && link.getArguments().size() == 1) {
      return MapProblems.function(context.place(link.getArguments().get(0)));
    }
    Optional<String> node =
        last && NodeSearch.isNamed(link, "forEach") && link.getArguments().size() == 1
            ? NodeSearch.first(link.getArguments().get(0), scope, context.targets)
            : Optional.empty();
    return node.map(method -> MapProblems.forEach(place, method))
        .orElseGet(() -> MapProblems.operation(place, NameOf.call(link)));
  }

  /** What is wrong in what follows the last stage. */
  Optional<Problem> rest(StreamShape shape) {
    List<MethodInvocationTree> rest = shape.rest();
    boolean counted = false;
    for (int i = 0; i < rest.size(); i++) {
      MethodInvocationTree link = rest.get(i);
      TreePlace place = context.place(link.getMethodSelect());
      boolean last = i == rest.size() - 1;
      if (NodeSearch.isNamed(link, "parallel")) {
        return Optional.of(MapProblems.parallel(place));
      }
      boolean count = NodeSearch.isNamed(link, "count") && counted;
      if (!count && isAny(SHORT, link)) {
        return Optional.of(MapProblems.partial(place, NameOf.call(link)));
      }
      if (last && isAny(BETWEEN, link)) {
        return Optional.of(open(link));
      }
      if (!count && !isAny(last ? ENDS : BETWEEN, link)) {
        return Optional.of(MapProblems.operation(place, NameOf.call(link)));
      }
      counted |= isAny(COUNTED, link);
    }
    return Optional.empty();
  }

  Problem open(MethodInvocationTree end) {
    return MapProblems.open(context.place(end.getMethodSelect()));
  }

  private static boolean isAny(Set<String> names, MethodInvocationTree link) {
    return names.stream().anyMatch(name -> NodeSearch.isNamed(link, name));
  }

  private boolean isOfSource(ExpressionTree source) {
    return source instanceof MethodInvocationTree call
        && context.targets.callee(call, scope).candidates().stream()
            .anyMatch(StreamChecks::endsItself);
  }

  private static boolean endsItself(ExecutableElement method) {
    return SOURCES.contains(
        Enclosing.type(method).getQualifiedName() + "." + method.getSimpleName());
  }
}
