package demo;

import dev.makespan.testing.Equivalence;

public final class Cases {
  public static void run() {
    Equivalence.assertSame(() -> Settings.unlimited(4), () -> new SettingsFlow().unlimited(4));
    Equivalence.assertSame(() -> Settings.usual(4), () -> new SettingsFlow().usual(4));
    Equivalence.assertSame(() -> Settings.single(4), () -> new SettingsFlow().single(4));
    Equivalence.assertSame(() -> Settings.dynamic(4), () -> new SettingsFlow().dynamic(4));
  }
}
