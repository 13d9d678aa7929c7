package dev.makespan.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javax.lang.model.type.TypeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {
  @Test
  void givesWayToTakenNamesAndKeywords() {
    Names names = new Names().reserve(List.of("run", "run2"));
    assertEquals("run3", names.fresh("run"));
    assertEquals("each", names.fresh("each"));
    assertEquals("each2", names.fresh("each"));
    assertEquals("default2", names.fresh("default"));
  }

  @ParameterizedTest
  @CsvSource({
    "document, documents",
    "entity, entities",
    "day, days",
    "box, boxes",
    "x, xs",
    "batch, batches",
    "status, status"
  })
  void callsAListByItsElements(String element, String list) {
    assertEquals(list, Names.plural(element));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "1, INT",
        "1L, LONG",
        "0xFL, LONG",
        "0x1F, INT",
        "0b1, INT",
        "1f, FLOAT",
        "1e3, DOUBLE",
        "1d, DOUBLE",
        ".5, DOUBLE",
        "0x1p3, DOUBLE",
        "0x1p3f, FLOAT",
        "'1', CHAR",
        "true, BOOLEAN",
        "null, DECLARED",
        "\"x\", DECLARED",
        "-7, INT",
        "-7L, LONG"
      })
  void knowsTheTypeOfALiteral(String literal, TypeKind kind) {
    assertEquals(kind, Literals.kind(literal));
  }
}
