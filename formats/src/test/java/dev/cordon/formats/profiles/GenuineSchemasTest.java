package dev.cordon.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Shipped profiles against the columns genuine installs have; see the head of the fixture. */
class GenuineSchemasTest {

  private record Genuine(String expected, List<String> columns) {}

  private final Profiles shipped = Profiles.shipped();

  @Test
  void everyTable_isToldByItsColumnsInAnyOrder() throws IOException {
    Random random = new Random(4);
    List<Genuine> all = genuine();
    for (Genuine table : all) {
      List<String> columns = new ArrayList<>(table.columns());
      Collections.shuffle(columns, random);
      assertThat(found(columns)).as("%s", table.columns()).isEqualTo(table.expected());
    }
    assertThat(all).hasSizeGreaterThan(50);
  }

  @Test
  void columnsProfilesUse_areThereInGenuineTables() throws IOException {
    for (Genuine table : genuine()) {
      shipped
          .find("sql", table.columns())
          .ifPresent(match -> {
            ColumnUse use = ColumnUse.of(match.table());
            Set<String> wanted = new HashSet<>(use.values());
            wanted.addAll(use.texts());
            wanted.removeAll(match.table().columns().keySet());
            assertThat(table.columns()).as("%s", table.expected()).containsAll(wanted);
          });
    }
  }

  @Test
  void tableWithoutOneOfItsColumns_isNotTaken() throws IOException {
    for (Genuine table : genuine()) {
      shipped
          .find("sql", table.columns())
          .ifPresent(match -> {
            for (String wanted : match.table().recognise()) {
              List<String> fewer = new ArrayList<>(table.columns());
              fewer.remove(wanted);
              assertThat(found(fewer))
                  .as("%s without %s", table.expected(), wanted)
                  .isNotEqualTo(table.expected());
            }
          });
    }
  }

  private String found(List<String> columns) {
    return shipped
        .find("sql", columns)
        .map(match -> match.profile().name() + "/" + match.table().name())
        .orElse("none");
  }

  private static List<Genuine> genuine() throws IOException {
    List<Genuine> tables = new ArrayList<>();
    try (InputStream file = GenuineSchemasTest.class.getResourceAsStream("genuine-schemas.txt")) {
      assertThat(file).isNotNull();
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split(" = ", 2);
          tables.add(new Genuine(parts[0], List.of(parts[1].strip().split(" "))));
        }
      }
    }
    return tables;
  }
}
