package demo;

import dev.makespan.Task;
import dev.makespan.Workflow;

final class Primitives {
  private Primitives() {}

  @Task
  static boolean flag(int seed) {
    return seed % 2 == 0;
  }

  @Task
  static byte tiny(int seed) {
    return (byte) seed;
  }

  @Task
  static short small(int seed) {
    return (short) seed;
  }

  @Task
  static char letter(int seed) {
    return (char) ('a' + seed);
  }

  @Task
  static int whole(int seed) {
    return seed * 1_000_003;
  }

  @Task
  static long big(int seed) {
    return seed * 10_000_000_019L;
  }

  @Task
  static float real(int seed) {
    return seed / 3f;
  }

  @Task
  static double precise(int seed) {
    return seed / 7d;
  }

  @Task
  static String all(boolean a, byte b, short c, char d, int e, long f, float g, double h) {
    return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h;
  }

  @Workflow
  static String expressions(int seed) {
    boolean flag = flag(seed);
    byte tiny = tiny(seed);
    short small = small(seed);
    char letter = letter(seed);
    int whole = whole(seed);
    long big = big(seed);
    float real = real(seed);
    double precise = precise(seed);
    boolean a = !flag ^ whole > small;
    byte b = (byte) (tiny + small);
    short c = (short) (letter - tiny);
    char d = (char) (letter + 1);
    int e = letter + tiny;
    long f = big << 3 >>> 1;
    float g = real * whole;
    double h = precise + big / 2 + letter;
    return all(a, b, c, d, e, f, g, h);
  }

  @Workflow
  static String widened(int seed) {
    byte tiny = tiny(seed);
    char letter = letter(seed);
    int whole = whole(seed);
    return all(flag(seed), tiny, tiny, letter, letter, whole, big(seed), real(seed));
  }

  @Workflow
  static int integerDivision(int seed) {
    int half = whole(seed) / 2;
    return half % 1000;
  }
}
