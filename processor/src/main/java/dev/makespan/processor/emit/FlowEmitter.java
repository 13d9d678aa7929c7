package dev.makespan.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.makespan.processor.graph.FlowGraph;
import dev.makespan.processor.graph.ReservedNames;
import dev.makespan.processor.model.Node;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes the flow class of a class. The same graph gives the same bytes. */
public final class FlowEmitter {
  private static final String PROCESSOR = "dev.makespan.processor.MakespanProcessor";
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");
  private static final List<String> JAVA_LANG = List.of(
      "Boolean",
      "Byte",
      "Character",
      "Deprecated",
      "Double",
      "Float",
      "IllegalStateException",
      "Integer",
      "Long",
      "Object",
      "Override",
      "Short",
      "String",
      "SuppressWarnings",
      "Throwable",
      "Void");

  private final Elements elements;
  private final JavaTypes types;
  private final Filer filer;

  public FlowEmitter(ProcessingEnvironment env) {
    this.elements = env.getElementUtils();
    this.types = new JavaTypes(elements, env.getTypeUtils());
    this.filer = env.getFiler();
  }

  /** Writes the file, which the user's class alone gives rise to. */
  public void write(FlowGraph graph) throws IOException {
    String laidOut = Layout.of(file(graph).toString());
    String text = graph.flow().ascii() ? Ascii.of(laidOut) : laidOut;
    try (Writer writer =
        filer.createSourceFile(graph.qualifiedName(), graph.flow().element()).openWriter()) {
      writer.write(text);
    }
  }

  private JavaFile file(FlowGraph graph) {
    FlowContext context = new FlowContext(graph, elements, types);
    FlowFields fields = new FlowFields(context);
    TwinEmitter twins = new TwinEmitter(context, fields);
    BlockingEmitter blocking = new BlockingEmitter(context, twins, fields);
    HolderEmitter own = new HolderEmitter(context, 0);
    List<Node> nodes = twinned(graph);
    TypeSpec.Builder type = TypeSpec.classBuilder(context.flowName())
        .addModifiers(context.modifiers(Modifier.FINAL))
        .addJavadoc("The parallel twin of {@link $T}.", context.ownerName());
    if (knowsGenerated(graph.flow().element())) {
      type.addAnnotation(
          AnnotationSpec.builder(GENERATED).addMember("value", "$S", PROCESSOR).build());
    }
    if (graph.flow().auxiliaries()) {
      type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", "$S", "auxiliaryclass")
          .build());
    }
    if (!graph.flow().broken()) {
      CallsEmitter.emit(graph.flow()).forEach(type::addAnnotation);
    }
    own.addConstants(type);
    new ConstructorEmitter(context, fields).emit(type);
    nodes.forEach(node -> type.addMethod(twins.emit(node)));
    type.addMethod(blocking.accessor());
    type.addType(blocking.emit(nodes));
    own.addBodies(type);
    for (int holder = 1; holder < context.holders(); holder++) {
      type.addType(new HolderEmitter(context, holder).emit());
    }
    JAVA_LANG.stream().filter(context::packageHas).forEach(type::alwaysQualify);
    return JavaFile.builder(context.packageName(), type.build())
        .indent(" ".repeat(Layout.INDENT))
        .skipJavaLangImports(true)
        .build();
  }

  /** Whether some twins of a class are left out, since they wouldn't compile. */
  public static boolean leavesOut(FlowGraph graph) {
    return twinned(graph).size() < graph.flow().nodes().size();
  }

  /** All nodes; for a broken class those whose twins compile. */
  private static List<Node> twinned(FlowGraph graph) {
    Set<String> signatures = new HashSet<>();
    Stream<Node> nodes = graph.flow().nodes().stream();
    return graph.flow().broken()
        ? nodes
            .filter(node -> ReservedNames.clash(node.ref().method()).isEmpty())
            .filter(node -> node.ref().fits())
            .filter(node -> signatures.add(
                node.ref().name() + "/" + node.ref().method().getParameters().size()))
            .toList()
        : nodes.toList();
  }

  private boolean knowsGenerated(TypeElement type) {
    ModuleElement module = elements.getModuleOf(type);
    return module == null || elements.getTypeElement(module, GENERATED.canonicalName()) != null;
  }
}
