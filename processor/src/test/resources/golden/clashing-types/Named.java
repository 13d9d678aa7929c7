package demo;

abstract class Named {
  private final java.lang.String text;

  Named(java.lang.String text) {
    this.text = text;
  }

  final java.lang.String text() {
    return text;
  }
}
