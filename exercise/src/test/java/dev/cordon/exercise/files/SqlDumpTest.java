package dev.cordon.exercise.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlDumpTest {
  @TempDir Path folder;

  private String dumped(SqlDump.Product product, Object... values) throws Exception {
    Path file = folder.resolve(product + ".sql");
    try (TextFile out = new TextFile(file)) {
      SqlDump dump =
          new SqlDump(
              out,
              product,
              product == SqlDump.Product.MYSQL ? "shop.ddl" : "forum.ddl",
              "x",
              dev.cordon.exercise.Progress.silent());
      dump.begin(product == SqlDump.Product.MYSQL ? "wpk_options" : "bb3_config", 7);
      dump.row(values);
      dump.row(values);
      dump.end();
      assertThat(dump.finish()).containsValue(2L);
    }
    return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  @Test
  void row_oddText_isEscapedAsMysqldumpDoes() throws Exception {
    String text =
        dumped(
            SqlDump.Product.MYSQL,
            1,
            "it's \"a\" \\ \n\r\0\u001a; -- ",
            null,
            new SqlDump.Literal("1.50"));
    assertThat(text)
        .contains(
            "INSERT INTO `wpk_options` VALUES (1,'it\\'s \\\"a\\\" \\\\ \\n\\r\\0\\Z; -- ',NULL,1.50),(1,")
        .contains("AUTO_INCREMENT=7 ")
        .endsWith("-- Dump completed on 2024-11-20  6:41:07\n");
  }

  @Test
  void row_bytes_differByProduct() throws Exception {
    byte[] bytes = {0, (byte) 0xff, '\'', 'a'};
    assertThat(dumped(SqlDump.Product.MYSQL, 1, bytes)).contains("(1,_binary '\\0\u00ff\\'a'),(1,");
    assertThat(dumped(SqlDump.Product.MARIADB, 1, bytes))
        .contains("VALUES \n(1,'\\0\u00ff\\'a'),\n(1,");
  }
}
