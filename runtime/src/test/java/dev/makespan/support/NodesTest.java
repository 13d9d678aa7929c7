package dev.makespan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NodesTest {
  @Test
  void widensAsAMethodCallDoes() {
    assertEquals(1L, Nodes.asLong((byte) 1));
    assertEquals('a', Nodes.asInt('a'));
    assertEquals(97L, Nodes.asLong('a'));
    assertEquals(97f, Nodes.asFloat('a'));
    assertEquals(97d, Nodes.asDouble('a'));
    assertEquals(2d, Nodes.asDouble(2f));
    assertEquals((short) 3, Nodes.asShort((byte) 3));
    assertEquals(16_777_216f, Nodes.asFloat(16_777_217));
    assertEquals((float) Long.MAX_VALUE, Nodes.asFloat(Long.MAX_VALUE));
    assertEquals(true, Nodes.asBoolean(true));
    assertEquals((byte) 4, Nodes.asByte((byte) 4));
    assertEquals('b', Nodes.asChar('b'));
  }

  @Test
  void refusesNullAsAPlainCallDoes() {
    assertThrows(NullPointerException.class, () -> Nodes.asInt(null));
    assertThrows(NullPointerException.class, () -> Nodes.asBoolean(null));
    assertThrows(NullPointerException.class, () -> Nodes.asChar(null));
  }
}
