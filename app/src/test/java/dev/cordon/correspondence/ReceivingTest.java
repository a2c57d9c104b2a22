package dev.cordon.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.correspondents.Correspondents;
import dev.cordon.correspondents.OwnKeys;
import dev.cordon.correspondents.PeerKey;
import dev.cordon.exchange.Bag;
import dev.cordon.exchange.KeyCard;
import dev.cordon.exchange.Message;
import dev.cordon.exchange.SealingKey;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.kernel.merkle.NoteSigner;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.TransactionException;

/** What arrives is taken in whole, once, or refused by the name of a check with nothing stored. */
class ReceivingTest extends DatabaseTest {

  @Autowired private Receiving receiving;
  @Autowired private ReceivedPackages received;
  @Autowired private Decisions decisions;
  @Autowired private Correspondents correspondents;
  @Autowired private OwnKeys own;
  @Autowired private MockMvcTester mvc;

  private final InventedSender agency = new InventedSender("SE");
  private SignedIn second;
  private SignedIn ownOfficer;
  private UUID key;

  @BeforeEach
  void comparedKey() {
    second = member(lead, operation, Role.COORDINATOR);
    ownOfficer = member(lead, operation, Role.NATIONAL_OFFICER);
    key =
        get(
            coordinator,
            () -> correspondents.announce(operation, other, agency.signedCard(), "by mail"));
    as(
        second,
        () ->
            correspondents.verify(
                operation, key, agency.card().fingerprint(), "by telephone", "Inspector Holm"));
  }

  private Arrival taken(SignedIn member, byte[] bytes) {
    AtomicReference<Arrival> arrival = new AtomicReference<>();
    CurrentMember.as(member, () -> arrival.set(receiving.take(operation, bytes, Way.FILE)));
    return arrival.get();
  }

  private String check(byte[] bytes) {
    long before = count("received_package") + count("incoming") + count("received_record");
    long refusals = count("incoming_refusal");
    try {
      return "taken: " + taken(coordinator, bytes).what();
    } catch (ArrivalRefusedException refused) {
      assertThat(count("received_package") + count("incoming") + count("received_record"))
          .isEqualTo(before);
      assertThat(count("incoming_refusal")).isEqualTo(refusals + 1);
      return refused.check();
    }
  }

  private long count(String table) {
    return get(
        coordinator,
        () ->
            jdbc.sql("select count(*) from cordon." + table + " where operation_id = ?")
                .params(operation.value())
                .query(Long.class)
                .single());
  }

