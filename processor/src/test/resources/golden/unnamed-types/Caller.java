final class Caller {
  final String text;

  Caller(String text) {
    this.text = text;
  }
}
