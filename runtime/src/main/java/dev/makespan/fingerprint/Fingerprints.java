package dev.makespan.fingerprint;

import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints of a class's annotated methods, computed when they are first asked for. For
 * several threads at once.
 */
public final class Fingerprints {
  /** Changes with the text that is hashed, so that fingerprints of another form aren't compared. */
  private static final String FORM = "makespan 1\n";

  /** How many bytes of the hash are kept. */
  private static final int BYTES = 16;

  private final Class<?> owner;
  private final Class<?> bodies;
  private final Map<Integer, String> known = new ConcurrentHashMap<>();
  private SoftReference<@Nullable FlowClasses> files = new SoftReference<>(null);

  /**
   * Those of a class.
   *
   * @param bodies the generated class that calls its methods by number
   */
  public Fingerprints(Class<?> owner, Class<?> bodies) {
    this.owner = owner;
    this.bodies = bodies;
  }

  /**
   * The fingerprint of a method.
   *
   * @param node its number
   * @return 32 hexadecimal digits
   * @throws IllegalStateException if the class files can't be read
   */
  public String of(int node) {
    String fingerprint = known.get(node);
    if (fingerprint == null) {
      fingerprint = hash(FORM + text(node));
      known.put(node, fingerprint);
    }
    return fingerprint;
  }

  /** What is hashed. */
  synchronized String text(int node) {
    FlowClasses classes = files.get();
    if (classes == null) {
      classes = new FlowClasses(new ClassFiles(owner));
      files = new SoftReference<>(classes);
    }
    try {
      String text = text(classes, node);
      if (text == null) {
        throw new IllegalStateException("no method of " + owner.getName()
            + " that its class file shows has the number " + node);
      }
      return text;
    } catch (IllegalArgumentException | UncheckedIOException unreadable) {
      throw new IllegalStateException(
          "the class files of " + owner.getName() + " can't be read", unreadable);
    }
  }

  private @Nullable String text(FlowClasses flows, int node) {
    ClassFile file = flows.classes().find(internalName(bodies));
    Constant.Member method =
        file == null ? null : FlowClasses.node(file, internalName(owner), node);
    return method == null ? null : new Walk(flows).from(method);
  }

  private static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private static String hash(String text) {
    try {
      // As they are: an encoding would lose what isn't Unicode, which a string may be.
      ByteBuffer chars = ByteBuffer.allocate(Character.BYTES * text.length());
      chars.asCharBuffer().put(text);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(chars.array());
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
