package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.MediaJudge;
import dev.cordon.formats.dumps.CsvHandler;
import dev.cordon.formats.dumps.CsvHeader;
import dev.cordon.formats.dumps.CsvParser;
import dev.cordon.formats.dumps.CsvRow;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.Balance;
import dev.cordon.intake.DuplicateIndex;
import dev.cordon.intake.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file. */
public final class CsvReader implements SourceReader, CsvHandler {

  private static final String TABLE = "records";

  private final String name;
  private final boolean holdsMedia;
  private final Profiles profiles;
  private final RecordOutput output;
  private final DuplicateIndex duplicates;
  private final Counts counts;
  private final List<String> notes = new ArrayList<>();
  private @Nullable TableMapper mapper;
  private String product = "";
  private boolean isReference;
  private long windowsRows;

  /** For one source, judged before. */
  public CsvReader(
      String name,
      Judgement judgement,
      Profiles profiles,
      RecordOutput output,
      DuplicateIndex duplicates) {
    this.name = name;
    this.holdsMedia = judgement.mediaFound() > 0;
    this.profiles = profiles;
    this.output = output;
    this.duplicates = duplicates;
    this.counts = new Counts(judgement.id(), TABLE, output);
  }

  @Override
  public List<String> read(InputStream content) throws IOException {
    CsvParser.parse(content, this);
    if (mapper != null) {
      mapper.finish();
    }
    if (windowsRows > 0) {
      notes.add(
          name + ": " + windowsRows + " records are no valid UTF-8 and were read as windows-1252");
    }
    return notes;
  }

  @Override
  public void header(CsvHeader header) {
    if (mapper != null) {
      mapper.finish();
    }
    mapper = null;
    profiles
        .find("csv", header.columns())
        .ifPresent(match -> {
          mapper = new TableMapper(match.table(), header.columns(), output);
          isReference = Boolean.TRUE.equals(match.table().reference());
          String known = match.profile().product();
          product = (known == null ? match.profile().name() : known) + " CSV";
        });
  }

  @Override
  public void row(CsvRow row) {
    Values view = new Values(row.values());
    Origin origin = counts.next();
    TableMapper present = mapper;
    int[] key = present == null ? new int[0] : present.key();
    String sourceKey = SourceKeys.text(view, key);
    if (present != null && key.length > 0 && sourceKey != null) {
      Origin first = duplicates.first("csv/" + product, digest(view, present), origin);
      if (first != null) {
        counts.duplicate(origin, row.position(), sourceKey, first);
        return;
      }
    }
    windowsRows += row.isWindows1252() ? 1 : 0;
    counts.stored(origin, row.position(), sourceKey, note(row));
    if (present != null) {
      present.map(origin, view);
    }
  }

  @Override
  public void broken(Position position, String reason) {
    Origin origin = counts.next();
    counts.quarantined(origin, position, reason);
  }

  @Override
  public List<Balance> balances() {
    return List.of(counts.balance(name, "CSV record"));
  }

  @Override
  public boolean isReference() {
    return isReference;
  }

  @Override
  public String form() {
    return product.isEmpty() ? "CSV of no known product" : product;
  }

  private static @Nullable String note(CsvRow row) {
    if (row.isRejoined()) {
      return "put together from lines an unquoted line break had split";
    }
    return row.isWindows1252() ? "no valid UTF-8, read as windows-1252" : null;
  }

  private static byte[] digest(RowSource row, TableMapper mapper) {
    int[] identity = mapper.identity();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      SourceKeys.update(digest, row, identity.length == 0 ? mapper.key() : identity);
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Shows a record to the mappings; a value that holds media is never shown. */
  private final class Values implements RowSource {

    private final List<String> values;

    Values(List<String> values) {
      this.values = values;
    }

    @Override
    public @Nullable String text(int column) {
      String text = values.get(column);
      return holdsMedia && isMedia(text) ? null : text;
    }

    @Override
    public byte @Nullable [] bytes(int column) {
      String text = text(column);
      return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public long length(int column) {
      return values.get(column).getBytes(StandardCharsets.UTF_8).length;
    }

    private boolean isMedia(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return MediaJudge.judge(bytes, 0, bytes.length) != null;
    }
  }
}
