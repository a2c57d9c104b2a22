package dev.cordon.formats.sheets;

import dev.cordon.formats.archives.ArchiveLimits;
import dev.cordon.formats.xml.XmlLimits;

/**
 * How much of a workbook is held at once.
 *
 * @param sharedStrings how many shared strings
 * @param sharedCharacters how many characters all shared strings have together
 * @param columns how many cells a row may have
 * @param cellCharacters how long a cell's text may be
 * @param styles how many cell formats
 */
public record WorkbookLimits(
    int sharedStrings,
    long sharedCharacters,
    int columns,
    int cellCharacters,
    int styles,
    ArchiveLimits archive,
    XmlLimits xml) {

  /** Two million strings of 64 million characters in all; columns and cells as Excel has them. */
  public static final WorkbookLimits STANDARD =
      new WorkbookLimits(
          2_000_000,
          64L << 20,
          16_384,
          1 << 16,
          100_000,
          ArchiveLimits.STANDARD,
          XmlLimits.STANDARD);
}
