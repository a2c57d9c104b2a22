package dev.cordon.action.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.action.DayLimits;
import org.junit.jupiter.api.Test;

class DayBoardTest {

  @Test
  void everyCount_hasADefinitionAndAName() {
    assertThat(DayBoard.definitions(DayLimits.USUAL).keySet())
        .containsExactlyInAnyOrderElementsOf(DayBoard.NAMES.keySet());
  }

  @Test
  void definitions_sayTheDaysLimits() {
    assertThat(DayBoard.definitions(new DayLimits(7, 45)))
        .hasEntrySatisfying("overdue", words -> assertThat(words).contains("more than 7 minutes"))
        .hasEntrySatisfying("silent", words -> assertThat(words).contains("more than 45 minutes"));
  }

  @Test
  void limits_outsideOfADay_areRefused() {
    assertThatThrownBy(() -> new DayLimits(0, 30))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("1 to 720 minutes; 0 was asked for");
    assertThatThrownBy(() -> new DayLimits(15, 721)).isInstanceOf(RefusedException.class);
  }
}
