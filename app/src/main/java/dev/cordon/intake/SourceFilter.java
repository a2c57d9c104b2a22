package dev.cordon.intake;

/**
 * Which sources are listed.
 *
 * @param part of the name, or the beginning of the SHA-256; blank for all
 * @param mark quarantine, zone, damaged or reference; blank for all
 */
public record SourceFilter(String part, String mark) {

  /** All of them. */
  public static final SourceFilter ALL = new SourceFilter("", "");

  /** Without spaces around. */
  public SourceFilter {
    part = part.strip();
    mark = mark.strip();
  }
}
