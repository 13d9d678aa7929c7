package dev.makespan.processor.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * A pure expression: the user's source text, cut where the generated class must say something else.
 *
 * @param pieces the text in order
 * @param reads the variables it reads, each once, in order of first appearance
 * @param readsSelf whether it reads the instance
 * @param suppressed the warnings that the user suppresses at this place, and those that the text
 *     may give rise to there; those suppressed at the method aren't among them
 */
public record Snippet(
    List<Piece> pieces, List<Variable> reads, boolean readsSelf, List<String> suppressed) {
  public Snippet {
    pieces = List.copyOf(pieces);
    reads = List.copyOf(reads);
    suppressed = List.copyOf(suppressed);
  }

  /** Text with no warnings of its own. */
  public Snippet(List<Piece> pieces, List<Variable> reads, boolean readsSelf) {
    this(pieces, reads, readsSelf, List.of());
  }

  /** The variable, if the expression is one and nothing else. */
  public Optional<Variable> variable() {
    if (pieces.size() != 1 || reads.size() != 1) {
      return Optional.empty();
    }
    Variable read = reads.get(0);
    boolean alone = pieces.get(0) instanceof Piece.Temporary
        || (pieces.get(0) instanceof Piece.Text text && text.source().equals(read.name()));
    return alone ? Optional.of(read) : Optional.empty();
  }

  /** A part of the text. */
  public sealed interface Piece {
    /** The reading of a variable: by its name, if that is the user's. */
    static Piece of(Variable variable) {
      return variable.origin() == Variable.Origin.TEMPORARY
          ? new Temporary(variable)
          : new Text(variable.name());
    }

    /** Source text that stays as it is. Names of parameters and locals are part of it. */
    record Text(String source) implements Piece {
      public Text {
        Objects.requireNonNull(source);
      }
    }

    /** A type's name, to be written as the generated file's imports demand. */
    record Type(TypeElement element) implements Piece {
      public Type {
        Objects.requireNonNull(element);
      }
    }

    /**
     * The instance of the user's class: an explicit {@code this}, or the implied one before a
     * member's name.
     */
    record Self() implements Piece {}

    /** The value of a temporary: a node call that stood at this place. */
    record Temporary(Variable variable) implements Piece {
      public Temporary {
        Objects.requireNonNull(variable);
      }
    }
  }
}
