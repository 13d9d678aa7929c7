package demo;

final class Blocking extends Named {
  Blocking(String text) {
    super(text);
  }
}
