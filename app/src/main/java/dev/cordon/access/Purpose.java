package dev.cordon.access;

import java.util.Locale;

/** What an operation may be for. The list is closed; another purpose is another law. */
public enum Purpose {
  /** Online child sexual exploitation. */
  ONLINE_CHILD_SEXUAL_EXPLOITATION;

  /** As the database and the API write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Read from what the database and the API write. */
  public static Purpose of(String text) {
    for (Purpose purpose : values()) {
      if (purpose.text().equals(text)) {
        return purpose;
      }
    }
    throw new IllegalArgumentException("unknown purpose");
  }
}
