package dev.makespan.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.ExpressionProblems;
import dev.makespan.processor.problem.Problem;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.lang.model.element.TypeElement;

/**
 * A snippet while it is read: its edits, what it reads so far, and whether something is wrong in
 * it.
 */
final class Draft {
  /** What a class file can hold; a long or a double counts twice. */
  private static final int MOST_PARAMETERS = 255;

  final BodyContext context;
  final EvaluationOrder order;
  private final Edits edits;
  private final Set<Variable> reads = new LinkedHashSet<>();
  private final Set<TypeElement> classes = new LinkedHashSet<>();
  private Scope scope;
  private final Map<String, Tree> locals = new HashMap<>();
  private final Set<Tree> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean readsSelf;
  private boolean wrong;
  private boolean unknown;
  private Optional<Tree> unseen = Optional.empty();

  Draft(BodyContext context, Scope scope) {
    this.context = context;
    this.order = new EvaluationOrder(context);
    this.edits = new Edits(context.file);
    this.scope = scope;
  }

  Scope scope() {
    return scope;
  }

  /** Runs what is seen from inside a construct that binds names of its own. */
  void nested(Runnable scan) {
    Scope around = scope;
    scope = scope.inner();
    scan.run();
    scope = around;
  }

  boolean isWrong() {
    return wrong;
  }

  void markWrong() {
    wrong = true;
  }

  void refuse(Problem problem) {
    wrong = true;
    context.report(problem);
  }

  /** Refuses a type that the generated class can't name, which is told once. */
  void refuseHidden(TypeElement type, Problem problem) {
    wrong = true;
    context.reportHidden(type, problem);
  }

  /** Notes something that the compiler rejects, whatever it would mean. */
  void invalid() {
    wrong = true;
    unknown = true;
    context.invalid();
  }

  void unknownMember(Tree tree) {
    wrong = true;
    unknown = true;
    context.unknownMember(tree);
  }

  /** Notes that no member of that name can be seen through an expression or a class. */
  void unseenMember(Tree tree, Optional<TypeElement> site) {
    boolean complete = site.isEmpty()
        || context.compilation.lineage(site.get()).stream()
            .allMatch(context.compilation::hasSupertypes);
    context.unseenMember();
    if (complete && unseen.isEmpty()) {
      unseen = Optional.of(tree);
    }
  }

  /**
   * Whether something that has been read is the compiler's to report, so that nothing can be told
   * of its value.
   */
  boolean isUnknown() {
    if (!unknown && unseen.isPresent() && context.isUnreadable()) {
      // The type that has the member may not exist yet.
      return true;
    }
    if (!unknown && unseen.isPresent()) {
      unknownMember(unseen.get());
    }
    return unknown;
  }

  void unknownType(Tree tree) {
    wrong = true;
    unknown = true;
    context.unknownType(tree);
  }

  /** Notes what a name was taken to mean, for the verifier. */
  void note(Tree name, String... meanings) {
    context.resolutions.name(context.file.end(name), List.of(meanings));
  }

  /** Notes where a local name is used, or declared inside the expression. */
  void local(String name, Tree tree) {
    locals.putIfAbsent(name, tree);
  }

  void reads(Variable variable) {
    reads.add(variable);
  }

  void replace(Tree tree, Piece... pieces) {
    selfIn(pieces);
    edits.replace(context.file.start(tree), context.file.end(tree), pieces);
  }

  /** Replaces trees that follow each other, which are no part of the expression. */
  void leaveOut(List<? extends Tree> trees, Piece... pieces) {
    leftOut.addAll(trees);
    selfIn(pieces);
    Tree last = trees.get(trees.size() - 1);
    edits.replace(context.file.start(trees.get(0)), context.file.end(last), pieces);
  }

  boolean isLeftOut(Tree tree) {
    return leftOut.contains(tree);
  }

  void insert(int at, String text) {
    edits.insert(at, new Piece.Text(text));
  }

  void insertBefore(Tree tree, Piece... pieces) {
    selfIn(pieces);
    edits.insert(context.file.start(tree), pieces);
  }

  private void selfIn(Piece... pieces) {
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Self) {
        context.self();
        readsSelf = true;
      }
      if (piece instanceof Piece.Type type) {
        classes.add(type.element());
      }
    }
  }

  /**
   * Refuses a variable that hides a class's simple name where its qualified one doesn't help: in
   * the unnamed package, and beside a variable with the name of the package.
   */
  private void refuseHiddenClasses() {
    for (TypeElement type : classes) {
      String packageName =
          context.compilation.elements().getPackageOf(type).getQualifiedName().toString();
      String root = Enclosing.outermost(type).getSimpleName().toString();
      String packageRoot = packageName.split("\\.", 2)[0];
      boolean unqualified = packageName.isEmpty() || locals.containsKey(packageRoot);
      if (locals.containsKey(root) && unqualified) {
        refuse(ExpressionProblems.hiddenClass(context.place(locals.get(root)), root));
        return;
      }
      if (locals.containsKey(packageRoot) && FlowClass.nests(root)) {
        refuse(ExpressionProblems.hiddenPackage(
            context.place(locals.get(packageRoot)), packageRoot, root));
        return;
      }
    }
  }

  private void refuseTooManyValues(Tree tree) {
    int slots = readsSelf ? 1 : 0;
    for (Variable variable : reads) {
      slots += NodeRef.slots(variable.type());
    }
    if (slots > MOST_PARAMETERS) {
      refuse(ExpressionProblems.tooManyValues(context.place(tree), slots));
    }
  }

  /**
   * Reads a part. If it is the first that may fail or run code, and shall be a step of its own, it
   * is taken out of this snippet, and returned.
   */
  Optional<Snippet> part(ExpressionTree tree, Runnable scan, BooleanSupplier lifted) {
    Set<Variable> readsBefore = new LinkedHashSet<>(reads);
    boolean selfBefore = readsSelf;
    boolean riskBefore = order.firstRisk().isPresent();
    reads.clear();
    readsSelf = false;
    scan.run();
    boolean lift = !riskBefore
        && order.firstRisk().isPresent()
        && !wrong
        && !isUnknown()
        && lifted.getAsBoolean();
    Optional<Snippet> part = lift ? Optional.of(snippet(tree)) : Optional.empty();
    Set<Variable> own = lift ? Set.of() : new LinkedHashSet<>(reads);
    reads.clear();
    reads.addAll(readsBefore);
    reads.addAll(own);
    readsSelf = selfBefore || (!lift && readsSelf);
    if (lift) {
      order.forget();
    }
    return part;
  }

  /** The snippet of an expression that has been read; empty if something is wrong in it. */
  Optional<Snippet> finish(Tree tree) {
    // Quoted in the flow, a member that isn't there would be told once more. In a body that is
    // broken nothing is quoted, and types of locals may be guesses.
    if (!wrong && (context.isBroken() || !isUnknown())) {
      refuseHiddenClasses();
      refuseTooManyValues(tree);
    }
    if (wrong) {
      return Optional.empty();
    }
    return Optional.of(snippet(tree));
  }

  private Snippet snippet(Tree tree) {
    List<Piece> pieces = edits.pieces(context.file.start(tree), context.file.end(tree));
    Set<String> suppressed = new LinkedHashSet<>(context.suppressed());
    suppressed.addAll(LintCauses.of(tree, this, reads));
    return new Snippet(pieces, List.copyOf(reads), readsSelf, List.copyOf(suppressed));
  }
}
