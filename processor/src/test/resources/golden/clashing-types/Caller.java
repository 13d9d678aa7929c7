package demo;

final class Caller extends Named {
  Caller(String text) {
    super(text);
  }
}
