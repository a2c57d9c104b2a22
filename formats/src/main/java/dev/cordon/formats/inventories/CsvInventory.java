package dev.cordon.formats.inventories;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A table in UTF-8 (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe
 * before it.
 */
public final class CsvInventory implements InventoryWriter {

  private final Writer writer;

  /** Begins the table; the writer stays the caller's. */
  public CsvInventory(Writer writer) throws IOException {
    this.writer = writer;
    row(
        List.of(
            "item", "place", "state", "size", "md5", "sha1", "sha256", "format", "width", "height",
            "reason", "lists", "marks"));
  }

  @Override
  public void add(MediaRecord media) throws IOException {
    boolean isRead = media.hasDigests();
    boolean hasSize = media.width() > 0;
    row(
        List.of(
            String.valueOf(media.number()),
            media.place(),
            media.isDeleted() ? "deleted" : "present",
            isRead ? String.valueOf(media.size()) : "",
            media.md5(),
            media.sha1(),
            media.sha256(),
            media.format(),
            hasSize ? String.valueOf(media.width()) : "",
            hasSize ? String.valueOf(media.height()) : "",
            media.reason(),
            String.join("; ", media.lists()),
            String.join("; ", media.says())));
  }

  private void row(List<String> cells) throws IOException {
    writer.write(String.join(",", cells.stream().map(CsvInventory::cell).toList()) + "\r\n");
  }

  private static String cell(String text) {
    String safe =
        !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean isQuoted = safe.chars().anyMatch(letter -> ",;\"\r\n\t".indexOf(letter) >= 0);
    return isQuoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  @Override
  public void close() {}
}
