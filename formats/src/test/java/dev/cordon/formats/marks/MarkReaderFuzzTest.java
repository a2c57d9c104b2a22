package dev.cordon.formats.marks;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cordon.formats.sqlite.RandomBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Files come from seized disks: whatever they hold, reading ends and nothing is thrown. */
class MarkReaderFuzzTest {

  private static final KeyedDigest KEY = new KeyedDigest(new byte[32]);
  private static final String[] STARTS = {
    "\u00ff\u00d8\u00ff\u00e1\u0020\u0000Exif\0\0II*\0\u0008\0\0\0",
    "\u00ff\u00d8\u00ff\u00eb\u0020\u0000JP\0\u0001\0\0\0\u0001",
    "\u0089PNG\r\n\u001a\n",
    "RIFF\0\0\0\0WEBP",
    "MM\0*\0\0\0\u0008",
    "\0\0\0\u0010ftypheic\0\0\0\0",
    "\0\0\0\u0010ftypheic\0\0\0\0\0\0\0\u0040meta\0\0\0\0\0\0\0\u0020iinf",
    "\0\0\0\u0040jumb\0\0\0\u0020jumdc2pa",
    "GIF89a",
    "<?xml version='1.0'?>"
  };

  @FuzzTest(maxDuration = "2m")
  void bytes_neverThrow(FuzzedDataProvider data) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(data.pickValue(STARTS).getBytes(StandardCharsets.ISO_8859_1));
    file.writeBytes(data.consumeRemainingAsBytes());
    Marks marks =
        MarkReader.read(
            RandomBytes.inMemory(new ByteArrayInputStream(file.toByteArray()), 1 << 24), KEY);
    assertThat(marks.embedded()).hasSizeLessThanOrEqualTo(64);
    assertThat(marks.notes()).doesNotContain("its marks could not be read to their end");
  }
}
