package dev.cordon.formats.inventories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.lists.HashKind;
import dev.cordon.formats.lists.HashLists;
import dev.cordon.formats.lists.ListEntry;
import dev.cordon.formats.lists.ListHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InventoriesTest {

  private static final UUID CASE = new UUID(1, 2);

  static MediaRecord record(long number, String format, String reason) {
    return new MediaRecord(
        number,
        "file " + number,
        number == 2,
        5,
        "0123456789abcdef0123456789abcdef",
        "89abcdef".repeat(5),
        "01234567".repeat(8),
        format,
        format.isEmpty() ? 0 : 30,
        format.isEmpty() ? 0 : 20,
        reason,
        List.of("=gold, \"x\""),
        List.of("names a camera"));
  }

  @Test
  void vics_isReadAsAListAgain() throws IOException {
    StringWriter text = new StringWriter();
    try (VicsInventory vics = new VicsInventory(text, "UK", CASE, 2)) {
      vics.add(record(1, "jpeg", ""));
      vics.add(record(2, "", "could not be decoded: broken"));
      vics.add(record(3, "", "not a picture"));
    }
    List<ListEntry> entries = new ArrayList<>();
    var outcome =
        HashLists.read(
            new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
            null,
            new ListHandler() {
              @Override
              public void entry(ListEntry entry) {
                entries.add(entry);
              }

              @Override
              public void broken(dev.cordon.formats.Position position, String reason) {
                throw new AssertionError(reason);
              }
            });
    assertThat(outcome.profile()).isEqualTo("UK");
    assertThat(outcome.model()).isEqualTo("2.0");
    assertThat(entries).hasSize(2);
    assertThat(entries.getFirst().category()).isEmpty();
    assertThat(entries.getFirst().hashes())
        .extracting(hash -> hash.kind())
        .containsExactly(HashKind.MD5, HashKind.SHA1, HashKind.SHA256);
  }

  @Test
  void table_holdsNoFormula() throws IOException {
    StringWriter text = new StringWriter();
    try (CsvInventory csv = new CsvInventory(text)) {
      csv.add(record(1, "jpeg", "+1\n"));
    }
    assertThat(text.toString().split("\r\n", 2)[1])
        .startsWith("1,file 1,present,5,")
        .contains(",30,20,\"'+1\n\",\"'=gold, \"\"x\"\"\",names a camera\r\n");
  }
}
