package demo;

import java.util.ArrayList;
import java.util.List;

/** What ran, in order. */
final class Log {
  private static final List<String> NOTES = new ArrayList<>();

  private Log() {}

  static synchronized void note(String text) {
    NOTES.add(text);
  }

  static synchronized List<String> taken() {
    List<String> notes = List.copyOf(NOTES);
    NOTES.clear();
    return notes;
  }
}
