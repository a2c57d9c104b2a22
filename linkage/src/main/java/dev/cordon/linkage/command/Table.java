package dev.cordon.linkage.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.cordon.linkage.LinkageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A CSV file with a header line, read as a stream. Every failure names the file and the line.
 *
 * @param file where it lies
 * @param charset how it is written
 * @param columns its header, spaces around names left out
 */
record Table(Path file, Charset charset, List<String> columns) {

  private static final int LONGEST_RECORD = 1 << 20;
  private static final int MOST_COLUMNS = 1000;

  /** Opens a file far enough to know its columns. */
  static Table open(Path file, Charset charset) {
    refuseParquet(file);
    try (CsvReader<CsvRecord> reader = reader(file, charset)) {
      var records = reader.iterator();
      if (!records.hasNext()) {
        throw new LinkageException(file + " is empty: it needs a header line and rows");
      }
      List<String> columns = records.next().getFields().stream().map(String::strip).toList();
      check(file, columns);
      return new Table(file, charset, columns);
    } catch (IOException | UncheckedIOException | CsvParseException failure) {
      throw unreadable(file, charset, failure);
    }
  }

  /** Sends each row's fields; a row of another length fails by its line. */
  void read(Consumer<List<String>> sink) {
    try (CsvReader<CsvRecord> reader = reader(file, charset)) {
      boolean header = true;
      for (CsvRecord row : reader) {
        if (header) {
          header = false;
        } else if (row.getFieldCount() != columns.size()) {
          throw new LinkageException(
              file
                  + ", line "
                  + row.getStartingLineNumber()
                  + ": "
                  + row.getFieldCount()
                  + " values under "
                  + columns.size()
                  + " columns");
        } else {
          sink.accept(row.getFields());
        }
      }
    } catch (IOException | UncheckedIOException | CsvParseException failure) {
      throw unreadable(file, charset, failure);
    }
  }

  private static CsvReader<CsvRecord> reader(Path file, Charset charset) throws IOException {
    Reader text =
        new InputStreamReader(
            Files.newInputStream(file),
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    return CsvReader.builder()
        .maxBufferSize(LONGEST_RECORD)
        .skipEmptyLines(true)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text);
  }

  private static void check(Path file, List<String> columns) {
    if (columns.size() > MOST_COLUMNS) {
      throw new LinkageException(
          file + " has " + columns.size() + " columns; at most " + MOST_COLUMNS + " are read");
    }
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new LinkageException(file + ", line 1: two columns are called '" + column + "'");
      }
    }
  }

  // An operation's records lie as Parquet, encrypted or not, behind rules of access.
  private static void refuseParquet(Path file) {
    byte[] start = new byte[4];
    try (InputStream in = Files.newInputStream(file)) {
      int length = in.readNBytes(start, 0, start.length);
      String magic = new String(start, 0, length, StandardCharsets.US_ASCII);
      if (magic.equals("PAR1") || magic.equals("PARE")) {
        throw new LinkageException(
            file
                + " is Parquet: an operation's records are linked in the server, under its rules of"
                + " access. This command reads CSV.");
      }
    } catch (IOException failure) {
      throw new LinkageException(file + " cannot be read: " + failure, failure);
    }
  }

  private static LinkageException unreadable(Path file, Charset charset, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return new LinkageException(
            file + " is not written in " + charset + ": name its character set with --charset",
            failure);
      }
    }
    return new LinkageException(file + " cannot be read: " + failure.getMessage(), failure);
  }
}
