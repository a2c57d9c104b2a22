package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.MediaJudge;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.Balance;
import dev.cordon.intake.DuplicateIndex;
import dev.cordon.intake.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of texts under a header while it is read: a CSV file, a sheet, a log of a profile. What
 * no profile fits is counted, and of its rows place and length are kept.
 */
final class RecordTable {

  private final Part part;
  private final String table;
  private final Profiles profiles;
  private final DuplicateIndex duplicates;
  private final Counts counts;
  private final Values view = new Values();
  private @Nullable TableMapper mapper;
  private int[] key = {};
  private String product = "";
  private String form = "CSV";
  private boolean isReference;

  RecordTable(Part part, String table, Profiles profiles, DuplicateIndex duplicates) {
    this.part = part;
    this.table = table;
    this.profiles = profiles;
    this.duplicates = duplicates;
    this.counts = new Counts(part, table);
  }

  /** The rows from here on have these columns. */
  void header(List<String> columns) {
    finish();
    mapper = null;
    key = new int[0];
    Optional<Profiles.Match> found = profiles.find("csv", columns);
    part.tally().met(part.table(table), "csv", null, columns, found);
    found.ifPresent(match -> use(match, columns));
  }

  /** The rows are lines of a log whose fields are these columns. */
  void log(Profiles.Match match, List<String> columns) {
    form = "log";
    use(match, columns);
  }

  private void use(Profiles.Match match, List<String> columns) {
    TableMapper found = new TableMapper(match.table(), columns, part.output());
    mapper = found;
    key = found.key();
    isReference = Boolean.TRUE.equals(match.table().reference());
    String known = match.profile().product();
    product = known == null ? match.profile().name() : known;
  }

  /** A row with as many values as the header has columns. */
  void row(List<? extends @Nullable String> values, Position position, @Nullable String note) {
    view.values = values;
    Origin origin = counts.next();
    TableMapper present = mapper;
    if (present == null) {
      counts.unmapped(origin, position, null, note);
      return;
    }
    String sourceKey = SourceKeys.text(view, key);
    if (key.length > 0 && sourceKey != null) {
      Origin first =
          duplicates.first(
              form.toLowerCase(Locale.ROOT) + "/" + product + " " + form, digest(present), origin);
      if (first != null) {
        counts.duplicate(origin, position, sourceKey, first);
        return;
      }
    }
    counts.stored(origin, position, sourceKey, note);
    present.map(origin, view);
  }

  void broken(Position position, String reason) {
    Origin origin = counts.next();
    counts.quarantined(origin, position, reason);
  }

  /** Writes what waits for further rows that will not come. */
  void finish() {
    if (mapper != null) {
      mapper.finish();
    }
  }

  Balance balance(String name, String unit) {
    return counts.balance(name, unit);
  }

  /** Whose export it is; empty where no profile fits. */
  String product() {
    return product;
  }

  boolean isReference() {
    return isReference;
  }

  private byte[] digest(TableMapper present) {
    int[] identity = present.identity();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      SourceKeys.update(digest, view, identity.length == 0 ? present.key() : identity);
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Shows a row to the mappings; a value that holds media is never shown. */
  private final class Values implements RowSource {

    private List<? extends @Nullable String> values = List.of();

    @Override
    public @Nullable String text(int column) {
      String text = values.get(column);
      return text != null && part.holdsMedia() && isMedia(text) ? null : text;
    }

    @Override
    public byte @Nullable [] bytes(int column) {
      String text = text(column);
      return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public long length(int column) {
      String text = values.get(column);
      return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /** Whether the text holds media: data: URIs, base64, hexadecimal digits. */
  static boolean isMedia(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return MediaJudge.judge(bytes, 0, bytes.length) != null;
  }
}
