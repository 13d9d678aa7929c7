package dev.makespan.processor.source;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Variable;
import dev.makespan.processor.problem.DeclarationProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads what a catch takes, and binds its parameter. */
final class CatchReader {
  private final BodyContext context;
  private final ExpressionReader branch;

  /** Reads into the steps of a catch. */
  CatchReader(BodyContext context, ExpressionReader branch) {
    this.context = context;
    this.branch = branch;
  }

  void read(CatchTree tree) {
    VariableTree parameter = tree.getParameter();
    List<? extends Tree> written = parameter.getType() instanceof UnionTypeTree union
        ? union.getTypeAlternatives()
        : List.of(parameter.getType());
    List<TypeElement> types = new ArrayList<>();
    for (Tree each : written) {
      context
          .names
          .typeOf(each)
          .flatMap(context.facts::element)
          .ifPresentOrElse(
              type -> {
                reachable(type, each);
                types.add(type);
              },
              () -> context.unknownType(each));
    }
    TypeMirror type = types.isEmpty() ? branch.object("java.lang.Throwable") : common(types);
    Variable caught = new Variable(parameter.getName().toString(), type, Variable.Origin.LOCAL);
    branch.scope().add(caught);
    branch.add(new Step.Caught(Optional.of(caught), types, context.place(tree)));
  }

  private void reachable(TypeElement type, Tree at) {
    TypeParts.unreachable(type.asType(), context.owner(), context.compilation)
        .ifPresent(hidden -> context.reportHidden(
            hidden, DeclarationProblems.privateType(context.place(at), hidden.getSimpleName())));
  }

  /** The nearest class that all of them extend. */
  private TypeMirror common(List<TypeElement> types) {
    TypeMirror common = types.get(0).asType();
    while (!isAbove(common, types)) {
      TypeMirror above = context.facts.element(common).orElseThrow().getSuperclass();
      common =
          context.facts.element(above).isPresent() ? above : branch.object("java.lang.Throwable");
    }
    return common;
  }

  private boolean isAbove(TypeMirror type, List<TypeElement> types) {
    return context
            .facts
            .element(type)
            .filter(each -> each.getQualifiedName().contentEquals("java.lang.Throwable"))
            .isPresent()
        || types.stream()
            .allMatch(each -> context.compilation.types().isSubtype(each.asType(), type));
  }
}
