package shapes;

/** Prints the nanoseconds of the flow's class initialisation and its first diamond. */
public final class Cold {
  public static void main(String[] args) {
    long start = System.nanoTime();
    String r = new ShapesFlow().blocking().diamond("text");
    long end = System.nanoTime();
    System.out.println(end - start);
    if (!r.equals("10")) { throw new AssertionError(r); }
  }
}
