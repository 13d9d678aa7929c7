final class Body {
  final String text;

  Body(String text) {
    this.text = text;
  }
}
