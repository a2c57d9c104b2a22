package dev.cordon.reference;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * The table of addresses shipped with Cordon: the location database of the IPFire project, as Tor
 * distributes it (CC BY-SA 4.0), made a table by {@link TablesCommand}. It knows countries and no
 * kinds of connection, so that it shows where an address was registered and decides nothing. Read
 * when first asked for; safe for many threads.
 */
public final class ShippedTable {

  /** What an operation's facts call it. */
  public static final String NAME = "shipped";

  private static final String FILE = "ipfire-location-2026-06-25.csv.xz";

  private static SoftReference<@Nullable AddressTable> kept = new SoftReference<>(null);

  private ShippedTable() {}

  /** The table. */
  public static synchronized AddressTable read() {
    AddressTable table = kept.get();
    if (table == null) {
      table = unpacked();
      kept = new SoftReference<>(table);
    }
    return table;
  }

  private static AddressTable unpacked() {
    try (InputStream packed = ShippedTable.class.getResourceAsStream(FILE)) {
      if (packed == null) {
        throw new IllegalStateException("this build lacks dev/cordon/reference/" + FILE);
      }
      try (InputStream in = UnpackedStream.of(packed, PackedLimits.STANDARD)) {
        return AddressTableReader.read(
            "IPFire location database", in, AddressTableReader.Family.ANY);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the shipped table cannot be read", failure);
    }
  }
}
