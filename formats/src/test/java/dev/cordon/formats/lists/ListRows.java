package dev.cordon.formats.lists;

import dev.cordon.formats.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a list told. */
final class ListRows implements ListHandler {

  final List<ListEntry> entries = new ArrayList<>();
  final List<String> broken = new ArrayList<>();
  @Nullable ListOutcome outcome;

  static ListRows of(String text) throws IOException {
    return of(text.getBytes(StandardCharsets.UTF_8), null);
  }

  static ListRows of(byte[] bytes, @Nullable HashKind assumed) throws IOException {
    ListRows rows = new ListRows();
    rows.outcome = HashLists.read(new ByteArrayInputStream(bytes), assumed, rows);
    return rows;
  }

  String hex(int entry, HashKind kind) {
    return entries.get(entry).hashes().stream()
        .filter(hash -> hash.kind() == kind)
        .map(hash -> HexFormat.of().formatHex(hash.bytes()))
        .findFirst()
        .orElse("");
  }

  @Override
  public void entry(ListEntry entry) {
    entries.add(entry);
  }

  @Override
  public void broken(Position position, String reason) {
    broken.add("byte " + position.byteOffset() + " line " + position.line() + ": " + reason);
  }
}
