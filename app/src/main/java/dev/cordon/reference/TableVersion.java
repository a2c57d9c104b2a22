package dev.cordon.reference;

/**
 * Which state of a table: enough to find the same bytes again.
 *
 * @param name what the table is called
 * @param version what its makers call this state, a date as a rule; empty where they say nothing
 * @param sha256 of its bytes, 64 hex digits
 * @param rows how many rows it has
 */
public record TableVersion(String name, String version, String sha256, int rows) {

  /** In one line: name, version and the first digits of the digest. */
  public String text() {
    return name
        + (version.isEmpty() ? "" : ", " + version)
        + ", sha256 "
        + sha256.substring(0, 12)
        + "…, "
        + rows
        + " rows";
  }
}
