package demo;

final class Nodes extends Named {
  Nodes(String text) {
    super(text);
  }
}
