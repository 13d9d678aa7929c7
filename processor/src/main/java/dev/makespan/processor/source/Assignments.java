package dev.makespan.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.problem.BodyProblems;
import dev.makespan.processor.problem.LoopProblems;
import java.util.function.Consumer;

/** Refuses the assignments in a pure expression that reach beyond it. */
final class Assignments {
  private final BodyContext context;
  private final Draft draft;
  private final Consumer<Tree> scan;

  Assignments(Draft draft, Consumer<Tree> scan) {
    this.context = draft.context;
    this.draft = draft;
    this.scan = scan;
  }

  /** A lambda may assign its own locals and the elements of its own arrays. */
  void check(ExpressionTree target, ExpressionTree assignment) {
    ExpressionTree base = Typer.bare(target);
    boolean element = base instanceof ArrayAccessTree;
    while (base instanceof ArrayAccessTree access) {
      scan.accept(access.getIndex());
      base = Typer.bare(access.getExpression());
    }
    String name =
        base instanceof IdentifierTree identifier ? identifier.getName().toString() : "";
    if (draft.scope().isCarried(name) && !element) {
      draft.refuse(LoopProblems.carried(context.place(assignment), name));
    } else if (draft.scope().isUnassigned(name) && !element) {
      draft.refuse(BodyProblems.innerAssignment(context.place(assignment), name));
    } else if (draft.scope().variable(name).isPresent() && !element) {
      draft.refuse(BodyProblems.reassignment(context.place(assignment), name));
    } else if (!draft.scope().binds(name) || draft.scope().variable(name).isPresent()) {
      draft.refuse(BodyProblems.sideEffect(context.place(assignment), context.file.text(target)));
    }
  }
}
