package demo;

final class Void extends Named {
  Void(String text) {
    super(text);
  }
}
