package dev.cordon.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DuckDbEngineTest extends EngineContract {

  @Override
  Engine open() {
    return DuckDbEngine.inMemory(256, 2);
  }

  @Test
  void inMemory_fileRead_isRefused() {
    try (Engine engine = open()) {
      assertThatThrownBy(() -> engine.count("SELECT count(*) FROM read_text('/etc/hostname')"))
          .isInstanceOf(LinkageException.class);
    }
  }

  @Test
  void inMemory_settings_allowNoSpillAndNoExtension() {
    try (Engine engine = open()) {
      assertThat(
              engine.count(
                  """
                  SELECT count(*) FROM duckdb_settings()
                  WHERE (name = 'temp_directory' AND value = '')
                     OR (name = 'autoload_known_extensions' AND value = 'false')
                     OR (name = 'autoinstall_known_extensions' AND value = 'false')\
                  """))
          .isEqualTo(3);
    }
  }
}
