package dev.cordon.linkage;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** Where the test tables lie. */
public final class Fixtures {

  private Fixtures() {}

  /** A table of {@code er/}. */
  public static Path table(String name) {
    URL url = Objects.requireNonNull(Fixtures.class.getResource("er/" + name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
