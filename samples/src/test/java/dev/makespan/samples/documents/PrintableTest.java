package dev.makespan.samples.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void leavesTextAsItIs() {
    assertEquals("Café “x” 🐋 \\ 12", Printable.of("Café “x” 🐋 \\ 12"));
  }

  @Test
  void escapesWhatControlsATerminal() {
    assertEquals("a\\u001B[31mb\\u0007\\u000A", Printable.of("a\u001B[31mb\u0007\n"));
    assertEquals("\\u009B2J\\u007F\\u2028", Printable.of("\u009B2J\u007F\u2028"));
  }

  @Test
  void escapesWhatTurnsALineAround() {
    assertEquals("\\u202Etxt.exe", Printable.of("\u202Etxt.exe"));
    assertEquals("\\u{E0001}", Printable.of("\uDB40\uDC01"));
  }

  @Test
  void escapesHalvesOfCharacters() {
    assertEquals("a\\uD83Db", Printable.of("a\uD83Db"));
  }

  @Test
  void cutsBetweenCharacters() {
    assertEquals("a🐋", Printable.of("a🐋", 2));
    assertEquals("a…", Printable.of("a🐋b", 2));
    assertEquals("a🐋…", Printable.of("a🐋bc", 3));
  }
}
