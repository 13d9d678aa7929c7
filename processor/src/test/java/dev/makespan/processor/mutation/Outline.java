package dev.makespan.processor.mutation;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.makespan.processor.MemoryFiles;
import dev.makespan.processor.mutation.Reach.Kind;
import dev.makespan.processor.mutation.Reach.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A file's text with its tree, and the members in it. */
final class Outline {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private final String file;
  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<Member> members = new ArrayList<>();

  /**
   * A method or field of a class that is no local one.
   *
   * @param body where its body or initialiser is, null if it has none
   */
  record Member(
      Tree tree, String name, Range range, @Nullable Range body) {}

  private Outline(String file, String text, CompilationUnitTree unit, SourcePositions positions) {
    this.file = file;
    this.text = text;
    this.unit = unit;
    this.positions = positions;
    unit.getTypeDecls().forEach(this::addMembers);
  }

  static Outline of(String file, String text) {
    JavacTask task = (JavacTask) COMPILER.getTask(
        null,
        null,
        ignored -> {},
        List.of("-proc:none"),
        null,
        List.of(MemoryFiles.source(file, text)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      return new Outline(file, text, unit, Trees.instance(task).getSourcePositions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addMembers(Tree type) {
    if (!(type instanceof ClassTree holder)) {
      return;
    }
    for (Tree each : holder.getMembers()) {
      boolean isComponent = holder.getKind() == Tree.Kind.RECORD
          && each instanceof VariableTree field
          && !field.getModifiers().getFlags().contains(Modifier.STATIC);
      // A default constructor isn't written; a component belongs to the head of the record.
      if (start(each) < 0 || isComponent) {
        continue;
      }
      if (each instanceof MethodTree method) {
        members.add(
            new Member(each, method.getName().toString(), range(each), range(method.getBody())));
      } else if (each instanceof VariableTree field) {
        members.add(new Member(
            each, field.getName().toString(), range(each), range(field.getInitializer())));
      } else {
        addMembers(each);
      }
    }
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  CompilationUnitTree unit() {
    return unit;
  }

  List<Member> members() {
    return members;
  }

  int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  /** Whether it stands in the text; javac makes some trees itself. */
  boolean isWritten(@Nullable Tree tree) {
    return tree != null && start(tree) >= 0 && end(tree) > start(tree);
  }

  String text(Tree tree) {
    return text.substring(start(tree), end(tree));
  }

  private @Nullable Range range(@Nullable Tree tree) {
    return isWritten(tree) ? new Range(start(tree), end(tree)) : null;
  }

  /** The method or field around an offset. */
  @Nullable Member member(int start, int end) {
    return members.stream()
        .filter(each -> each.range().start() <= start && end <= each.range().end())
        .findFirst()
        .orElse(null);
  }

  /** How far a change reaches that gives some text to what stands in a range. */
  Reach reach(int start, int end, String... newNames) {
    Member member = member(start, end);
    if (member == null) {
      return Reach.program();
    }
    Range body = member.body();
    Set<String> names = new TreeSet<>(List.of(newNames));
    names.add(member.name());
    // The value of a constant is seen by others.
    boolean inBody = member.tree() instanceof MethodTree
        && body != null
        && body.start() <= start
        && end <= body.end();
    // A constructor is mentioned by the name of its class.
    if (!inBody && member.name().equals("<init>")) {
      return Reach.program();
    }
    return new Reach(inBody ? Kind.BODY : Kind.SIGNATURE, member.range(), names);
  }

  Edit edit(String rule, int start, int end, String replacement, String... codes) {
    return new Edit(
        rule, file, start, end, replacement, reach(start, end), new TreeSet<>(List.of(codes)));
  }

  Edit replace(String rule, Tree tree, String replacement, String... codes) {
    return edit(rule, start(tree), end(tree), replacement, codes);
  }
}
