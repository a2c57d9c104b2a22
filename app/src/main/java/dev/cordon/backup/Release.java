package dev.cordon.backup;

import dev.cordon.Cordon;
import org.jspecify.annotations.Nullable;

/** Which release of Cordon this is. */
final class Release {

  private Release() {}

  /** Its version, or {@code sources} where it was not packaged. */
  static String name() {
    @Nullable String version = Cordon.class.getPackage().getImplementationVersion();
    return version == null ? "sources" : version;
  }
}
