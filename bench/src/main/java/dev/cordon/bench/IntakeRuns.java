package dev.cordon.bench;

import dev.cordon.formats.Position;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.dumps.CsvHandler;
import dev.cordon.formats.dumps.CsvHeader;
import dev.cordon.formats.dumps.CsvParser;
import dev.cordon.formats.dumps.CsvRow;
import dev.cordon.formats.dumps.DumpHandler;
import dev.cordon.formats.dumps.DumpLimits;
import dev.cordon.formats.dumps.DumpParser;
import dev.cordon.formats.dumps.DumpRow;
import dev.cordon.formats.dumps.DumpTable;
import dev.cordon.formats.returns.JsonLinesParser;
import dev.cordon.formats.sheets.SheetHandler;
import dev.cordon.formats.sheets.SheetRow;
import dev.cordon.formats.sheets.Workbook;
import dev.cordon.formats.sheets.WorkbookLimits;
import dev.cordon.formats.sqlite.RandomBytes;
import dev.cordon.formats.sqlite.SqliteLimits;
import dev.cordon.formats.sqlite.SqliteReader;
import dev.cordon.formats.weblogs.AccessLogHandler;
import dev.cordon.formats.weblogs.AccessLogLine;
import dev.cordon.formats.weblogs.AccessLogParser;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Intake;
import dev.cordon.intake.IntakeOutcome;
import dev.cordon.intake.OperationFacts;
import dev.cordon.intake.Vault;
import dev.cordon.intake.VaultKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** One way over a file, from its first byte to its last; each gives how many rows it saw. */
final class IntakeRuns {

  private IntakeRuns() {}

  /** The parser alone: every row told to a handler that only counts. */
  static long parser(IntakeFile form, Path file) throws IOException {
    Counting count = new Counting();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
      switch (form) {
        case MYSQLDUMP, PG_DUMP -> DumpParser.parse(in, DumpLimits.STANDARD, count);
        case CSV -> CsvParser.parse(in, count.csv());
        case JSON_LINES -> JsonLinesParser.parse(in, element -> count.rows++);
        case ACCESS_LOG -> AccessLogParser.parse(in, count.log());
        case XLSX ->
            Workbook.read(() -> Files.newInputStream(file), WorkbookLimits.STANDARD, count.sheet());
      }
    }
    return count.rows;
  }

  /** An SQLite file's rows, read in Java alone. */
  static long sqlite(Path file) throws IOException {
    Counting count = new Counting();
    try (FileChannel channel = FileChannel.open(file)) {
      SqliteReader.read(RandomBytes.of(channel), SqliteLimits.STANDARD, count);
    }
    return count.rows;
  }

  /** Judged, sealed, encrypted and read into encrypted records; none where the form is refused. */
  static OptionalLong intake(Path file, Path folder) {
    Vault vault = Vault.open(folder, VaultKey.random());
    try (Intake intake = new Intake(vault, OperationFacts.UNKNOWN, PackedLimits.STANDARD, true)) {
      return switch (intake.take(file, file.getFileName().toString(), bytes -> {})) {
        case IntakeOutcome.Taken taken ->
            OptionalLong.of(taken.report().balances().stream().mapToLong(Balance::rowsIn).sum());
        case IntakeOutcome.SameBytes same -> throw new IllegalStateException(same.name());
        case IntakeOutcome.HoldsMedia media -> throw new IllegalStateException(media.name());
        case IntakeOutcome.NotTaken refused -> OptionalLong.empty();
      };
    }
  }

  /**
   * DuckDB over the same file, every column of every row looked at; none where it has no reader.
   */
  static OptionalLong duckdb(IntakeFile form, Path file) throws SQLException {
    String from =
        switch (form) {
          case CSV -> "read_csv('%s', header = true, all_varchar = true)";
          case JSON_LINES -> "read_ndjson('%s')";
          case ACCESS_LOG ->
              """
              (select regexp_extract(line, '^(\\S+) \\S+ \\S+ \\[([^\\]]+)\\] "([^"]*)" (\\d+) (\\S+) "([^"]*)" "([^"]*)"',
                ['host','at','request','status','size','from','agent']) as fields
              from read_csv('%s', delim = chr(1), header = false, quote = '', escape = '',
                columns = {'line': 'VARCHAR'}))\
              """;
          case MYSQLDUMP, PG_DUMP, XLSX -> "";
        };
    if (from.isEmpty()) {
      return OptionalLong.empty();
    }
    try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = engine.createStatement()) {
      statement.execute("set threads = 2");
      try (ResultSet found =
          statement.executeQuery(
              "select count(*), bit_xor(hash(r)) from " + from.formatted(file) + " r")) {
        found.next();
        return OptionalLong.of(found.getLong(1));
      }
    }
  }

  /** The bytes of the file out of gzip and nothing else: as fast as a packed file can be read. */
  static long unpack(Path packed) throws IOException {
    try (InputStream in =
        new GZIPInputStream(
            new BufferedInputStream(Files.newInputStream(packed), 1 << 20), 1 << 16)) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }

  static Path pack(Path file) throws IOException {
    Path packed = file.resolveSibling(file.getFileName() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
      Files.copy(file, out);
    }
    return packed;
  }

  /** Counts rows and adds up lengths, so that nothing is left out as unused. */
  private static final class Counting implements DumpHandler {

    private long rows;
    private final AtomicLong lengths = new AtomicLong();

    @Override
    public void table(DumpTable table) {}

    @Override
    public void row(DumpRow row) {
      rows++;
      lengths.addAndGet(row.length(0));
    }

    @Override
    public void broken(String table, List<String> columns, Position position, String reason) {
      throw new IllegalStateException(reason + " at byte " + position.byteOffset());
    }

    CsvHandler csv() {
      return new CsvHandler() {
        @Override
        public void header(CsvHeader header) {}

        @Override
        public void row(CsvRow row) {
          rows++;
          lengths.addAndGet(row.values().size());
        }

        @Override
        public void broken(Position position, String reason) {
          Counting.this.broken("", List.of(), position, reason);
        }
      };
    }

    AccessLogHandler log() {
      return new AccessLogHandler() {
        @Override
        public void request(AccessLogLine line) {
          rows++;
          lengths.addAndGet(line.host().length());
        }

        @Override
        public void broken(Position position, String reason) {
          Counting.this.broken("", List.of(), position, reason);
        }
      };
    }

    SheetHandler sheet() {
      return new SheetHandler() {
        @Override
        public void sheet(String name, boolean isHidden) {}

        @Override
        public void row(SheetRow row) {
          rows++;
        }

        @Override
        public void broken(String sheet, long number, Position position, String reason) {
          Counting.this.broken(sheet, List.of(), position, reason);
        }

        @Override
        public void remark(String remark) {}

        @Override
        public void media(ArchiveMember member, MemberFinding finding) {}
      };
    }
  }
}
