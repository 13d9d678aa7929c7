package demo;

final class Run extends Named {
  Run(String text) {
    super(text);
  }
}
