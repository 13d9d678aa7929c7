package demo;

final class Override extends Named {
  Override(String text) {
    super(text);
  }
}
