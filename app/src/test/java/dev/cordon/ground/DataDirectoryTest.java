package dev.cordon.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.CordonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir private Path folder;

  @Test
  void directory_isForItsOwnerOnly() throws IOException {
    Path root = folder.resolve("data");
    try (DataDirectory directory = DataDirectory.open(root)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
          .isEqualTo("rwx------");
      String secret = new Secrets(directory.secrets()).text("one");
      Path file = directory.secrets().resolve("one");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(new Secrets(directory.secrets()).text("one")).isEqualTo(secret).hasSize(43);
    }
  }

  @Test
  void directory_opensAgain() {
    DataDirectory.open(folder.resolve("data")).close();
    DataDirectory.open(folder.resolve("data")).close();
  }

  @Test
  void withoutSpace_isRefused() {
    assertThatThrownBy(() -> DataDirectory.open(folder.resolve("data"), Long.MAX_VALUE))
        .isInstanceOf(CordonException.class)
        .hasMessageContaining("MB are free");
  }

  @Test
  void layoutBefore_isTakenOver() throws IOException {
    Path root = folder.resolve("older");
    DataDirectory.open(root).close();
    Files.writeString(root.resolve("VERSION"), "1\n");
    DataDirectory.open(root).close();
    assertThat(root.resolve("VERSION")).hasContent("2");
    assertThat(root.resolve("VERSION.next")).doesNotExist();
  }
}
