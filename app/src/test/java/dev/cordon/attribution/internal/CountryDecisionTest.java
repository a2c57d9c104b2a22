package dev.cordon.attribution.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.EvidenceStrength;
import dev.cordon.attribution.internal.CountryDecision.Answer;
import dev.cordon.attribution.internal.CountryDecision.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountryDecisionTest {

  private final CountryDecision decision = new CountryDecision(AttributionRules.standard());

  @Test
  void decide_independentKindsAgree_isStrong() {
    Answer answer = decide(new Evidence("BILLING", "DK", 1, 1), new Evidence("CARD", "DK", 2, 2));
    assertThat(answer.country()).isEqualTo("DK");
    assertThat(answer.strength()).isEqualTo(EvidenceStrength.STRONG);
  }

  @Test
  void decide_twoItemsOfOneKind_areNotTwoKinds() {
    assertThat(decide(new Evidence("BILLING", "DK", 9, 9)).strength())
        .isNotEqualTo(EvidenceStrength.STRONG);
  }

  @Test
  void decide_nothing_isUndetermined() {
    Answer answer = decide();
    assertThat(answer.country()).isNull();
    assertThat(answer.strength()).isEqualTo(EvidenceStrength.NONE);
  }

  @Test
  void decide_onlyTimeZone_isUndetermined() {
    assertThat(decide(new Evidence("TIME_ZONE", "DK", 1, 1)).country()).isNull();
  }

  @Test
  void decide_oneKindForEachOfTwo_isConflicting() {
    Answer answer = decide(new Evidence("BILLING", "DK", 1, 1), new Evidence("CARD", "SE", 1, 1));
    assertThat(answer.country()).isNull();
    assertThat(answer.strength()).isEqualTo(EvidenceStrength.CONFLICTING);
    assertThat(answer.candidates()).containsExactly("DK", "SE");
  }

  @Test
  void decide_traveller_keepsTheCountryOfMostDays() {
    Answer answer =
        decide(
            new Evidence("HOME_LINE", "NL", 17, 15),
            new Evidence("HOME_LINE", "MX", 3, 2),
            new Evidence("BILLING", "NL", 1, 1));
    assertThat(answer.country()).isEqualTo("NL");
    assertThat(answer.strength()).isEqualTo(EvidenceStrength.STRONG);
  }

  @Test
  void decide_foreignCard_isOutvotedByHomeAndBilling() {
    Answer answer =
        decide(
            new Evidence("CARD", "LT", 4, 4),
            new Evidence("HOME_LINE", "GB", 4, 4),
            new Evidence("BILLING", "GB", 1, 1));
    assertThat(answer.country()).isEqualTo("GB");
    assertThat(answer.strength()).isEqualTo(EvidenceStrength.MODERATE);
  }

  private Answer decide(Evidence... evidence) {
    return decision.decide(List.of(evidence));
  }
}
