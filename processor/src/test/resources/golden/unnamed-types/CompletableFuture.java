final class CompletableFuture {
  final String text;

  CompletableFuture(String text) {
    this.text = text;
  }
}
