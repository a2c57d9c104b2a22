package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.CharsetJudge;
import dev.cordon.formats.dumps.CsvHandler;
import dev.cordon.formats.dumps.CsvHeader;
import dev.cordon.formats.dumps.CsvParser;
import dev.cordon.formats.dumps.CsvRow;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.Balance;
import dev.cordon.intake.DuplicateIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file. */
public final class CsvReader implements SourceReader, CsvHandler {

  private static final String TABLE = "records";
  private static final int MOST_HEADERS = 20;

  private final Part part;
  private final RecordTable table;
  private final List<String> notes = new ArrayList<>();
  private long windowsRows;
  private long headers;

  /** For one part, looked through before. */
  public CsvReader(Part part, Profiles profiles, DuplicateIndex duplicates) {
    this.part = part;
    this.table = new RecordTable(part, TABLE, profiles, duplicates);
  }

  @Override
  public List<String> read(PartBytes bytes) throws IOException {
    CsvParser.parse(bytes.stream(), this);
    table.finish();
    if (windowsRows > 0) {
      notes.add(
          part.title()
              + ": "
              + windowsRows
              + " records are no valid UTF-8 and were read as windows-1252");
    }
    return notes;
  }

  @Override
  public void charset(CharsetJudge.Verdict verdict) {
    if (!verdict.charset().equals(StandardCharsets.UTF_8)) {
      notes.add(
          part.title()
              + ": read as "
              + verdict.charset().name()
              + " ("
              + verdict.reason()
              + (verdict.sure() ? ")" : "), which is a guess"));
    }
  }

  @Override
  public void header(CsvHeader header) {
    if (header.isInvented()) {
      notes.add(part.title() + ": has no header; its columns are called by their number");
    }
    if (++headers > 1 && headers <= MOST_HEADERS) {
      String last = headers == MOST_HEADERS ? "; further ones are not listed" : "";
      notes.add(
          part.title() + ": another header begins in line " + header.position().line() + last);
    }
    table.header(header.columns());
    if (part.member() == 0) {
      part.tally().shape(TABLE, header.position().byteOffset(), header.columns());
    }
  }

  @Override
  public void row(CsvRow row) {
    windowsRows += row.isWindows1252() ? 1 : 0;
    table.row(row.values(), row.position(), note(row));
  }

  @Override
  public void broken(Position position, String reason) {
    table.broken(position, reason);
  }

  @Override
  public List<Balance> balances() {
    return List.of(table.balance(part.onlyLine(TABLE), "CSV record"));
  }

  @Override
  public boolean isReference() {
    return table.isReference();
  }

  @Override
  public String form() {
    return table.product().isEmpty() ? "CSV of no known product" : table.product() + " CSV";
  }

  private static @Nullable String note(CsvRow row) {
    List<String> odd = new ArrayList<>();
    if (row.isRejoined()) {
      odd.add("put together from lines an unquoted line break had split");
    }
    if (row.isWindows1252()) {
      odd.add("no valid UTF-8, read as windows-1252");
    }
    if (row.remark() != null) {
      odd.add(row.remark());
    }
    return odd.isEmpty() ? null : String.join("; ", odd);
  }
}
