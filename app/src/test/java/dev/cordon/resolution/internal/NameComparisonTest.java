package dev.cordon.resolution.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.resolution.internal.NameComparison.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameComparisonTest {

  private final PersonNames names = new PersonNames(List.of("valued customer"));
  private final NameComparison comparison =
      new NameComparison(names, Map.of("robert", List.of("bob")));

  @ParameterizedTest
  @CsvSource({
    "Jørgen Andersen, JOERGEN ANDERSEN",
    "Bjørn Kjær, Bjorn Kjar",
    "Снежана Ђорђевић, Snezana Dordevic",
    "CÄ\u0083tÄ\u0083lin Popescu, Cătălin Popescu",
    "Rallf Schönhagen, Ralf Schoenhagen",
    "Filip Sosnicki, Sosnicki Filip",
    "Isabel Margarida Ferreira, I. Ferreira",
    "Bob Longworth, Robert Longworth",
    "Samir Abu Najjar, samir abunajjar",
    "Matthew King, Matthew Knng",
    "Margraet Woodworth, Margaret Woodworth",
    "Antonhs Chatzhs, Antonis Chatzis",
    "Kostas Fotopoylos, Κώστας Φωτόπουλος",
    "Ivan Boychenko, Іван Бойченко",
    "Christophe Guérin, C. Guérin",
    "Mag. Dr. Bo Husby, Husby Bo",
    "Bo Husby Jr., Bo Husby",
    "王 小明, 小明 王",
    "Guðrún Jónsdóttir, Gudrun Jonsdottir"
  })
  void compare_spellingsOfOneName_agree(String first, String second) {
    assertThat(verdict(first, second)).isEqualTo(Verdict.AGREE);
    assertThat(verdict(second, first)).isEqualTo(Verdict.AGREE);
  }

  @ParameterizedTest
  @CsvSource({
    "Jan van de Molen, Joost van de Molen",
    "Manuel Gil Navarro, Sergio Gil Navarro",
    "Eva Husby, Bo Husby",
    "Tom Vos, Anna van den Heide",
    "Bo Husby Sr., Bo Husby Jr.",
    "Bo Husby den ældre, Bo Husby den yngre",
    "Jan Novák ml., Jan Novák starší",
    "Ivan Petrovich Sidorov, Ivan Ivanovich Sidorov",
    "Jón Einarsson, Jón Pálsson",
    "Kai Nyman, Kari Nyman"
  })
  void compare_twoPeople_differ(String first, String second) {
    assertThat(verdict(first, second)).isEqualTo(Verdict.DIFFER);
    assertThat(verdict(second, first)).isEqualTo(Verdict.DIFFER);
  }

  @Test
  void compare_onlyMiddleNamesDiffer_isUnknown() {
    assertThat(verdict("Jørgen Peter Hansen", "Jørgen Kai Hansen")).isEqualTo(Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"+SUM(1;1)", "VALUED CUSTOMER", "shadow77", "Solo"})
  void read_notAName_givesNone(String text) {
    assertThat(names.read(text)).isEmpty();
  }

  @Test
  void distance_swappedLetters_isOne() {
    assertThat(NameComparison.distance("margaret", "margraet")).isEqualTo(1);
  }

  private Verdict verdict(String first, String second) {
    return comparison.compare(names.read(first).orElseThrow(), names.read(second).orElseThrow());
  }
}
