package dev.cordon.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final List<Map<String, String>> ACCOUNTS =
      CsvTable.rows(
          """
          system,account,person_id
          shop,1,P1
          forum,5,P1
          shop,2,P2
          forum,6,P2
          shop,3,P3
          shop-guest,90,P4
          """);
  private static final List<Map<String, String>> PERSONS =
      CsvTable.rows(
          """
          person_id,true_country,is_buyer
          P1,DK,1
          P2,DE,1
          P3,FR,0
          P4,"GB",1
          """);

  private static Comparison.Placed placed(
      String system, String account, String cluster, String country) {
    return new Comparison.Placed(system, account, cluster, country);
  }

  @Test
  void compare_countsWholeSplitMergedAndMissed() {
    Comparison.Result result =
        Comparison.compare(
            ACCOUNTS,
            PERSONS,
            List.of(
                placed("shop", "1", "S-1", "DK"),
                placed("forum", "5", "S-1", "DK"),
                placed("shop", "2", "S-2", "DE"),
                placed("forum", "6", "S-3", ""),
                placed("shop", "3", "S-2", "DE"),
                placed("shop", "77", "S-9", "")));
    assertThat(result.buyers()).isEqualTo(3);
    assertThat(result.buyersFound()).isEqualTo(2);
    assertThat(result.buyersWhole()).isEqualTo(1);
    assertThat(result.buyersSplit()).isEqualTo(1);
    assertThat(result.buyersMerged()).isEqualTo(1);
    assertThat(result.unknownAccounts()).isEqualTo(1);
    assertThat(result.pureSubjects()).isEqualTo(2);
    assertThat(result.mixedSubjects()).isEqualTo(1);
    assertThat(result.countriesStated()).isEqualTo(4);
    assertThat(result.countriesRight()).isEqualTo(3);
    assertThat(result.lines()).contains("buyers found: 2 of 3");
  }

  @Test
  void compare_nothingPlaced_findsNobody() {
    Comparison.Result result = Comparison.compare(ACCOUNTS, PERSONS, List.of());
    assertThat(result.buyersFound()).isZero();
    assertThat(result.subjects()).isZero();
  }

  @Test
  void rows_quotedFields_keepCommasQuotesAndLineBreaks() {
    assertThat(CsvTable.rows("a,b\n\"x, \"\"y\"\"\nz\",2\n"))
        .containsExactly(Map.of("a", "x, \"y\"\nz", "b", "2"));
  }
}
