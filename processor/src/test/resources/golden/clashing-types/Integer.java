package demo;

final class Integer extends Named {
  Integer(String text) {
    super(text);
  }
}
