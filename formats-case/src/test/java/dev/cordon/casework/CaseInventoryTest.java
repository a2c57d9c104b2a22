package dev.cordon.casework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.inventories.CaseInventory;
import dev.cordon.formats.inventories.MediaRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What triage writes as CASE/UCO is what its shapes and terms want. */
class CaseInventoryTest {

  @Test
  void inventory_conforms() throws IOException {
    StringWriter text = new StringWriter();
    try (CaseInventory inventory = new CaseInventory(text, new UUID(1, 2))) {
      inventory.add(record(1, "jpeg", "a".repeat(64), ""));
      inventory.add(record(2, "mp4/h264", "b".repeat(64), "could not be decoded: \"cut\""));
      inventory.add(record(3, "", "", "no right to read it"));
    }
    CaseValidator.Result result =
        new CaseValidator().validate(text.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(result.findings()).isEmpty();
    assertThat(result.triples()).isGreaterThan(40);
  }

  private static MediaRecord record(long number, String format, String sha256, String reason) {
    boolean isRead = !sha256.isEmpty();
    return new MediaRecord(
        number,
        "sector 2048 address 12-128-1 number " + number,
        number == 2,
        isRead ? 7 : 0,
        isRead ? "0123456789abcdef0123456789abcdef" : "",
        isRead ? "89abcdef".repeat(5) : "",
        sha256,
        format,
        format.isEmpty() ? 0 : 320,
        format.isEmpty() ? 0 : 200,
        reason,
        List.of("gold 7 md5 category UK 1", "other \\ list"),
        List.of("names a camera"));
  }
}
