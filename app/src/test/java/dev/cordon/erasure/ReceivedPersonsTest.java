package dev.cordon.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.correspondence.InventedSender;
import dev.cordon.correspondence.ReceivedPackages;
import dev.cordon.correspondence.Receiving;
import dev.cordon.correspondence.Way;
import dev.cordon.correspondents.Correspondents;
import dev.cordon.correspondents.OwnKeys;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Persons of whom nothing is held but what another agency sent. */
class ReceivedPersonsTest extends ErasureGround {

  @Autowired private Receiving receiving;
  @Autowired private ReceivedPackages received;
  @Autowired private Correspondents correspondents;
  @Autowired private OwnKeys own;

  private final InventedSender agency = new InventedSender("SE");
  private final String mark = "q" + UUID.randomUUID().toString().substring(0, 8);
  private UUID here = new UUID(0, 0);

  @BeforeEach
  void packageOfTwo() {
    SignedIn second = member(lead, operation, Role.COORDINATOR);
    UUID key =
        get(
            coordinator,
            () -> correspondents.announce(operation, other, agency.signedCard(), "by mail"));
    as(
        second,
        () ->
            correspondents.verify(
                operation, key, agency.card().fingerprint(), "by telephone", "Inspector Holm"));
    InventedSender.Made made = agency.made(own);
    made.others.add("S-0000002");
    made.records.add(List.of("S-0000002", "EMAIL", "account", "Olga." + mark + "@mail.example"));
    made.records.add(List.of("S-0000002", "ACCOUNT", "forum", "77" + mark + " (olga)"));
    byte[] bytes = made.bytes();
    here =
        with(coordinator, () -> receiving.take(operation, bytes, Way.FILE))
            .received()
            .orElseThrow();
  }

  private List<String> subjects() {
    return get(coordinator, () -> received.subjects(operation, here, 1)).rows().stream()
        .map(ReceivedPackages.Subject::number)
        .toList();
  }

  @Test
  void erasure_byNumberAccountOrSelector_leavesNothingOfThePerson_andTheOthers()
      throws SQLException {
    List<Chosen> ways =
        List.of(
            new Chosen(Chosen.By.SELECTOR, "OLGA." + mark + "@MAIL.example"),
            new Chosen(Chosen.By.ACCOUNT, "forum:77" + mark),
            new Chosen(Chosen.By.SUBJECT, "S-0000002"));
    for (Chosen chosen : ways) {
      ErasureOrder order = entered(OrderKind.ERASURE, chosen);
      assertThat(get(guardian, () -> orders.lines(operation, order.id(), false, 1)).rows())
          .as(chosen.by().text())
          .anySatisfy(line -> {
            assertThat(line.name()).isEqualTo("subjects of packages received");
            assertThat(line.amount()).isEqualTo(1);
          });
    }
    assertThat(holding(mark)).contains("received_record.value");

    ErasureOrder order = entered(OrderKind.ERASURE, ways.getFirst());
    carriedOut(order);

    assertThat(holding(mark)).isEmpty();
    assertThat(subjects()).containsExactly("S-0000001");
    assertThatThrownBy(() -> get(coordinator, () -> received.file(operation, here)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("destroyed");
  }

  @Test
  void restriction_hidesThePersonAndTheSealedFile() {
    carriedOut(entered(OrderKind.RESTRICTION, new Chosen(Chosen.By.SUBJECT, "S-0000002")));

    assertThat(subjects()).containsExactly("S-0000001");
    assertThatThrownBy(() -> get(coordinator, () -> received.file(operation, here)))
        .isInstanceOf(RefusedException.class);

    carriedOut(entered(OrderKind.ERASURE, new Chosen(Chosen.By.SUBJECT, "S-0000001")));
    assertThat(subjects()).as("an erasure of another ends no restriction").isEmpty();
  }

  @Test
  void numberNobodyBears_isRefused() {
    assertThatThrownBy(() -> entered(OrderKind.ERASURE, new Chosen(Chosen.By.SUBJECT, "S-7777777")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("package received");
  }
}
