package dev.cordon.approval;

import java.time.Duration;
import java.util.Locale;

/** Acts for which one person is not enough. */
public enum ActKind {
  /** A package goes out to its recipient. */
  PACKAGE_RELEASE,
  /** A planned action is called off. */
  ACTION_ABORT,
  /** A person's data are destroyed, hidden, or shown again. */
  ERASURE,
  /** All of an operation leaves the installation as files. */
  OPERATION_EXPORT,
  /** A key is made new, wrapped anew or destroyed. */
  KEY_CHANGE;

  /** How long a request for it can be approved; the database holds the same bounds. */
  public Duration open() {
    return this == ACTION_ABORT ? Duration.ofMinutes(30) : Duration.ofHours(72);
  }

  /** In a few words, for a list. */
  public String words() {
    return switch (this) {
      case PACKAGE_RELEASE -> "Release a package";
      case ACTION_ABORT -> "Call off an action day";
      case ERASURE -> "Erase or restrict";
      case OPERATION_EXPORT -> "Export the operation";
      case KEY_CHANGE -> "Change a key";
    };
  }

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Read from what the database writes. */
  public static ActKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
