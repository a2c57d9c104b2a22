package dev.cordon.intake.internal;

import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.intake.DuplicateIndex;
import dev.cordon.intake.Origin;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One table of a dump while it is read. */
final class SqlTable {

  private static final String REPAIRED =
      "some of its text is not valid in its character set and was read in another";

  private final Counts counts;
  private final DumpRowSource view;
  private final DuplicateIndex duplicates;
  private final @Nullable String group;
  private @Nullable List<String> shape;
  private List<String> columns = List.of();
  private @Nullable TableMapper mapper;
  private int[] key = {};
  private int[] identity = {};

  SqlTable(
      Counts counts,
      DumpRowSource view,
      DuplicateIndex duplicates,
      @Nullable String group,
      String scope) {
    this.counts = counts;
    this.view = view;
    this.duplicates = duplicates;
    this.group = group == null ? null : scope + group;
  }

  void use(List<String> names, @Nullable TableMapper compiled, List<String> primaryKey) {
    finish();
    columns = names;
    mapper = compiled;
    key = compiled == null ? new int[0] : compiled.key();
    identity = compiled == null ? new int[0] : compiled.identity();
    if (key.length == 0) {
      key = primaryKey.stream().mapToInt(names::indexOf).toArray();
      for (int place : key) {
        if (place < 0) {
          key = new int[0];
          break;
        }
      }
    }
  }

  boolean hasColumns(List<String> names) {
    return columns == names || columns.equals(names);
  }

  /** Whether rows have these columns from now on, and had others or none. */
  boolean isNewShape(List<String> names) {
    if (shape == names || names.equals(shape)) {
      return false;
    }
    shape = names;
    return true;
  }

  Counts counts() {
    return counts;
  }

  void row(DumpRow row) {
    view.show(row);
    Origin origin = counts.next();
    String sourceKey = key(row);
    if (group != null && key.length > 0) {
      Origin first = duplicates.first(group, digest(row), origin);
      if (first != null) {
        counts.duplicate(origin, row.position(), sourceKey, first);
        return;
      }
    }
    if (mapper == null) {
      counts.unmapped(origin, row.position(), sourceKey, null);
      return;
    }
    mapper.map(origin, view);
    counts.stored(origin, row.position(), sourceKey, row.hasRepairs() ? REPAIRED : null);
  }

  /** The values of the key, or the number the database gives the row. */
  private @Nullable String key(DumpRow row) {
    return key.length == 0 && row.rowid().isPresent()
        ? Long.toString(row.rowid().getAsLong())
        : SourceKeys.text(view, key);
  }

  void finish() {
    if (mapper != null) {
      mapper.finish();
    }
  }

  private byte[] digest(DumpRow row) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      if (identity.length == 0) {
        row.updateDigest(digest);
      } else {
        SourceKeys.update(digest, view, identity);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
