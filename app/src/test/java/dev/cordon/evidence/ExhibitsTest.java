package dev.cordon.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.TinyOperation;
import dev.cordon.access.NotPermittedException;
import dev.cordon.action.FieldReports;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class ExhibitsTest extends TinyOperation {

  private static final String HOLDER = "Officer Example";
  private static final Instant SEIZED = Instant.parse("2025-02-26T05:05:00Z");

  @Autowired private FieldReports reports;
  @Autowired private Exhibits exhibits;
  @Autowired private HandOvers handOvers;

  private Exhibit phone;

  @BeforeEach
  void twoItemsSeized() {
    get(officer, () -> reports.take(operation, searchAtFirst("FR-1")));
    phone = get(officer, () -> exhibits.page(operation, null, null, 1)).rows().getFirst();
  }

  @Test
  void seizure_opensOneExhibitForEachItem() {
    assertThat(get(coordinator, () -> exhibits.page(operation, "SE", "FR-1", 1)).rows())
        .extracting(Exhibit::number)
        .containsExactly("2025-SE-0001", "2025-SE-0002");
    assertThat(phone.seal()).isEqualTo("SE-100");
    assertThat(phone.heldBy()).isEqualTo(HOLDER);
    assertThat(phone.place()).isEqualTo("Elvgatan 1, 111 22, Stockholm, SE");
    assertThat(phone.seizedAt()).isEqualTo(SEIZED);
  }

  @Test
  void sameReport_again_opensNoExhibit() {
    get(officer, () -> reports.take(operation, searchAtFirst("FR-1")));
    assertThat(get(coordinator, () -> exhibits.page(operation, null, null, 1)).total())
        .isEqualTo(2);
  }

  @Test
  void otherAgency_seesNoExhibit() {
    assertThat(get(germanOfficer, () -> exhibits.page(operation, null, null, 1)).total()).isZero();
    assertThatThrownBy(() -> get(germanOfficer, () -> exhibits.get(operation, phone.id())))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void handOvers_makeAChain() {
    handOver(HOLDER, "Evidence Room", 60, "SE-100", "SE-101");
    Exhibit after = handOver("evidence room ", "Examiner One", 120, "SE-101", null);
    assertThat(after.heldBy()).isEqualTo("Examiner One");
    assertThat(after.sealNow()).isNull();
    assertThat(get(examiner, () -> exhibits.custody(operation, phone.id())))
        .extracting(HandOver::sequence)
        .containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "Somebody Else,   Evidence Room,   60, SE-100, NOT_THE_HOLDER",
    "Officer Example, officer example, 60, SE-100, SAME_PERSON",
    "Officer Example, Evidence Room,   60, SE-999, SEAL_DIFFERS",
    "Officer Example, Evidence Room,   60, ,       SEAL_DIFFERS",
    "Officer Example, Evidence Room,   -1, SE-100, BEFORE_LAST",
    "Officer Example, Evidence Room,   99999999, SE-100, IN_THE_FUTURE"
  })
  void impossibleHandOver_isRefusedByName(
      String from, String to, long minutes, String seal, Irregularity irregularity) {
    assertThatThrownBy(() -> handOver(from, to, minutes, seal, "SE-102"))
        .isInstanceOfSatisfying(
            IrregularHandOverException.class,
            refused -> assertThat(refused.irregularity()).isEqualTo(irregularity));
    assertThat(get(examiner, () -> exhibits.custody(operation, phone.id()))).isEmpty();
  }

  private Exhibit handOver(
      String from, String to, long minutes, String sealBefore, String sealAfter) {
    NewHandOver handOver =
        NewHandOver.of(
            from,
            to,
            "Station",
            "storage",
            SEIZED.plus(Duration.ofMinutes(minutes)),
            sealBefore,
            sealAfter);
    return get(examiner, () -> handOvers.record(operation, phone.id(), handOver));
  }
}
