package dev.cordon.intake;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * The rows of a source by what became of them: where they lie and why, never their values.
 * Thread-safe.
 */
@Service
public class RowLists {

  private static final Duration LOOKING = Duration.ofSeconds(3);
  private static final int LONGEST_REASON = 1500;

  private final SourceRegister register;
  private final Sources sources;
  private final Vaults vaults;
  private final Restrictions restrictions;

  RowLists(SourceRegister register, Sources sources, Vaults vaults, Restrictions restrictions) {
    this.register = register;
    this.sources = sources;
    this.vaults = vaults;
    this.restrictions = restrictions;
  }

  /** A page of the rows, in the order of the file. */
  public Page<FoundRow> page(OperationId operation, UUID source, RowFilter filter, int number) {
    Source found = register.get(operation, source);
    try (SealedRecords records = sources.openRecords(operation, found)) {
      return new Page<>(
          SourceRows.page(records, found, filter, number),
          number,
          filter.isNarrowed()
              ? SourceRows.count(records, found, filter)
              : total(found, filter.state()));
    }
  }

  /**
   * The same rows with length and keyed digest of their bytes, as far as they are reached in the
   * sealed source within some seconds; sources sealed by reference have no bytes here.
   */
  public List<FoundRow> masked(OperationId operation, UUID source, List<FoundRow> rows) {
    Source found = register.get(operation, source);
    if (found.sealing() != SourceReport.Sealing.COPIED || rows.isEmpty()) {
      return rows;
    }
    RowSet hidden = restrictions.hidden(operation);
    SourceId id = new SourceId(source);
    List<FoundRow> shown =
        rows.stream()
            .filter(row -> !hidden.contains(new Origin(id, row.table(), row.row())))
            .toList();
    Vault vault = vaults.of(operation);
    List<SourceSlices.Slice> slices =
        shown.stream().filter(row -> !isMember(row)).map(RowLists::slice).toList();
    try (SealedBytes sealed =
        new SealedBytes(vault, found.sha256(), () -> register.requireReader(operation))) {
      Map<SourceSlices.Slice, MaskedValue> masks =
          SourceSlices.mask(sealed, slices, vault.key().maskKey(), LOOKING);
      return shown.stream()
          .map(row -> isMember(row) ? row : row.masked(masks.get(slice(row))))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the sealed source can not be read", unreadable);
    }
  }

  /** What is done before the first row, once nothing stands in the way. */
  @FunctionalInterface
  public interface Beginning {
    /** Begins the answer. */
    void begin() throws IOException;
  }

  /** Gives every row in quarantine; taking them out of the system is an entry with its reason. */
  public void extract(
      OperationId operation, UUID source, String reason, Beginning begin, Consumer<FoundRow> reader)
      throws IOException {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new RefusedException(
          "Nothing was taken out. Say in 1 to 1,500 characters what the extract is for.");
    }
    Source found = register.get(operation, source);
    register.extracted(operation, found.sha256(), reason.strip());
    RowFilter filter = new RowFilter(RowRecord.State.QUARANTINED, "", "");
    begin.begin();
    try (SealedRecords records = sources.openRecords(operation, found)) {
      SourceRows.each(records, found, filter, Long.MAX_VALUE, 0, reader);
    }
  }

  /** Positions of an archive's member count from the member's own beginning. */
  private static boolean isMember(FoundRow row) {
    return row.table().startsWith("#");
  }

  private static SourceSlices.Slice slice(FoundRow row) {
    return new SourceSlices.Slice(row.byteOffset(), row.length());
  }

  private static long total(
      Source source, RowRecord.@org.jspecify.annotations.Nullable State state) {
    if (state == null) {
      return source.rowsIn();
    }
    return switch (state) {
      case STORED -> source.stored();
      case QUARANTINED -> source.quarantined();
      case DUPLICATE -> source.duplicates();
    };
  }
}
