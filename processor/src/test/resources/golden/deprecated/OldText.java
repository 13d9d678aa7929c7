package demo;

@Deprecated
public final class OldText {
  private final String text;

  public OldText(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
