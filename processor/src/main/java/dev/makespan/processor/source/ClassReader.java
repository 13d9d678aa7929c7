package dev.makespan.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.makespan.processor.model.Body;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeKind;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Reading;
import dev.makespan.processor.model.Settings;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.Code;
import dev.makespan.processor.problem.DeclarationProblems;
import dev.makespan.processor.problem.Problem;
import dev.makespan.processor.problem.Warnings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Reads one class: its annotated methods in source order, then the bodies of its workflows and
 * dynamics.
 */
final class ClassReader {
  private final Compilation compilation;
  private final TypeElement type;
  private final Resolutions resolutions;
  private final SourceFile file;
  private final Names names;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final List<Problem> unknown = new ArrayList<>();
  private final Set<MethodTree> unread = new HashSet<>();
  private boolean waiting;
  private boolean broken;
  private boolean rejected;
  private boolean seesAll = true;

  ClassReader(Compilation compilation, TypeElement type, SourceFile file, Resolutions resolutions) {
    this.compilation = compilation;
    this.type = type;
    this.resolutions = resolutions;
    this.file = file;
    this.names = new Names(compilation, type, file);
  }

  Reading read() {
    constructors();
    List<NodeRef> declared = Signatures.nodes(type);
    List<NodeRef> refs = declared.stream().filter(this::isWritten).toList();
    boolean soundClass = refs.isEmpty() || isSoundClass(refs.get(0));
    List<Node> nodes = new ArrayList<>();
    for (NodeRef ref : refs) {
      TreePath path = file.declaration(ref.method())
          .orElseThrow(() -> new IllegalStateException("No source of " + ref.method()));
      Node node = node(ref, path, soundClass);
      if (Signatures.isNameable(ref, compilation)) {
        nodes.add(node);
      } else {
        // Others may call it, which isn't there then.
        broken = true;
      }
    }
    file.declaration(type)
        .ifPresent(path ->
            problems.addAll(StrayAnnotations.in(path.getLeaf(), file, names, resolutions, unread)));
    broken |= waiting || !problems.isEmpty();
    Optional<FlowClass> flow = nodes.isEmpty()
        ? Optional.empty()
        : Optional.of(new FlowClass(
            type,
            FlowClass.nameOf(type),
            file.name(),
            nodes,
            file.hasAuxiliaries(),
            file.isAscii(),
            broken));
    // What is wrong already will be wrong in the next round, too.
    boolean deferred = waiting && problems.isEmpty() && !rejected;
    List<Problem> told = new ArrayList<>(problems);
    told.addAll(warnings);
    boolean whole = soundClass && nodes.size() == declared.size();
    return new Reading(flow, whole, told, deferred, unknown);
  }

  /** Whether it stands in the source. The accessor of a component has the annotations of that. */
  private boolean isWritten(NodeRef ref) {
    boolean written = file.declaration(ref.method()).isPresent();
    if (!written && file.declaration(type).orElseThrow().getLeaf() instanceof ClassTree tree) {
      tree.getMembers().stream()
          .filter(each -> each instanceof VariableTree component
              && component.getName().contentEquals(ref.name()))
          .map(each -> file.placeOfName((VariableTree) each))
          .forEach(place -> problems.add(DeclarationProblems.recordComponent(place, ref.name())));
    }
    return written;
  }

  /** Whether all was there that was looked for, so that another reading can't tell more. */
  boolean isFinal(Reading reading) {
    return reading.deferred() || (!broken && seesAll);
  }

