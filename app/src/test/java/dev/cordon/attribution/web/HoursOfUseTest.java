package dev.cordon.attribution.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoursOfUseTest {

  @Test
  void fewAccesses_areNotDrawn() {
    long[] accesses = new long[HoursOfUse.DAY];
    accesses[20] = 7;
    assertThat(HoursOfUse.of(accesses).bars()).isEmpty();
  }

  @Test
  void bars_growWithTheAccessesOfTheirHour() {
    long[] accesses = new long[HoursOfUse.DAY];
    accesses[20] = 1000;
    accesses[21] = 500;
    accesses[3] = 1;
    HoursOfUse hours = HoursOfUse.of(accesses);
    assertThat(hours.bars()).hasSize(24);
    assertThat(hours.bars().get(20).height()).isEqualTo(HoursOfUse.HEIGHT);
    assertThat(hours.bars().get(21).height()).isEqualTo(HoursOfUse.HEIGHT / 2);
    assertThat(hours.bars().get(3).height()).isEqualTo(2);
    assertThat(hours.bars().get(0).height()).isZero();
    assertThat(hours.bars().get(20).says()).isEqualTo("20 to 21: 1000");
  }
}
