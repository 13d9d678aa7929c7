package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.problem.Code;
import dev.makespan.processor.problem.ExpressionProblems;
import dev.makespan.processor.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * What the readers of one body share: where it stands, how its names are resolved, and what was
 * found wrong in it.
 */
final class BodyContext {
  final Compilation compilation;
  final Names names;
  final TypeFacts facts;
  final Typer typer;
  final Targets targets;
  final Access access;
  final Mutators mutators;
  final Constants constants;
  final Fills fills;
  final SourceFile file;
  final NodeRef node;
  final Resolutions.Body resolutions;
  private final TreePath method;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final List<Problem> unknown = new ArrayList<>();

  /** The last stages of streams that a pure expression goes on with. */
  final Set<Tree> continued = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<Name> untyped = new HashSet<>();

  /** What was told of types that the generated class can't name. */
  private final Map<TypeElement, Problem> hidden = new HashMap<>();

  /**
   * What the compiler inferred, by the tree that sees the local: it is dear, and asked for often.
   */
  private final IdentityHashMap<Tree, Map<String, Optional<TypeMirror>>> inferred =
      new IdentityHashMap<>();

  private List<String> suppressed = List.of();
  private boolean unreadable;
  private boolean rejected;
  private boolean seesAll = true;

  BodyContext(
      Compilation compilation,
      Names names,
      SourceFile file,
      NodeRef node,
      TreePath method,
      Resolutions.Body resolutions) {
    this.compilation = compilation;
    this.names = names;
    this.facts = new TypeFacts(compilation);
    this.typer = new Typer(compilation, names, facts);
    this.targets = typer.targets();
    this.access = names.access();
    this.mutators = new Mutators(compilation.types());
    this.constants = new Constants(this);
    this.fills = new Fills(this);
    this.file = file;
    this.node = node;
    this.method = method;
    this.resolutions = resolutions;
  }

  TypeElement owner() {
    return node.owner();
  }

  TreePlace place(Tree tree) {
    return file.place(tree);
  }

  /** The place of an expression: of a call, that of the method's name. */
  TreePlace placeOf(ExpressionTree tree) {
    return place(tree instanceof MethodInvocationTree call ? call.getMethodSelect() : tree);
  }

  /** The place of a local's name. */
  TreePlace placeOfName(VariableTree local) {
    return file.placeOfName(local);
  }

  /** The warnings that the statement which is read suppresses. */
  List<String> suppressed() {
    return suppressed;
  }

  /** Reads a statement that suppresses warnings. */
  void suppressing(List<String> warnings, Runnable read) {
    List<String> around = suppressed;
    suppressed = warnings;
    read.run();
    suppressed = around;
  }

  void report(Problem problem) {
    problems.add(problem);
  }

  /** Tells that the generated class can't name a type, at the first place where it would. */
  void reportHidden(TypeElement type, Problem problem) {
    if (problems.contains(hidden.get(type))) {
      invalid();
    } else {
      hidden.put(type, problem);
      report(problem);
    }
  }

  /** Notes a local whose type must be written first. */
  void untyped(Name local) {
    untyped.add(local);
  }

