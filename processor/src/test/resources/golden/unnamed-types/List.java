final class List {
  final String text;

  List(String text) {
    this.text = text;
  }
}
