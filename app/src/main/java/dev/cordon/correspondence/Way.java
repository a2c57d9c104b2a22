package dev.cordon.correspondence;

import java.util.Locale;

/** How something travels. */
public enum Way {
  /** As a file, on a stick or by any channel. */
  FILE,
  /** From server to server. */
  PUSH;

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
