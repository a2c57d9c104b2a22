package dev.cordon.formats.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class DumpRoundTripTest {

  @Property(tries = 300)
  void values_writtenAsADumpWritesThem_comeBack(
      @ForAll @Size(min = 1, max = 6) List<@Size(max = 200) byte[]> values) throws IOException {
    List<byte[]> read = new ArrayList<>();
    DumpParser.parse(
        new ByteArrayInputStream(insert(values)),
        DumpLimits.STANDARD,
        new DumpParserTest.Seen() {
          @Override
          public void row(DumpRow row) {
            for (int index = 0; index < row.size(); index++) {
              read.add(row.bytes(index));
            }
          }
        });
    assertThat(read).hasSize(values.size());
    for (int index = 0; index < values.size(); index++) {
      assertThat(read.get(index)).isEqualTo(values.get(index));
    }
  }

  /** Every second value as a string with escapes, the others as hexadecimal digits. */
  private static byte[] insert(List<byte[]> values) {
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    dump.writeBytes("INSERT INTO `t` VALUES (".getBytes(StandardCharsets.US_ASCII));
    for (int index = 0; index < values.size(); index++) {
      if (index > 0) {
        dump.write(',');
      }
      if (index % 2 == 0 || values.get(index).length == 0) {
        escaped(dump, values.get(index));
      } else {
        String digits = "0x" + java.util.HexFormat.of().formatHex(values.get(index));
        dump.writeBytes(digits.getBytes(StandardCharsets.US_ASCII));
      }
    }
    dump.writeBytes(");\n".getBytes(StandardCharsets.US_ASCII));
    return dump.toByteArray();
  }

  private static void escaped(ByteArrayOutputStream dump, byte[] value) {
    dump.write('\'');
    for (byte next : value) {
      switch (next) {
        case 0 -> dump.writeBytes(new byte[] {'\\', '0'});
        case '\n' -> dump.writeBytes(new byte[] {'\\', 'n'});
        case '\r' -> dump.writeBytes(new byte[] {'\\', 'r'});
        case '\\', '\'', '"' -> dump.writeBytes(new byte[] {'\\', next});
        case 0x1A -> dump.writeBytes(new byte[] {'\\', 'Z'});
        default -> dump.write(next);
      }
    }
    dump.write('\'');
  }
}
