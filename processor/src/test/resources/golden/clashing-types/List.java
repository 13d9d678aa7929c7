package demo;

final class List extends Named {
  List(String text) {
    super(text);
  }
}
