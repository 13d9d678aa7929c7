package demo;

final class CompletableFuture extends Named {
  CompletableFuture(String text) {
    super(text);
  }
}
