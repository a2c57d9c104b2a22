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
  void parts_followMemory() {
    try (Engine engine = open()) {
      assertThat(engine.parts(1000, 300)).isEqualTo(1);
      assertThat(engine.parts(1_000_000, 300)).isEqualTo(5);
      assertThat(engine.parts(10_000_000, 300)).isEqualTo(47);
    }
  }

  @Test
  void memorySize_ofEachUnit_isRead() {
    assertThat(MemorySize.bytes("0 bytes")).isZero();
    assertThat(MemorySize.bytes("1.5 KiB")).isEqualTo(1536);
    assertThat(MemorySize.bytes("943.6 MiB")).isEqualTo((long) (943.6 * 1024 * 1024));
    assertThat(MemorySize.bytes("2 GiB")).isEqualTo(2L << 30);
    assertThatThrownBy(() -> MemorySize.bytes("much")).isInstanceOf(LinkageException.class);
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
