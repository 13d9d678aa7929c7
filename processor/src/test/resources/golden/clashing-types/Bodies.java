package demo;

final class Bodies extends Named {
  Bodies(String text) {
    super(text);
  }
}
