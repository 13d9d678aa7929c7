package demo;

final class Runner extends Named {
  Runner(String text) {
    super(text);
  }
}