  @Test
  void package_whole_isTakenInByAnOfficerOfTheOwnAgency_once() {
    byte[] bytes = agency.made(own).bytes();

    Arrival arrival = taken(ownOfficer, bytes);

    assertThat(arrival.isNew()).isTrue();
    UUID id = arrival.received().orElseThrow();
    ReceivedPackages.Subject subject =
        get(ownOfficer, () -> received.subjects(operation, id, 1)).rows().getFirst();
    assertThat(get(ownOfficer, () -> received.records(operation, id, subject.id(), 1)).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.value()).isEqualTo("=Anders \u202eOlsen"));
    Arrival again = taken(coordinator, agency.made(own).bytes());
    assertThat(again.isNew()).isFalse();
    assertThat(again.receipt()).contains("about-sha256").contains("kind receipt");
    assertThat(count("received_package")).isEqualTo(1);
  }

  @Test
  void officersOfOtherAgencies_seeNothing_andTakeNothingIn() {
    UUID id = taken(coordinator, agency.made(own).bytes()).received().orElseThrow();

    assertThat(get(officer, () -> received.page(operation, ReceivedPackages.Which.ALL, 1)).rows())
        .isEmpty();
    assertThatThrownBy(() -> get(officer, () -> received.get(operation, id)))
        .isInstanceOf(dev.cordon.access.NotPermittedException.class);
    assertThatThrownBy(() -> taken(officer, agency.made(own).bytes()))
        .isInstanceOf(dev.cordon.access.NotPermittedException.class);
    assertThatThrownBy(() -> get(officer, () -> correspondents.page(operation, 1)))
        .isInstanceOf(dev.cordon.access.NotPermittedException.class);
  }

  @Test
  void packages_thatAreNotAsTheyMustBe_areRefusedByName() {
    InventedSender.Made made = agency.made(own);
    made.signer = NoteSigner.generate("cordon.dispatch");
    assertThat(check(made.bytes())).isEqualTo("signature");
    made = agency.made(own);
    made.sealedTo = SealingKey.generate().recipient();
    assertThat(check(made.bytes())).isEqualTo("sealed to this key");
    made = agency.made(own);
    made.recipient = UUID.randomUUID();
    assertThat(check(made.bytes())).isEqualTo("recipient");
    made = agency.made(own);
    made.operationThere = UUID.randomUUID();
    assertThat(check(made.bytes())).isEqualTo("operation");
    made = agency.made(own);
    made.from = UUID.randomUUID();
    assertThat(check(made.bytes())).isEqualTo("sender");
    made = agency.made(own);
    made.jurisdiction = "SE";
    assertThat(check(made.bytes())).isEqualTo("content");
    made = agency.made(own);
    made.jurisdiction = "SE";
    made.country = "SE";
    assertThat(check(made.bytes())).isEqualTo("content");
    made = agency.made(own);
    made.recordOf = "S-0000002";
    assertThat(check(made.bytes())).isEqualTo("content");
    made = agency.made(own);
    made.format = 3;
    assertThat(check(made.bytes())).isEqualTo("format");
    byte[] good = agency.made(own).bytes();
    byte[] changed = good.clone();
    changed[changed.length - 40] ^= 1;
    assertThat(check(changed)).isEqualTo("sealed content");
    assertThat(check(java.util.Arrays.copyOf(good, good.length / 2))).isEqualTo("sealed content");
    assertThat(taken(coordinator, good).isNew()).isTrue();
    made = agency.made(own);
    made.expires = LocalDate.parse("2026-01-02");
    assertThat(check(made.bytes())).isEqualTo("version");
  }

  @Test
  void keyNobodyCompared_andRevokedKey_countForNothingNew() {
    NoteSigner announced = NoteSigner.generate("cordon.dispatch");
    String card =
        announced.sign(
            new KeyCard(
                    "Sender",
                    "SE",
                    announced.key().text(),
                    SealingKey.generate().recipient(),
                    null,
                    agency.id,
                    agency.operation,
                    agency.recipient)
                .text());
    as(coordinator, () -> correspondents.announce(operation, other, card, "by mail"));
    InventedSender.Made made = agency.made(own);
    made.signer = announced;
    assertThat(check(made.bytes())).isEqualTo("signer's key");

    UUID before = taken(coordinator, agency.made(own).bytes()).received().orElseThrow();
    as(coordinator, () -> correspondents.revoke(operation, key, "laptop stolen"));
    made = agency.made(own);
    made.version = 2;
    assertThat(check(made.bytes())).isEqualTo("signer's key");
    ReceivedPackage stands = get(coordinator, () -> received.get(operation, before));
    assertThat(stands.keyState()).isEqualTo("revoked");
    assertThat(stands.keyRevokedAt()).isNotNull();
    assertThat(get(coordinator, () -> correspondents.get(operation, key)).state())
        .isEqualTo(PeerKey.State.REVOKED);
  }

  @Test
  void packagePastItsDate_isDue_keptOrDestroyedByAPerson() {
    InventedSender.Made made = agency.made(own);
    made.expires = LocalDate.parse("2026-01-02");
    UUID id = taken(coordinator, made.bytes()).received().orElseThrow();

    assertThat(
            get(coordinator, () -> received.page(operation, ReceivedPackages.Which.DUE, 1)).rows())
        .extracting(ReceivedPackage::id)
        .containsExactly(id);
    as(
        coordinator,
        () -> decisions.keep(operation, id, LocalDate.now().plusDays(30), "the trial goes on"));
    assertThat(get(coordinator, () -> received.get(operation, id)).state()).isEqualTo("in_force");
    assertThatThrownBy(() -> as(coordinator, () -> decisions.destroy(operation, id, "no reason")))
        .hasMessageContaining("in force");
  }

  private byte[] message(Message.Kind kind, long sequence, UUID id, String words, String to) {
    InventedSender.Made made = agency.made(own);
    Message message =
        new Message(
            kind,
            agency.operation,
            to,
            id,
            sequence,
            Instant.parse("2026-02-01T00:00:00Z"),
            made.number,
            made.version,
            manifestSha256(),
            null,
            null,
            null,
            null,
            "Their officer",
            words);
    return InventedSender.sealed(
        "message",
        Bag.of(
            Map.of(
                "data/message.note",
                agency.signer.sign(message.text()).getBytes(StandardCharsets.UTF_8))),
        own.current().ageRecipient());
  }

  private String manifestSha256() {
    return get(
        coordinator,
        () ->
            jdbc.sql("select manifest_sha256 from cordon.received_package where operation_id = ?")
                .params(operation.value())
                .query(String.class)
                .optional()
                .orElse("ab".repeat(32)));
  }

  @Test
  void recall_beforeItsPackage_waits_andThenMarksIt_once() {
    String to = own.current().ageRecipient();
    UUID id = UUID.randomUUID();
    assertThatThrownBy(
            () -> taken(coordinator, message(Message.Kind.RECALL, 1, id, "too early", to)))
        .isInstanceOfSatisfying(
            ArrivalRefusedException.class, refused -> assertThat(refused.isLater()).isTrue());
    UUID here = taken(coordinator, agency.made(own).bytes()).received().orElseThrow();

    byte[] recall = message(Message.Kind.RECALL, 1, id, "wrong house", to);
    assertThat(taken(ownOfficer, recall).isNew()).isTrue();
    assertThat(taken(coordinator, recall).isNew()).isFalse();
    assertThat(get(ownOfficer, () -> received.get(operation, here)).state()).isEqualTo("recalled");
    assertThat(check(message(Message.Kind.CORRECTION, 1, UUID.randomUUID(), "other", to)))
        .isEqualTo("sequence");
    assertThat(
            check(
                message(
                    Message.Kind.CORRECTION,
                    2,
                    UUID.randomUUID(),
                    "other",
                    SealingKey.generate().recipient())))
        .isEqualTo("recipient");
    as(coordinator, () -> decisions.destroy(operation, here, "called back"));
    assertThat(count("received_record")).isZero();
    assertThat(count("received_file")).isZero();
    assertThat(count("received_package")).isEqualTo(1);
  }

  @Test
  void databaseLost_atAnyMoment_leavesAllOfThePackageOrNothing() throws Exception {
    SecureRandom random = new SecureRandom();
    int lost = 0;
    for (int version = 1; version <= 12; version++) {
      InventedSender.Made made = agency.made(own);
      made.version = version;
      for (int record = 0; record < 3_000; record++) {
        made.records.add(List.of("S-0000001", "EMAIL", "account", record + "@mail.example"));
      }
      byte[] bytes = made.bytes();
      Future<?> cut = cutAfter(random.nextInt(60));
      try {
        assertThat(taken(coordinator, bytes).isNew()).isTrue();
      } catch (DataAccessException | TransactionException gone) {
        lost++;
      } finally {
        cut.get();
      }
      long stored = count("received_package");
      assertThat(stored).isBetween(version - 1L, (long) version);
      assertThat(count("received_file")).isEqualTo(stored);
      assertThat(count("received_record")).isEqualTo(stored * 3_001);
      assertThat(taken(coordinator, bytes).isNew()).isEqualTo(stored < version);
      assertThat(count("received_record")).isEqualTo(version * 3_001L);
    }
    assertThat(lost).as("runs in which the connection was lost in the middle").isPositive();
  }

  /** Ends every connection that is writing, once one has been for that many milliseconds. */
  private static Future<?> cutAfter(int milliseconds) {
    DatabaseAddress address = TestGround.ground().address();
    return ForkJoinPool.commonPool()
        .submit(() -> {
          try (Connection application =
                  DriverManager.getConnection(
                      address.url(), DatabaseAddress.APPLICATION, address.applicationPassword());
              PreparedStatement end =
                  application.prepareStatement(
                      """
                      select count(pg_terminate_backend(pid)) from pg_stat_activity
                      where backend_xid is not null and pid <> pg_backend_pid()
                        and now() - xact_start > make_interval(secs => ? / 1000.0)
                      """)) {
            end.setInt(1, milliseconds);
            for (int look = 0; look < 2_000; look++) {
              try (ResultSet ended = end.executeQuery()) {
                ended.next();
                if (ended.getLong(1) > 0) {
                  return null;
                }
              }
            }
          }
          return null;
        });
  }

  @Test
  void strangers_atTheDoor_learnNothing() {
    assertThat(
            mvc.post()
                .uri("/correspondence/push")
                .contentType("application/vnd.cordon.sealed")
                .content(new byte[] {1}))
        .hasStatus(404);
    assertThat(
            mvc.post()
                .uri("/correspondence/push")
                .header("Cordon-Push", "not base64 !")
                .contentType("application/vnd.cordon.sealed")
                .content(new byte[] {1}))
        .hasStatus(404);
  }
}
