package dev.makespan.processor.source;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.makespan.processor.model.NodeRef;
import dev.makespan.processor.model.Snippet;
import dev.makespan.processor.model.Snippet.Piece;
import dev.makespan.processor.model.Step;
import dev.makespan.processor.model.Value;
import dev.makespan.processor.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Reads the arguments of a call for a parameter that takes any number of them: an array that is
 * passed as it is, or elements of which the call makes one.
 */
final class VariableArity {
  private final BodyContext context;
  private final ExpressionReader expressions;
  private final Types types;

  VariableArity(BodyContext context, ExpressionReader expressions) {
    this.context = context;
    this.expressions = expressions;
    this.types = context.compilation.types();
  }

  /** Whether a call makes the array; empty if that can't be told. */
  Optional<Boolean> packs(MethodInvocationTree call, NodeRef node) {
    List<? extends VariableElement> parameters = node.method().getParameters();
    if (!node.method().isVarArgs()) {
      return Optional.of(false);
    }
    if (call.getArguments().size() != parameters.size()) {
      return Optional.of(true);
    }
    ExpressionTree last = Typer.bare(call.getArguments().get(parameters.size() - 1));
    if (last.getKind() == Tree.Kind.NULL_LITERAL) {
      return Optional.of(false);
    }
    return isA(last, parameters.get(parameters.size() - 1).asType()).map(array -> !array);
  }

  /** Whether an expression is of an array's type; empty if that can't be told. */
  private Optional<Boolean> isA(ExpressionTree tree, TypeMirror array) {
    if (tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree) {
      return Optional.of(false);
    }
    if (tree instanceof ConditionalExpressionTree choice) {
      Optional<Boolean> one = isA(Typer.bare(choice.getTrueExpression()), array);
      return one.isPresent() && one.equals(isA(Typer.bare(choice.getFalseExpression()), array))
          ? one
          : Optional.empty();
    }
    Optional<TypeMirror> type = expressions
        .typeOfCall(tree, Optional.empty())
        .or(() -> tree instanceof NewArrayTree creation
            ? created(creation)
            : context.typer.typeOf(tree, expressions.scope()));
    if (type.isPresent()) {
      return type.map(found -> types.isSubtype(types.erasure(found), types.erasure(array)));
    }
    // Of a class type, though its arguments aren't known.
    Optional<TypeElement> known = context.typer.classOf(tree, expressions.scope());
    return known.map(found -> false);
  }

  private Optional<TypeMirror> created(NewArrayTree tree) {
    if (tree.getType() == null) {
      return Optional.empty();
    }
    Optional<TypeMirror> type = context.names.typeOf(tree.getType());
    for (int i = 0; i < Math.max(tree.getDimensions().size(), 1); i++) {
      type = type.map(types::getArrayType);
    }
    return type;
  }

  /** Reads the elements, and adds the step that makes the array of them. */
  Value pack(
      List<? extends ExpressionTree> elements,
      VariableElement parameter,
      MethodInvocationTree call) {
    TypeMirror component = ((ArrayType) parameter.asType()).getComponentType();
    String name = parameter.getSimpleName().toString();
    List<Piece> pieces = new ArrayList<>(List.of(new Piece.Text("{")));
    Set<Variable> reads = new LinkedHashSet<>();
    boolean readsSelf = false;
    for (int i = 0; i < elements.size(); i++) {
      Value value = expressions.value(elements.get(i), component, name);
      boolean last = elements.subList(i + 1, elements.size()).stream()
          .allMatch(each -> expressions.simple(each).isPresent());
      Value element = last ? value : expressions.unboxed(value, component, name, call);
      pieces.add(new Piece.Text(i == 0 ? "" : ", "));
      if (element instanceof Value.Read read) {
        pieces.add(Piece.of(read.variable()));
        reads.add(read.variable());
      } else if (element instanceof Value.Literal literal) {
        pieces.add(new Piece.Text(literal.source()));
      } else {
        pieces.add(new Piece.Self());
        readsSelf = true;
      }
    }
    pieces.add(new Piece.Text("}"));
    Snippet code =
        ArrayCreation.of(parameter.asType(), new Snippet(pieces, List.copyOf(reads), readsSelf));
    Variable array = new Variable(name, parameter.asType(), Variable.Origin.TEMPORARY);
    expressions.add(new Step.Pure(Optional.of(array), code, context.place(call.getMethodSelect())));
    return new Value.Read(array);
  }
}
