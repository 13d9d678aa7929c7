package demo;

final class Object extends Named {
  Object(String text) {
    super(text);
  }
}
