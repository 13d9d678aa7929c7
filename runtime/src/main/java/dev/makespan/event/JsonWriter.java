package dev.makespan.event;

import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON text (RFC 8259). Names come in the order in which they are written; an object is
 * written by {@link #object}, its fields and {@link #end}, an array likewise.
 *
 * <p>The text is ASCII: everything else is escaped, so that it needs no charset, and a lone
 * surrogate comes through as it is. Numbers that JSON doesn't know, as {@link Double#NaN}, become
 * {@code null}. Durations become nanoseconds.
 */
final class JsonWriter {
  private final StringBuilder text = new StringBuilder();
  private boolean first = true;

  private JsonWriter element() {
    if (!first) {
      text.append(',');
    }
    first = false;
    return this;
  }

  private JsonWriter open(char bracket) {
    text.append(bracket);
    first = true;
    return this;
  }

  private JsonWriter close(char bracket) {
    text.append(bracket);
    first = false;
    return this;
  }

  /** Begins an object that is an array's element or the whole text. */
  JsonWriter object() {
    return element().open('{');
  }

  /** Begins an object that is a field's value. */
  JsonWriter object(String name) {
    return name(name).open('{');
  }

  JsonWriter end() {
    return close('}');
  }

  /** Begins an array that is a field's value. */
  JsonWriter array(String name) {
    return name(name).open('[');
  }

  JsonWriter endArray() {
    return close(']');
  }

  JsonWriter field(String name, @Nullable String value) {
    name(name);
    if (value == null) {
      text.append("null");
    } else {
      string(value);
    }
    return this;
  }

  JsonWriter field(String name, long value) {
    name(name).text.append(value);
    return this;
  }

  JsonWriter field(String name, double value) {
    name(name).text.append(Double.isFinite(value) ? Double.toString(value) : "null");
    return this;
  }

  JsonWriter field(String name, boolean value) {
    name(name).text.append(value);
    return this;
  }

  JsonWriter field(String name, @Nullable Duration value) {
    name(name);
    if (value == null) {
      text.append("null");
    } else {
      text.append(nanos(value));
    }
    return this;
  }

  private static long nanos(Duration value) {
    try {
      return value.toNanos();
    } catch (ArithmeticException tooLong) {
      return value.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private JsonWriter name(String name) {
    element();
    string(name);
    text.append(':');
    return this;
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      character(value.charAt(i));
    }
    text.append('"');
  }

  private void character(char c) {
    if (c == '"' || c == '\\') {
      text.append('\\').append(c);
    } else if (c >= ' ' && c < 0x7F) {
      text.append(c);
    } else if (c == '\n') {
      text.append("\\n");
    } else if (c == '\t') {
      text.append("\\t");
    } else {
      text.append("\\u").append(HexFormat.of().toHexDigits(c));
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
