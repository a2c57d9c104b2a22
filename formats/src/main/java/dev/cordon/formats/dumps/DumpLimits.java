package dev.cordon.formats.dumps;

/** How much of a dump is held at once. */
public record DumpLimits(int valueBytes, int rowBytes, int rowValues, int definitionBytes) {

  /** Values to 1 MiB, rows to 8 MiB, 4096 columns, definitions to 1 MiB. */
  public static final DumpLimits STANDARD = new DumpLimits(1 << 20, 8 << 20, 4096, 1 << 20);

  /** Checks that all are positive. */
  public DumpLimits {
    if (valueBytes < 64 || rowBytes < valueBytes || rowValues < 1 || definitionBytes < 64) {
      throw new IllegalArgumentException(
          "limits too small: values " + valueBytes + ", rows " + rowBytes + " bytes");
    }
  }
}
