package dev.cordon.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.cordon.linkage.Fixtures;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NameLikenessTest {

  @Test
  void likeness_scriptsAndOrder_areTheSameName() {
    assertThat(NameLikeness.likeness("Владимир Путин", "Putin, Vladimir")).isGreaterThan(0.7);
    assertThat(NameLikeness.likeness("J. Meier", "Johanna Meier"))
        .isGreaterThan(NameLikeness.SAME_NAME);
  }

  @Test
  void likeness_otherFamilyName_isAnotherName() {
    assertThat(NameLikeness.likeness("Ibrahim Hasan Mosuli", "Ibrahim Hasan Tikriti"))
        .isLessThan(NameLikeness.SAME_NAME);
    assertThat(NameLikeness.likeness("Walijan", "Walijan Abdul Ghafoor"))
        .isLessThan(NameLikeness.SAME_NAME);
  }

  @Test
  void likeness_nameBench_isAboveItsGate() throws IOException {
    int right = 0;
    int found = 0;
    int all = 0;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(Fixtures.table("name_bench_cases.csv"))) {
      for (CsvRecord row : reader) {
        boolean match = row.getField(4).equals("true");
        boolean alike =
            NameLikeness.likeness(row.getField(2), row.getField(3)) >= NameLikeness.SAME_NAME;
        right += match && alike ? 1 : 0;
        found += alike ? 1 : 0;
        all += match ? 1 : 0;
      }
    }
    assertThat(all).isGreaterThan(400);
    assertThat(2.0 * right / (found + all)).isGreaterThan(0.79);
  }
}
