public record Blocking(String text) {}
