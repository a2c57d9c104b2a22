package dev.cordon.approval;

import java.util.Locale;

/** Acts for which one person is not enough. */
public enum ActKind {
  /** A package goes out to its recipient. */
  PACKAGE_RELEASE,
  /** A planned action is called off. */
  ACTION_ABORT,
  /** A person's data are destroyed. */
  ERASURE,
  /** All of an operation leaves the installation as files. */
  OPERATION_EXPORT,
  /** A key is made new, wrapped anew or destroyed. */
  KEY_CHANGE;

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Read from what the database writes. */
  public static ActKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
