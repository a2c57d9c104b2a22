package dev.cordon.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {

  @Test
  void fold_scripts_becomeLatin() {
    assertThat(Folding.fold("Дмитрий Шевченко")).isEqualTo("dmitrij sevcenko");
    assertThat(Folding.fold("Łukasz  Żółć")).isEqualTo("lukasz zolc");
    assertThat(Folding.fold("MÜLLER")).isEqualTo("muller");
    assertThat(Folding.fold("O'Neil-Smith, jr.")).isEqualTo("oneil smith jr");
  }

  @Test
  void fold_nothingButSigns_isEmpty() {
    assertThat(Folding.fold(" .,-! ")).isEmpty();
  }

  @Test
  void dates_ordersThatCanBeTold() {
    assertThat(Dates.digits("1971-06-24")).isEqualTo("19710624");
    assertThat(Dates.digits("24.6.1971")).isEqualTo("19710624");
    assertThat(Dates.digits("06/24/1971")).isEqualTo("19710624");
    assertThat(Dates.digits("1835-81-01")).isEqualTo("18358101");
    assertThat(Dates.digits("19081209")).isEqualTo("19081209");
  }
}
