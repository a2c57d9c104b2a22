package dev.cordon.exercise.files;

import dev.cordon.exercise.ExerciseException;
import dev.cordon.exercise.Progress;
import dev.cordon.exercise.cast.Countries;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a dump the way mysqldump does: header, CREATE TABLE, extended inserts, footer. MySQL 8
 * puts all tuples of a statement on one line, MariaDB one tuple a line. For one thread.
 */
final class SqlDump {
  /** Smaller tables are finished too soon to be told of. */
  private static final int WORTH_TELLING = 100_000;

  private static final int STATEMENT_BYTES = 1_000_000;

  /** Whose dump program is imitated. */
  enum Product {
    MYSQL("50503"),
    MARIADB("40101");

    private final String namesVersion;

    Product(String namesVersion) {
      this.namesVersion = namesVersion;
    }
  }

  /** A number that is written as it stands, without quotes. */
  record Literal(String text) {}

  private final TextFile out;
  private final Product product;
  private final Progress progress;
  private final String definitions;
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private final StringBuilder tuple = new StringBuilder();
  private String table = "";
  private long count;
  private int statement;

  SqlDump(TextFile out, Product product, String definitions, String database, Progress progress) {
    this.out = out;
    this.progress = progress;
    this.product = product;
    this.definitions = Countries.resource(definitions);
    String head =
        switch (product) {
          case MYSQL -> "-- MySQL dump 10.13  Distrib 8.0.39, for Linux (x86_64)\n";
          case MARIADB ->
              "/*!999999\\- enable the sandbox mode */ \n"
                  + "-- MariaDB dump 10.19  Distrib 10.11.8-MariaDB, for debian-linux-gnu (x86_64)\n";
        };
    String server =
        product == Product.MYSQL ? "8.0.39-0ubuntu0.22.04.1" : "10.11.8-MariaDB-0+deb12u1";
    out.text(head).text("--\n-- Host: localhost    Database: " + database + "\n");
    out.text(
        "-- ------------------------------------------------------\n-- Server version\t"
            + server
            + "\n\n");
    out.text(
        """
        /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
        /*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
        /*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
        /*!VERSION SET NAMES utf8mb4 */;
        /*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
        /*!40103 SET TIME_ZONE='+00:00' */;
        /*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
        /*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
        /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
        /*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;
        """
            .replace("VERSION", product.namesVersion));
  }

  /**
   * Begins a table; {@code next} is its AUTO_INCREMENT, which may lie beyond the largest key as in
   * a living database.
   */
  void begin(String name, long next) {
    table = name;
    count = 0;
    statement = 0;
    out.text(
        "\n--\n-- Table structure for table `"
            + name
            + "`\n--\n\nDROP TABLE IF EXISTS `"
            + name
            + "`;\n");
    out.text("/*!40101 SET @saved_cs_client     = @@character_set_client */;\n");
    out.text("/*!" + product.namesVersion + " SET character_set_client = utf8mb4 */;\n");
    out.text(definition(name).replace("@NEXT@", Long.toString(next)));
    out.text("\n/*!40101 SET character_set_client = @saved_cs_client */;\n");
    out.text(
        "\n--\n-- Dumping data for table `"
            + name
            + "`\n--\n\nLOCK TABLES `"
            + name
            + "` WRITE;\n");
    out.text("/*!40000 ALTER TABLE `" + name + "` DISABLE KEYS */;\n");
  }

  private String definition(String name) {
    int from = definitions.indexOf("CREATE TABLE `" + name + "` (");
    if (from < 0) {
      throw new ExerciseException("no definition of table " + name);
    }
    return definitions.substring(from, definitions.indexOf(";\n", from) + 1);
  }

  /**
   * Writes one tuple: text and bytes quoted and escaped, numbers and literals as they are, null as
   * NULL.
   */
  void row(@Nullable Object... values) {
    if (statement == 0) {
      out.text("INSERT INTO `" + table + "` VALUES " + (product == Product.MARIADB ? "\n" : ""));
    } else {
      out.text(product == Product.MARIADB ? ",\n" : ",");
    }
    tuple.setLength(0);
    for (int i = 0; i < values.length; i++) {
      tuple.append(i == 0 ? '(' : ',');
      if (values[i] instanceof byte[] bytes) {
        binary(bytes);
      } else {
        value(values[i]);
      }
    }
    tuple.append(')');
    out.text(tuple.toString());
    count++;
    statement += tuple.length() + 1;
    if (statement > STATEMENT_BYTES) {
      out.text(";\n");
      statement = 0;
    }
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> tuple.append("NULL");
      case String text -> escaped(text);
      case Literal literal -> tuple.append(literal.text());
      case Number number -> tuple.append(number);
      default -> throw new ExerciseException("no SQL form for " + value.getClass());
    }
  }

  private void escaped(String text) {
    tuple.append('\'');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 0 -> tuple.append("\\0");
        case '\n' -> tuple.append("\\n");
        case '\r' -> tuple.append("\\r");
        case 0x1a -> tuple.append("\\Z");
        case '\\', '\'', '"' -> tuple.append('\\').append(c);
        default -> tuple.append(c);
      }
    }
    tuple.append('\'');
  }

  private void binary(byte[] bytes) {
    out.text(tuple.append(product == Product.MYSQL ? "_binary '" : "'").toString());
    statement += tuple.length() + bytes.length;
    tuple.setLength(0);
    for (byte each : bytes) {
      switch (each) {
        case 0 -> out.text("\\0");
        case '\n' -> out.text("\\n");
        case '\r' -> out.text("\\r");
        case 0x1a -> out.text("\\Z");
        case '\\', '\'', '"' -> out.text("\\" + (char) each);
        default -> out.bytes(new byte[] {each});
      }
    }
    tuple.append('\'');
  }

  /** Ends the table begun last. */
  long end() {
    if (statement > 0) {
      out.text(";\n");
    }
    out.text("/*!40000 ALTER TABLE `" + table + "` ENABLE KEYS */;\nUNLOCK TABLES;\n");
    rows.put(table, count);
    if (count >= WORTH_TELLING) {
      progress.finished(table, count);
    }
    return count;
  }

  /** Ends the dump and gives the rows of each table. */
  Map<String, Long> finish() {
    out.text(
        """
        /*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

        /*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
        /*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
        /*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
        /*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
        /*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
        /*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
        /*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

        -- Dump completed on 2024-11-20  6:41:07
        """);
    return rows;
  }
}
