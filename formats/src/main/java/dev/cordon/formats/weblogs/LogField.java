package dev.cordon.formats.weblogs;

import java.util.Locale;

/** What a field of a log means. */
public enum LogField {
  /** The address a request came from. */
  ADDRESS,
  /** The addresses a proxy says it came from. */
  FORWARDED_FOR,
  /** The site asked for. */
  HOST,
  /** The user the server knows. */
  USER,
  /** When. */
  TIME,
  /** The day, where day and time stand apart. */
  DATE,
  /** Method, target and protocol. */
  REQUEST,
  /** The method alone. */
  METHOD,
  /** The target alone. */
  PATH,
  /** The query alone. */
  QUERY,
  /** The status. */
  STATUS,
  /** How many bytes were sent. */
  BYTES,
  /** How long it took, as written. */
  DURATION,
  /** The page before. */
  REFERER,
  /** The program. */
  AGENT,
  /** Nothing known; kept under the server's name. */
  OTHER;

  /** The name used in lines. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
