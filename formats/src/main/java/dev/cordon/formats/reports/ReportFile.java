package dev.cordon.formats.reports;

/**
 * A file as a report lists it. Nobody read the file for it: digests are the report's word.
 *
 * @param name its path or name: sealed text
 * @param sizeBytes 0 where the report does not say
 * @param md5 32 lower-case hex digits; empty where the report has none
 * @param sha1 40 lower-case hex digits; empty where the report has none
 * @param sha256 64 lower-case hex digits; empty where the report has none
 * @param isDeleted whether the report says that it was
 * @param make of the camera; empty for none
 * @param model of the camera; empty for none
 * @param taken when it says it was taken; empty for none
 * @param hasPosition whether the report has a geographic position of it
 */
public record ReportFile(
    String name,
    long sizeBytes,
    String md5,
    String sha1,
    String sha256,
    boolean isDeleted,
    String make,
    String model,
    String taken,
    boolean hasPosition) {

  /** Whether there is a digest it could be found by. */
  public boolean hasDigest() {
    return !(md5.isEmpty() && sha1.isEmpty() && sha256.isEmpty());
  }

  @Override
  public String toString() {
    return "ReportFile[" + sha256 + "]";
  }
}
