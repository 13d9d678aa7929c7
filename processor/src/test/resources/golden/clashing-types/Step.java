package demo;

final class Step extends Named {
  Step(String text) {
    super(text);
  }
}
