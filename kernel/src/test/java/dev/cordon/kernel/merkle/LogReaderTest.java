package dev.cordon.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogReaderTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 255, 256, 257, 511, 512, 700, 66_000})
  void inclusion_ofEveryKindOfPlace_isProved(int size) {
    NoteSigner signer = NoteSigner.generate("log.example");
    write(signer, size);
    LogReader reader = new LogReader(directory, signer.key());

    Stream.of(0, size / 3, size / 2, size - 1)
        .forEach(place ->
            assertThat(reader.inclusion(place, entry(place)))
                .hasValueSatisfying(
                    found -> assertThat(found.checkpoint().size()).isEqualTo(size)));
    assertThat(reader.inclusion(size, entry(size))).isEmpty();
    assertThat(reader.inclusion(-1, entry(0))).isEmpty();
  }

  @Test
  void inclusion_ofAnotherLeaf_isRefused() {
    NoteSigner signer = NoteSigner.generate("log.example");
    write(signer, 300);

    assertThatThrownBy(() -> new LogReader(directory, signer.key()).inclusion(7, entry(8)))
        .isInstanceOf(ProofException.class);
  }

  @Test
  void inclusion_withAChangedTile_isRefused() throws IOException {
    NoteSigner signer = NoteSigner.generate("log.example");
    write(signer, 300);
    Path tile = directory.resolve(Tiles.tilePath(0, 0, 256));
    byte[] bytes = Files.readAllBytes(tile);
    bytes[32 * 6] ^= 1;
    Files.write(tile, bytes);

    assertThatThrownBy(() -> new LogReader(directory, signer.key()).inclusion(7, entry(7)))
        .isInstanceOf(ProofException.class);
  }

  private void write(NoteSigner signer, int size) {
    LogWriter writer = LogWriter.open(directory, signer);
    for (int place = 0; place < size; place++) {
      writer.append(entry(place));
    }
    writer.publish();
  }

  private static byte[] entry(int place) {
    return ("entry " + place).getBytes(StandardCharsets.UTF_8);
  }
}