  /** Tells that a type can't be told, unless that may be so because of a local in the value. */
  void reportUntyped(Problem problem, Tree value) {
    boolean follows = Boolean.TRUE.equals(
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitIdentifier(IdentifierTree tree, Void unused) {
            return untyped.contains(tree.getName());
          }

          @Override
          public Boolean reduce(Boolean one, Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
          }
        }.scan(value, null));
    if (follows) {
      invalid();
    } else {
      report(problem);
    }
  }

  /** Warns, unless that is suppressed at the statement, the method or a class around it. */
  void warn(Problem warning) {
    String name = "makespan:" + warning.code().id();
    boolean silent = suppressed.contains(name);
    for (Element at = node.method(); at != null; at = at.getEnclosingElement()) {
      SuppressWarnings annotation = at.getAnnotation(SuppressWarnings.class);
      silent |= annotation != null && List.of(annotation.value()).contains(name);
    }
    if (!silent) {
      warnings.add(warning);
    }
  }

  List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /** What is wrong; without what may follow from a type that doesn't exist yet. */
  List<Problem> problems() {
    return problems.stream()
        .filter(problem -> !unreadable || problem.code() != Code.VAR_TYPE)
        .toList();
  }

  /**
   * Notes a name that can't be told because it, or a type above it, doesn't exist: perhaps not yet.
   */
  void unreadable(Tree name) {
    resolutions.name(file.end(name), List.of());
    unreadable = true;
  }

  /** Notes the name of a type that doesn't exist: perhaps not yet. */
  void unknownType(Tree name) {
    unreadable(name);
    for (ExpressionTree part : UnknownTypes.in(name, names)) {
      unknown.add(ExpressionProblems.unknownType(place(part), file.text(part), names.nearTypes()));
    }
  }

  /** What is wrong if nobody makes the types that don't exist yet. */
  List<Problem> unknown() {
    return List.copyOf(unknown);
  }

  /**
   * Notes something that the compiler rejects in every round. If it turns out to accept it, the
   * verifier tells.
   */
  void rejected(Tree name) {
    resolutions.name(file.end(name), List.of());
    rejected = true;
  }

  /** The instance. A static method has none, which is the compiler's to report. */
  Value.Self self() {
    rejected |= node.method().getModifiers().contains(Modifier.STATIC);
    return new Value.Self();
  }

  /** Notes something that is an error elsewhere, or the compiler's own to report. */
  void invalid() {
    resolutions.rejected();
    rejected = true;
  }

  /** Tells at a call's name what is wrong with it, unless the compiler rejects the call, too. */
  void doubt(Problem problem) {
    if (problem.place() instanceof TreePlace place) {
      resolutions.doubt(file.end(place.tree()), problem);
    }
    rejected = true;
  }

  /** Notes that no member of that simple name is there. */
  void unknownMember(Tree name) {
    if (names.isComplete()) {
      rejected(name);
    } else {
      unreadable(name);
    }
  }

  boolean isUnreadable() {
    return unreadable;
  }

  /** Whether the body stays broken whatever types come to be. */
  boolean isRejected() {
    return rejected;
  }

  /** Notes that a member isn't seen that the source names. */
  void unseenMember() {
    seesAll = false;
  }

  /** Whether all members are there that are looked for on expressions and classes. */
  boolean seesAll() {
    return seesAll;
  }

  boolean isBroken() {
    return unreadable || rejected || !problems.isEmpty();
  }

  /** What a part is read into; empty if it is found wrong, whatever was wrong before. */
  <T> Optional<T> sound(Supplier<T> read) {
    boolean unreadableBefore = unreadable;
    boolean rejectedBefore = rejected;
    int problemsBefore = problems.size();
    unreadable = false;
    rejected = false;
    T found = read.get();
    boolean wrong = unreadable || rejected || problems.size() > problemsBefore;
    unreadable |= unreadableBefore;
    rejected |= rejectedBefore;
    return wrong ? Optional.empty() : Optional.of(found);
  }

  /**
   * Reads a part of something wrong, so that its names are noted; tells nothing of it, since that
   * may follow from what is wrong.
   */
  void silently(Runnable read) {
    int before = problems.size();
    read.run();
    problems.subList(before, problems.size()).clear();
  }

  /** Whether a part is found wrong when it is read. */
  boolean findsWrong(Runnable read) {
    return sound(() -> {
          read.run();
          return true;
        })
        .isEmpty();
  }

  /**
   * The type of a local, as the compiler infers it. It works on a copy of the body; on some
   * compilers it fails.
   *
   * @param after a tree at which the local is in scope
   */
  Optional<TypeMirror> inferred(String local, Tree after) {
    Map<String, Optional<TypeMirror>> known =
        inferred.computeIfAbsent(after, unused -> new HashMap<>());
    if (!known.containsKey(local)) {
      known.put(local, infer(local, after));
    }
    return known.get(local);
  }

  private Optional<TypeMirror> infer(String local, Tree after) {
    TreePath path = TreePath.getPath(method, after);
    return path == null ? Optional.empty() : compilation.syntax().inferred(local, path);
  }

  /** Whether a type is one of the classes that are generated for classes with annotated methods. */
  Optional<TypeElement> flowOf(ExpressionTree name) {
    String spelled = name.toString();
    if (!spelled.endsWith("Flow") || spelled.length() == "Flow".length()) {
      return Optional.empty();
    }
    return flowOf(spelled.substring(spelled.lastIndexOf('.') + 1));
  }

  /** The class that a flow class is generated for. */
  Optional<TypeElement> flowOf(TypeElement type) {
    String name = type.getSimpleName().toString();
    boolean flow = name.endsWith("Flow") && name.length() > "Flow".length();
    return flow ? flowOf(name) : Optional.empty();
  }

  private Optional<TypeElement> flowOf(String simpleName) {
    String[] nesting =
        simpleName.substring(0, simpleName.length() - "Flow".length()).split("_", -1);
    Optional<TypeElement> type = nesting.length == 0 ? Optional.empty() : names.type(nesting[0]);
    for (int i = 1; i < nesting.length; i++) {
      String member = nesting[i];
      type = type.flatMap(outer -> compilation.memberType(outer, member));
    }
    return type.filter(Markers::hasNodes);
  }
}