  private void constructors() {
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      for (AnnotationMirror annotation : Markers.on(constructor)) {
        file.declaration(constructor)
            .map(path -> new WrittenPlaces(annotation, (MethodTree) path.getLeaf(), names, file)
                .annotation())
            .ifPresent(place ->
                problems.add(DeclarationProblems.constructor(place, type.getSimpleName())));
      }
    }
  }

  private boolean isSoundClass(NodeRef first) {
    TreePlace place = file.declaration(first.method())
        .map(path -> file.placeOfName((MethodTree) path.getLeaf()))
        .orElseThrow();
    Optional<Problem> problem = new DeclarationChecks(compilation).ofClass(type, place);
    problem.ifPresent(problems::add);
    return problem.isEmpty();
  }

  private Node node(NodeRef ref, TreePath path, boolean soundClass) {
    MethodTree tree = (MethodTree) path.getLeaf();
    AnnotationMirror marker = Markers.on(ref.method()).get(0);
    DeclarationPlaces places = new WrittenPlaces(marker, tree, names, file);
    List<Problem> declared = new DeclarationChecks(compilation).ofMethod(ref, places);
    AnnotationReader annotation = new AnnotationReader(marker, places);
    Settings settings = annotation.settings(ref.kind(), compilation, type);
    waiting |= annotation.hasUnknown();
    boolean readable =
        soundClass && declared.isEmpty() && tree.getBody() != null && !hasUnknownTypes(ref);
    problems.addAll(declared);
    problems.addAll(annotation.problems());
    Optional<Body> read = Optional.empty();
    boolean complete = false;
    Set<String> asks = Set.of();
    if (readable && ref.kind() == NodeKind.WORKFLOW) {
      BodyContext context = context(ref, path);
      read = Optional.of(workflow(ref, tree, context));
      if (isUntold(context)) {
        warnings.add(Warnings.untold(context.problems().get(0).place(), ref.name()));
        read = Optional.of(SequentialBody.of(ref, places.name()));
        complete = true;
      } else {
        complete = isComplete(read.get(), context);
        finish(context);
      }
    } else if (readable && ref.kind() == NodeKind.DYNAMIC) {
      asks = dynamic(ref, path);
    }
    if (ref.kind() == NodeKind.WORKFLOW && !complete) {
      // Also where the compiler misses the body: there is nothing to wire.
      broken = true;
      unread.add(tree);
    }
    TreePlace place = file.placeOfName(tree);
    String summary = Summary.of(file.comment(path));
    return new Node(
        ref,
        annotation.title().orElse(ref.name()),
        place.line(),
        place,
        settings,
        summary,
        complete ? read : Optional.empty(),
        complete ? Optional.empty() : read,
        asks);
  }

  private boolean hasUnknownTypes(NodeRef ref) {
    boolean unknown = Signatures.hasUnknownTypes(ref);
    waiting |= unknown;
    return unknown;
  }

  private static Body workflow(NodeRef ref, MethodTree tree, BodyContext context) {
    List<Variable> parameters = new ArrayList<>();
    Scope scope = Scope.empty();
    for (VariableElement parameter : ref.method().getParameters()) {
      Variable variable = new Variable(
          parameter.getSimpleName().toString(), parameter.asType(), Variable.Origin.PARAMETER);
      parameters.add(variable);
      scope.add(variable);
    }
    ExpressionReader expressions = new ExpressionReader(context, new ArrayList<>(), scope);
    BodyReader statements = new BodyReader(context, expressions, new Returned(ref));
    Optional<Value> result = statements.read(tree.getBody().getStatements());
    context.fills.check(expressions.steps());
    return NeededSteps.body(
        parameters, expressions.steps(), result, statements.orderings(), context.constants);
  }

  /**
   * Whether nothing is wrong but that types are missing which javac itself might tell. Under
   * another compiler that is no reason to refuse what javac takes.
   */
  private boolean isUntold(BodyContext context) {
    return !compilation.syntax().infers()
        && !context.problems().isEmpty()
        && context.problems().stream().allMatch(problem -> problem.code() == Code.VAR_TYPE);
  }

  private boolean isComplete(Body read, BodyContext context) {
    // A superfluous result is the compiler's to report, and so is a missing one.
    boolean complete = !context.isBroken() && !(read.result().isPresent() && context.node.isVoid());
    broken |= !complete;
    return complete;
  }

  /** What a workflow returns: a value of its type, or nothing. */
  private record Returned(NodeRef workflow) implements BodyReader.Returns {
    @Override
    public Value early(ExpressionTree tree, ExpressionReader expressions) {
      return expressions
          .simple(tree)
          .filter(Value.Literal.class::isInstance)
          .orElseGet(() -> read(tree, expressions));
    }

    @Override
    public boolean isValue() {
      return !workflow.isVoid();
    }

    @Override
    public Value read(ExpressionTree tree, ExpressionReader expressions) {
      return expressions.result(
          tree, isValue() ? Optional.of(workflow.method().getReturnType()) : Optional.empty());
    }
  }

  private Set<String> dynamic(NodeRef ref, TreePath path) {
    MethodTree tree = (MethodTree) path.getLeaf();
    BodyContext context = context(ref, path);
    Scope scope = Scope.empty();
    for (VariableElement parameter : ref.method().getParameters()) {
      scope.bind(parameter.getSimpleName().toString(), Optional.of(parameter.asType()));
    }
    DynamicReader reader = new DynamicReader(context, scope);
    reader.read(tree.getBody());
    finish(context);
    return reader.asks();
  }

  private BodyContext context(NodeRef ref, TreePath path) {
    Resolutions.Body noted = resolutions.body(file.uri(), file.start(path.getLeaf()), ref.kind());
    return new BodyContext(compilation, names, file, ref, path, noted);
  }

  private void finish(BodyContext context) {
    for (Problem problem : context.problems()) {
      problems.add(problem);
      if (problem.place() instanceof TreePlace place) {
        context.resolutions.told(file.start(place.tree()), file.end(place.tree()));
      }
    }
    warnings.addAll(context.warnings());
    unknown.addAll(context.unknown());
    waiting |= context.isUnreadable();
    broken |= context.isBroken();
    rejected |= context.isRejected();
    seesAll &= context.seesAll();
  }
}
