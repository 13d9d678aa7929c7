final class Runner {
  final String text;

  Runner(String text) {
    this.text = text;
  }
}
