package dev.cordon.formats.reports;

/** Receives what a report lists, in its order. */
public interface ReportHandler {

  /**
   * A file.
   *
   * @return false ends the reading
   */
  boolean file(ReportFile file);

  /** A part that could not be read, in words without names. */
  void broken(String reason);
}
