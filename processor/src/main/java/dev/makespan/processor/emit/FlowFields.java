package dev.makespan.processor.emit;

import com.palantir.javapoet.CodeBlock;

/** The instance fields of a flow class. */
final class FlowFields {
  private final String caller;
  private final String self;

  FlowFields(FlowContext context) {
    Names names = new Names();
    this.caller = names.fresh("caller");
    names.reserve("runner").reserve(Api.ROOT);
    this.self =
        names.fresh(Names.decapitalized(context.flow().element().getSimpleName().toString()));
  }

  String caller() {
    return caller;
  }

  String self() {
    return self;
  }

  /** How a method with these parameters reads what it calls through. */
  CodeBlock caller(Names parameters) {
    return field(caller, parameters);
  }

  /** How a method with these parameters reads the user's instance. */
  CodeBlock self(Names parameters) {
    return field(self, parameters);
  }

  static CodeBlock field(String field, Names parameters) {
    return CodeBlock.of(parameters.contains(field) ? "this.$L" : "$L", field);
  }
}
