package dev.cordon.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.AgencyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoutingRuleTest {

  private static final AgencyId NORTH = new AgencyId(UUID.randomUUID());
  private static final AgencyId CITY = new AgencyId(UUID.randomUUID());
  private static final AgencyId NATIONAL = new AgencyId(UUID.randomUUID());
  private static final UUID SUBJECT = UUID.randomUUID();

  private final List<RoutingRule> rules =
      List.of(rule(NORTH, "M", "EH"), rule(CITY, "EC1", "E"), rule(NATIONAL));

  @Test
  void covers_lettersAlone_areAWholeArea() {
    assertThat(rules.getFirst().covers("m1 1aa")).isTrue();
    assertThat(rules.getFirst().covers("ME1 1AA")).isFalse();
    assertThat(rules.get(1).covers("EC1A 1BB")).isTrue();
    assertThat(rules.get(1).covers("EC2A 1BB")).isFalse();
    assertThat(rules.get(1).covers("E1 6AN")).isTrue();
    assertThat(rules.getLast().covers("E1 6AN")).as("the national unit has no area").isFalse();
  }

  @Test
  void route_oneArea_isItsAgency() {
    assertThat(Routing.route(SUBJECT, rules, List.of("EH1 1AA", "XX")).agency()).isEqualTo(NORTH);
  }

  @Test
  void route_noneOrSeveral_isTheNationalUnit() {
    assertThat(Routing.route(SUBJECT, rules, List.of()).agency()).isEqualTo(NATIONAL);
    Route several = Routing.route(SUBJECT, rules, List.of("EH1 1AA", "E1 6AN"));
    assertThat(several.agency()).isEqualTo(NATIONAL);
    assertThat(several.why()).contains("2 agencies");
    assertThat(Routing.route(SUBJECT, rules.subList(0, 2), List.of()).agency()).isNull();
  }

  private static RoutingRule rule(AgencyId agency, String... postcodes) {
    return new RoutingRule(
        UUID.randomUUID(),
        "GB",
        null,
        List.of(postcodes),
        agency,
        "A",
        "why",
        "who",
        Instant.EPOCH);
  }
}
