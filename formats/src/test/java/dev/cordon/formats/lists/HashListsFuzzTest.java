package dev.cordon.formats.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.formats.FormatException;
import dev.cordon.formats.sqlite.RandomBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Lists come from outside: whatever they hold, each row is told or named, and nothing else fails.
 */
class HashListsFuzzTest {

  private static final String[] STARTS = {
    "",
    "{\"value\":[",
    "{\"MD5\":\"0123456789abcdef0123456789abcdef\"}\n",
    "md5,category,type\n",
    "INSERT INTO FILE VALUES (",
    "0123456789abcdef0123456789abcdef\n"
  };

  @FuzzTest(maxDuration = "2m")
  void texts_tellRowsOrReasons(FuzzedDataProvider data) throws IOException {
    String start = data.pickValue(STARTS);
    String text = start + data.consumeRemainingAsString();
    try {
      ListRows rows = ListRows.of(text);
      rows.entries.forEach(
          entry -> assertThat(entry.hashes().size() + entry.vendorHashes().size()).isPositive());
      rows.broken.forEach(reason -> assertThat(reason).isNotBlank());
    } catch (FormatException named) {
      assertThat(named).hasMessageMatching("(?s).+");
    }
  }

  @FuzzTest(maxDuration = "2m")
  void bytes_tellRowsOrReasons(FuzzedDataProvider data) throws IOException {
    try {
      byte[] bytes = data.consumeRemainingAsBytes();
      if (HashLists.isSqlite(bytes)) {
        HashLists.readSqlite(
            RandomBytes.inMemory(new ByteArrayInputStream(bytes), 1 << 20), new ListRows());
      } else {
        ListRows.of(bytes, HashKind.PDQ);
      }
    } catch (FormatException named) {
      assertThat(named).hasMessageMatching("(?s).+");
    }
  }
}
