package dev.cordon.access;

import java.util.Locale;

/** What a member may be in an operation. The database holds the name in lower case. */
public enum Role {
  /** Loads the platform's records, works the links, confirms subjects. */
  ANALYST,
  /** Packages per country, action days, figures. */
  COORDINATOR,
  /** Receives a package for its agency, acts, reports back. */
  NATIONAL_OFFICER,
  /** Registers exhibits of its agency, keeps custody. */
  EXAMINER,
  /** Works the victim-identification queue. */
  VICTIM_IDENTIFICATION,
  /** Reads its agency's part. */
  PROSECUTOR,
  /** Verifies what was done with personal data. */
  DATA_PROTECTION_OFFICER,
  /** Verifies the ledger. */
  AUDITOR,
  /** Grants roles; sees no case data. */
  ADMINISTRATOR;

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Read from what the database writes. */
  public static Role of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
