package demo;

final class Body extends Named {
  Body(String text) {
    super(text);
  }
}
