package dev.cordon.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.DatabaseTest;
import dev.cordon.law.Conduct;
import dev.cordon.law.Coverage;
import dev.cordon.law.Material;
import dev.cordon.oversight.InventedCase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SubjectProvisionsTest extends DatabaseTest {

  @Autowired private SubjectProvisions provisions;
  private InventedCase.Person person;
  private UUID source;

  @BeforeEach
  void personWhoPaidAndCameBack() {
    person =
        get(
            analyst,
            () -> {
              InventedCase invented = new InventedCase(jdbc, operation, analyst);
              source = invented.source();
              InventedCase.Person made =
                  invented.person(invented.run(), source, "S-0001", "BE", "A Name", "card 1");
              record(
                  made, 10, "PAYMENT", "order 1: 900 minor units EUR paid", "2025-02-26T10:00:00Z");
              record(
                  made,
                  11,
                  "PAYMENT",
                  "order 2: 900 minor units EUR failed",
                  "2025-02-26T11:00:00Z");
              record(made, 12, "ADDRESS_IP", "192.0.2.1", "2021-12-31T22:59:00Z");
              record(made, 13, "ADDRESS_IP", "192.0.2.2", "2021-12-31T23:01:00Z");
              record(made, 14, "ADDRESS_IP", "192.0.2.3", "2025-02-26T12:00:00Z");
              record(made, 15, "ADDRESS_IP", "192.0.2.4", "2025-02-27T12:00:00Z");
              record(made, 16, "ADDRESS_IP", "192.0.2.5", null);
              return made;
            });
  }

  @Test
  void records_showConductsWithTheLawOfTheirTime() {
    List<ShownConduct> shown = shown("BE");
    assertThat(shown)
        .extracting(ShownConduct::conduct)
        .containsExactly(
            Conduct.ACCESS, Conduct.ACCESS, Conduct.ACCESS, Conduct.ACCESS, Conduct.PAY_FOR_ACCESS);
    assertThat(shown).extracting(ShownConduct::records).containsExactly(1L, 1L, 2L, 1L, 1L);
    assertThat(reason(shown.get(0))).contains("before the catalogue");
    assertThat(reason(shown.get(1))).contains("Might be covered by Criminal Code Art 417/43");
    assertThat(law(shown.get(2)).provisions().getFirst().force().name()).isEqualTo("IN_FORCE");
    assertThat(law(shown.get(2)).answer()).isEqualTo(Coverage.Answer.UNKNOWN);
    assertThat(shown.get(3).law()).isNull();
    assertThat(shown.get(4).firstAt()).isEqualTo(Instant.parse("2025-02-26T10:00:00Z"));
    assertThat(law(shown.get(2)).asked()).anyMatch(ask -> ask.contains("minor who does not exist"));
  }

  @Test
  void records_areReadUnderTheReadersOwnRules() {
    assertThat(get(officer, () -> provisions.of(operation, person.subject(), "BE", Material.REAL)))
        .isEmpty();
    assertThat(get(outsider, () -> provisions.of(operation, person.subject(), "BE", Material.REAL)))
        .isEmpty();
  }

  private List<ShownConduct> shown(String place) {
    return get(
        analyst,
        () -> provisions.of(operation, person.subject(), place, Material.SYNTHETIC_PHOTOREALISTIC));
  }

  private static Coverage law(ShownConduct one) {
    return Objects.requireNonNull(one.law());
  }

  private static String reason(ShownConduct one) {
    return law(one).reason();
  }

  private void record(
      InventedCase.Person made, int place, String kind, String value, @Nullable String at) {
    jdbc.sql(
            """
            insert into cordon.proposal_record (proposal_id, operation_id, place, kind, label, value, at, source_id,
              source_table, source_row) values (?, ?, ?, ?, 'shop', ?, ?, ?, 'orders', ?)
            """)
        .params(
            Arrays.asList(
                made.proposal(),
                operation.value(),
                place,
                kind,
                value,
                at == null ? null : OffsetDateTime.parse(at),
                source,
                place))
        .update();
  }
}
