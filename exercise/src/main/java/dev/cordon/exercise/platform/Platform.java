package dev.cordon.exercise.platform;

import java.util.Locale;

/** The two parts of the seized platform; the name is the source's file name up to its first dot. */
public enum Platform {
  SHOP,
  FORUM;

  public String system() {
    return name().toLowerCase(Locale.ROOT);
  }
}
