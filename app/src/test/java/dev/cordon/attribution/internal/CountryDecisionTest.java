package dev.cordon.attribution.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.attribution.AttributionRules;
import dev.cordon.attribution.EvidenceStrength;
import dev.cordon.attribution.internal.CountryDecision.Answer;
import dev.cordon.attribution.internal.CountryDecision.Evidence;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountryDecisionTest {

  private final CountryDecision decision = new CountryDecision(AttributionRules.standard());

  @Test
  void decide_independentKindsAgree_isStrong() {
    Answer answer = decide(of("BILLING", "DK", 1, 1), of("CARD", "DK", 2, 2));
    assertThat(answer.country()).isEqualTo("DK");
    assertThat(answer.strength()).isEqualTo(EvidenceStrength.STRONG);
  }

  @Test
  void decide_twoItemsOfOneKind_areNotTwoKinds() {
    assertThat(decide(of("BILLING", "DK", 9, 9)).strength()).isNotEqualTo(EvidenceStrength.STRONG);
  }

  @Test
  void decide_nothing_isUndetermined() {
    Answer answer = decide();
    assertThat(answer.country()).isNull();
    assertThat(answer.strength()).isEqualTo(EvidenceStrength.NONE);
  }

  @Test
  void decide_onlyTimeZone_isUndetermined() {
    assertThat(decide(of("TIME_ZONE", "DK", 1, 1)).country()).isNull();
  }

  @Test
  void decide_oneKindForEachOfTwo_isConflicting() {
    Answer answer = decide(of("BILLING", "DK", 1, 1), of("CARD", "SE", 1, 1));
    assertThat(answer.country()).isNull();
    assertThat(answer.strength()).isEqualTo(EvidenceStrength.CONFLICTING);
    assertThat(answer.candidates()).containsExactly("DK", "SE");
  }

  @Test
  void decide_traveller_keepsTheCountryOfMostDays() {
    Answer answer =
        decide(
            of("HOME_LINE", "NL", 17, 15), of("HOME_LINE", "MX", 3, 2), of("BILLING", "NL", 1, 1));
    assertThat(answer.country()).isEqualTo("NL");
    assertThat(answer.strength()).isEqualTo(EvidenceStrength.STRONG);
  }

  @Test
  void decide_foreignCard_isOutvotedByHomeAndBilling() {
    Answer answer =
        decide(of("CARD", "LT", 4, 4), of("HOME_LINE", "GB", 4, 4), of("BILLING", "GB", 1, 1));
    assertThat(answer.country()).isEqualTo("GB");
    assertThat(answer.strength()).isEqualTo(EvidenceStrength.MODERATE);
  }

  @Test
  void decide_ownWordBesideHiddenConnections_statesNothing() {
    Evidence phone = of("PHONE", "DK", 1, 1);
    Evidence address = of("DECLARED_ADDRESS", "DK", 1, 1);
    assertThat(decide(phone, address).strength()).isEqualTo(EvidenceStrength.WEAK);
    assertThat(decide(phone, address, of("VPN_LINE", "SE", 9, 9)).country()).isNull();
    assertThat(decide(address, of("TOR_LINE", "ZZ", 1, 1)).country()).isNull();
  }

  @Test
  void decide_vpnTorAndHosting_pointNowhere() {
    Answer answer =
        decide(
            of("VPN_LINE", "SE", 50, 40),
            of("TOR_LINE", "DE", 50, 40),
            of("HOSTING_LINE", "FI", 50, 40));
    assertThat(answer.country()).isNull();
    assertThat(answer.candidates()).isEmpty();
    assertThat(String.join(" ", answer.why())).contains("VPN", "Sweden", "does not show");
  }

  @Test
  void decide_cardThatPaidNothing_pointsNowhere() {
    assertThat(decide(of("CARD_TRIED", "DK", 5, 5)).country()).isNull();
    assertThat(decide(of("CARD_PREPAID", "DK", 5, 5)).country()).isNull();
  }

  @Test
  void decide_formerHome_isNamedAndNotCounted() {
    Answer answer =
        decide(
            lines("HU", 4, "2022-01-01", "2022-06-01"), lines("DK", 5, "2022-08-01", "2024-01-01"));
    assertThat(answer.country()).isEqualTo("DK");
    assertThat(String.join(" ", answer.why())).contains("former home");
    assertThat(
            decide(
                    lines("HU", 4, "2022-01-01", "2023-12-01"),
                    lines("DK", 5, "2022-08-01", "2024-01-01"))
                .strength())
        .isEqualTo(EvidenceStrength.CONFLICTING);
  }

  @Test
  void decide_ownWordAgainstTheLines_isNotStrong() {
    Answer answer =
        decide(
            of("HOME_LINE", "DK", 5, 5),
            of("MOBILE_LINE", "DK", 5, 5),
            of("DECLARED_ADDRESS", "FR", 1, 1));
    assertThat(answer.country()).isEqualTo("DK");
    assertThat(answer.strength()).isEqualTo(EvidenceStrength.MODERATE);
    assertThat(answer.candidates()).containsExactly("DK", "FR");
  }

  @Test
  void changes_nameTheSinglePieceThatCarriesTheAnswer() {
    Changes changes = new Changes(AttributionRules.standard());
    assertThat(changes.of(List.of(of("HOME_LINE", "DK", 1, 1))))
        .contains("Without home line of Denmark: undetermined.")
        .anyMatch(sentence -> sentence.startsWith("With "));
    assertThat(
            changes.of(
                List.of(
                    of("HOME_LINE", "DK", 9, 9),
                    of("MOBILE_LINE", "DK", 9, 9),
                    of("CARD", "DK", 9, 9))))
        .isEmpty();
  }

  private static Evidence of(String kind, String country, int items, int days) {
    return new Evidence(kind, country, items, days, null, null);
  }

  private static Evidence lines(String country, int days, String from, String until) {
    return new Evidence(
        "HOME_LINE",
        country,
        days,
        days,
        Instant.parse(from + "T00:00:00Z"),
        Instant.parse(until + "T00:00:00Z"));
  }

  private Answer decide(Evidence... evidence) {
    return decision.decide(List.of(evidence));
  }
}
