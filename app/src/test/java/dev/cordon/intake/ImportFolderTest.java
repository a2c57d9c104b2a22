package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.TestGround;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing outside of the import folder is reached by a name. */
class ImportFolderTest {

  @TempDir private Path folder;
  private ImportFolder imports;

  @BeforeEach
  void folderBesideASecret() throws IOException {
    Path root = Files.createDirectories(folder.resolve("import/below"));
    Files.writeString(folder.resolve("secret"), "secret");
    Files.writeString(root.resolve("dump.sql"), "select 1;");
    Files.createSymbolicLink(root.resolve("out"), folder.resolve("secret"));
    Files.createSymbolicLink(root.resolve("up"), folder);
    Files.createSymbolicLink(root.resolve("null"), Path.of("/dev/null"));
    Files.createSymbolicLink(root.resolve("in"), root.resolve("dump.sql"));
    Files.writeString(root.resolve("line\nbreak.csv"), "a");
    imports = new ImportFolder(TestGround.ground(), folder.resolve("import").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret",
        "below/../../secret",
        "below/out",
        "below/up/secret",
        "below/null",
        "/dev/zero",
        "/etc/passwd",
        "below",
        "",
        ".",
        "..",
        "absent",
        "below/dump.sql\0.csv",
        "below/line\nbreak.csv",
        "..\\secret",
        "%2e%2e/secret"
      })
  void nameThatLeadsElsewhere_isAbsent(String name) {
    assertThatThrownBy(() -> imports.find(name))
        .isInstanceOf(RefusedException.class)
        .hasMessage("There is no such file in the import folder.");
  }

  @Test
  void fileInside_isFound_alsoByALinkInside() throws IOException {
    Path real = folder.resolve("import/below/dump.sql").toRealPath();
    assertThat(imports.find("below/dump.sql")).isEqualTo(real);
    assertThat(imports.find("below/in")).isEqualTo(real);
  }

  @Test
  void list_namesWhatCanBeTaken_andNothingElse() {
    assertThat(imports.page("", 1).rows())
        .extracting(ImportFolder.Waiting::name)
        .containsExactlyInAnyOrder("below/dump.sql", "below/in");
  }
}
