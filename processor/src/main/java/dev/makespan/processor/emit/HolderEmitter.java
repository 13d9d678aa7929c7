package dev.makespan.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.makespan.processor.graph.FlowMembers;
import dev.makespan.processor.graph.ReservedNames;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.Node;
import dev.makespan.processor.model.NodeKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Emits what a class file can hold only a certain number of: the constants of methods, their calls
 * and their wiring.
 */
final class HolderEmitter {
  private final FlowContext context;
  private final int holder;

  HolderEmitter(FlowContext context, int holder) {
    this.context = context;
    this.holder = holder;
  }

  /** Adds the constants. */
  void addConstants(TypeSpec.Builder type) {
    List<Node> nodes = context.nodes(holder);
    Names names = new Names();
    Set<String> constants = new HashSet<>();
    nodes.forEach(node -> names.reserve(context.member(node.ref()).constant()));
    names.reserve(FlowMembers.classNames(context.flow().element()));
    String field = names.fresh(FlowContext.NODES_FIELD);
    if (!context.flow().broken()) {
      type.addField(
          FieldSpec.builder(Api.NODES, field, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("new $T()", bodies())
              .build());
    }
    ConstantEmitter emitter = new ConstantEmitter(context);
    for (Node node : nodes) {
      if (constants.add(context.member(node.ref()).constant())) {
        type.addField(emitter.emit(node, field));
      }
    }
  }

  /** Adds the wiring methods and the class that dispatches to them. */
  void addBodies(TypeSpec.Builder type) {
    if (context.flow().broken()) {
      return;
    }
    Names names = new Names().reserve(ReservedNames.all());
    context.flow().nodes().forEach(node -> names.reserve(node.ref().name()));
    WiringEmitter wiring = new WiringEmitter(context, holder, names);
    List<BodiesEmitter.Wiring> wirings = new ArrayList<>();
    List<Node> nodes = context.nodes(holder);
    for (Node node : nodes) {
      if (node.ref().kind() == NodeKind.WORKFLOW) {
        wirings.add(new BodiesEmitter.Wiring(node.ref(), wiring.emit(node)));
      }
    }
    wiring.methods().forEach(type::addMethod);
    type.addType(new BodiesEmitter(context).emit(bodies(), nodes, wirings));
  }

  /** A holder of its own, nested in the flow class. */
  TypeSpec emit() {
    TypeSpec.Builder type = TypeSpec.classBuilder(context.holder(holder))
        .addModifiers(context.modifiers(Modifier.STATIC, Modifier.FINAL))
        .addJavadoc("The constants of further methods, since one class can't hold them all.");
    addConstants(type);
    type.addMethod(
        MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    addBodies(type);
    return type.build();
  }

  private ClassName bodies() {
    if (holder == 0) {
      return context.nested(FlowClass.BODIES);
    }
    return context.holder(holder).nestedClass(FlowClass.BODIES + (holder + 1));
  }
}
