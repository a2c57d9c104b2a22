package dev.cordon.attribution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.attribution.Attribution.Evidence;
import dev.cordon.attribution.AttributionRules;
import dev.cordon.web.WorldMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvidenceMapTest {

  private static final AttributionRules RULES = AttributionRules.standard();
  private static final WorldMap MAP = new WorldMap();

  @Test
  void countriesOfEurope_areDrawnOnEurope_othersOnTheWorld() {
    EvidenceMap europe = EvidenceMap.of(MAP, List.of(item("HOME_LINE", "SE")), RULES);
    assertThat(europe.viewBox()).isEqualTo(MAP.europe().viewBox());
    assertThat(europe.places())
        .singleElement()
        .extracting(EvidenceMap.Place::tone)
        .isEqualTo("checked");
    EvidenceMap world =
        EvidenceMap.of(MAP, List.of(item("HOME_LINE", "SE"), item("PHONE", "AU")), RULES);
    assertThat(world.viewBox()).isEqualTo(MAP.world().viewBox());
    assertThat(world.places())
        .extracting(EvidenceMap.Place::code, EvidenceMap.Place::tone)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("SE", "checked"),
            org.assertj.core.groups.Tuple.tuple("AU", "declared"));
    assertThat(world.shows()).isEqualTo("Evidence points to AU, SE");
  }

  @Test
  void hiddenConnections_andNoCountry_pointNowhere() {
    assertThat(
            EvidenceMap.of(MAP, List.of(item("VPN_LINE", "DE"), item("HOME_LINE", "ZZ")), RULES)
                .places())
        .isEmpty();
  }

  private static Evidence item(String kind, String country) {
    return new Evidence(
        kind,
        country,
        3,
        2,
        null,
        null,
        UUID.randomUUID(),
        "shop.sql",
        "users",
        1,
        null,
        null,
        null);
  }
}
