package dev.makespan.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.makespan.processor.graph.CallGraph;
import dev.makespan.processor.model.FlowClass;
import dev.makespan.processor.model.Node;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Emits the annotations that tell later compilations which workflows the class's workflows call:
 * one for each workflow that calls any.
 */
final class CallsEmitter {
  private CallsEmitter() {}

  static List<AnnotationSpec> emit(FlowClass flow) {
    List<AnnotationSpec> annotations = new ArrayList<>();
    for (Node node : flow.nodes()) {
      List<CallGraph.Call> calls = CallGraph.of(node);
      if (!calls.isEmpty()) {
        annotations.add(emit(flow, node, calls));
      }
    }
    return annotations;
  }

  private static AnnotationSpec emit(FlowClass flow, Node caller, List<CallGraph.Call> calls) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(Api.CALLS)
        .addMember("from", "$S", CallGraph.key(caller.ref(), false))
        .addMember(
            "to",
            list(calls.stream()
                .map(call -> CodeBlock.of("$S", CallGraph.key(call.callee(), true)))
                .toList()))
        .addMember(
            "lines",
            list(calls.stream()
                .map(call -> CodeBlock.of("$L", call.place().line()))
                .toList()));
    if (!flow.file().equals(usualFile(flow.element()))) {
      annotation.addMember("file", "$S", flow.file());
    }
    return annotation.build();
  }

  private static CodeBlock list(List<CodeBlock> values) {
    return values.size() == 1 ? values.get(0) : CodeBlock.of("{$L}", CodeBlock.join(values, ", "));
  }

  private static String usualFile(TypeElement type) {
    Element outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement around) {
      outermost = around;
    }
    return outermost.getSimpleName() + ".java";
  }
}
