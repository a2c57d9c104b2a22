package dev.cordon.decoder;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** What a decoder answers is as hostile as the file it reads. */
class WireFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void answers_areReadOrRefused(FuzzedDataProvider data) {
    DataInputStream stream =
        new DataInputStream(new ByteArrayInputStream(data.consumeRemainingAsBytes()));
    try {
      while (true) {
        Wire.Message message = Wire.message(stream);
        try {
          if (message.type() == Wire.FRAME) {
            Wire.frame(message);
          } else {
            Wire.text(message);
          }
        } catch (IOException refused) {
          continue;
        }
      }
    } catch (IOException end) {
      return;
    }
  }
}
