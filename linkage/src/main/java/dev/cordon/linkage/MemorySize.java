package dev.cordon.linkage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sizes as DuckDB writes them: {@code 1.8 GiB}, {@code 943.6 MiB}, {@code 0 bytes}. */
final class MemorySize {

  private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) (bytes|[KMGTP]iB)");
  private static final List<String> UNITS = List.of("bytes", "KiB", "MiB", "GiB", "TiB", "PiB");
  private static final int STEP_BITS = 10;

  private MemorySize() {}

  /** The size in bytes, as exact as it was written. */
  static long bytes(String written) {
    Matcher matcher = FORM.matcher(written);
    if (!matcher.matches()) {
      throw new LinkageException("DuckDB named a size '" + written + "' that is not understood");
    }
    int unit = UNITS.indexOf(matcher.group(2));
    return (long) (Double.parseDouble(matcher.group(1)) * (1L << unit * STEP_BITS));
  }
}
