package dev.makespan.processor.source;

import dev.makespan.processor.model.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Replacements in a stretch of source text, which make it a snippet's pieces. */
final class Edits {
  private record Edit(int end, List<Snippet.Piece> pieces) {}

  private final SourceFile file;
  private final TreeMap<Integer, Edit> edits = new TreeMap<>();

  Edits(SourceFile file) {
    this.file = file;
  }

  /** Replaces the text of a range. An edit around others wins over them. */
  void replace(int start, int end, Snippet.Piece... pieces) {
    edits.subMap(start, true, end, false).clear();
    edits.put(start, new Edit(end, List.of(pieces)));
  }

  /** Writes something before a name, which stays. */
  void insert(int start, Snippet.Piece... pieces) {
    edits.put(start, new Edit(start, List.of(pieces)));
  }

  List<Snippet.Piece> pieces(int start, int end) {
    List<Snippet.Piece> pieces = new ArrayList<>();
    int at = start;
    for (var entry : edits.subMap(start, true, end, false).entrySet()) {
      text(pieces, at, entry.getKey());
      pieces.addAll(entry.getValue().pieces());
      at = entry.getValue().end();
    }
    text(pieces, at, end);
    return pieces;
  }

  private void text(List<Snippet.Piece> pieces, int start, int end) {
    String text = SourceText.tidy(file.text(start, end));
    if (!text.isEmpty()) {
      pieces.add(new Snippet.Piece.Text(text));
    }
  }
}
