package dev.cordon.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.access.AgencyId;
import dev.cordon.access.OperationId;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.action.ActionDays;
import dev.cordon.action.FieldReport;
import dev.cordon.action.FieldReports;
import dev.cordon.action.MatchRule;
import dev.cordon.action.MeasureKind;
import dev.cordon.action.NewSite;
import dev.cordon.action.ReceivedReport;
import dev.cordon.action.day.DayReports;
import dev.cordon.action.day.PlannedSite;
import dev.cordon.action.day.ReportBatch;
import dev.cordon.action.day.SiteOutcomes;
import dev.cordon.action.day.SitePlans;
import dev.cordon.correspondence.Arrival;
import dev.cordon.correspondence.ArrivalRefusedException;
import dev.cordon.correspondence.Corrections;
import dev.cordon.correspondence.Decisions;
import dev.cordon.correspondence.Outgoing;
import dev.cordon.correspondence.ReceivedPackage;
import dev.cordon.correspondence.ReceivedPackages;
import dev.cordon.correspondence.Receiving;
import dev.cordon.correspondence.Sending;
import dev.cordon.correspondence.Way;
import dev.cordon.correspondents.Correspondents;
import dev.cordon.correspondents.PeerKey;
import dev.cordon.dispatch.DraftOrder;
import dev.cordon.dispatch.IntelligencePackages;
import dev.cordon.dispatch.Outcome;
import dev.cordon.dispatch.Outcomes;
import dev.cordon.dispatch.PackageId;
import dev.cordon.exchange.KeyCard;
import dev.cordon.figures.FigureBook;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two servers on one machine, each with a database, keys and members of its own: a whole round of
 * packages over files, and one over HTTPS.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoServersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Force danes;
  private static Force swedes;
  private static AgencyId swedesAtDanes;
  private static AgencyId danesAtSwedes;
  private static SignedIn swedishOfficer;
  private static UUID astrid;

  @BeforeAll
  static void start() {
    danes = new Force("Rigspolitiet", "DK", "--host", "localhost");
    swedes = new Force("Polismyndigheten", "SE", "--host", "localhost");
    swedesAtDanes = danes.agency("Polismyndigheten", "SE");
    danesAtSwedes = swedes.agency("Rigspolitiet", "DK");
    swedishOfficer = swedes.member(swedes.agency, "Nils Officer", Role.NATIONAL_OFFICER);
    astrid = danes.subject(danes.coordinator, "S-0001001", "Astrid Lindgård", "SE");
  }

  @AfterAll
  static void stop() {
    danes.close();
    swedes.close();
  }

  @Test
  @Order(1)
  void keys_countOnlyAfterAnotherPersonHeardTheFingerprint() {
    PackageId released = released(danes.operation);
    assertThatThrownBy(() ->
            danes.as(
                danes.coordinator, () -> sending(danes).send(danes.operation, released, Way.FILE)))
        .hasMessageContaining("compared over a second channel");

    UUID atDanes = announced(danes, swedesAtDanes, card(swedes, null));
    UUID atSwedes = announced(swedes, danesAtSwedes, card(danes, swedesAtDanes));
    assertThatThrownBy(() ->
            danes.as(
                danes.coordinator, () -> sending(danes).send(danes.operation, released, Way.FILE)))
        .hasMessageContaining("compared over a second channel");

    String heard = fingerprint(danes, atDanes);
    assertThatThrownBy(() -> verified(danes, danes.coordinator, atDanes, heard))
        .hasMessageContaining("Another person");
    assertThatThrownBy(() -> verified(danes, danes.second, atDanes, heard.replaceFirst("\\d", "x")))
        .hasMessageContaining("not this key's fingerprint");
    verified(danes, danes.second, atDanes, heard.replace(" ", "-"));
    verified(swedes, swedes.second, atSwedes, fingerprint(swedes, atSwedes));

    assertThat(key(danes, atDanes).state()).isEqualTo(PeerKey.State.VERIFIED);
    assertThat(key(danes, atDanes).fingerprint())
        .isEqualTo(KeyCard.read(card(swedes, null)).fingerprint());
  }

  @Test
  @Order(2)
  void round_overFiles_isWhole() {
    PackageId released = latest();
    UUID sent =
        danes.get(
            danes.coordinator, () -> sending(danes).send(danes.operation, released, Way.FILE));
    byte[] file = file(danes, danes.coordinator, sent);

    Arrival arrival = taken(swedes, swedishOfficer, file);
    assertThat(arrival.isNew()).isTrue();
    UUID here = arrival.received().orElseThrow();
    assertThat(taken(swedes, swedishOfficer, file).isNew()).isFalse();
    assertThat(swedes.count(swedes.coordinator, "received_package")).isEqualTo(1);
    ReceivedPackages.Subject subject =
        swedes
            .get(swedishOfficer, () -> received().subjects(swedes.operation, here, 1))
            .rows()
            .getFirst();
    assertThat(subject.names()).containsExactly("Astrid Lindgård");

    assertThat(taken(danes, danes.coordinator, bytes(arrival.receipt())).isNew()).isTrue();
    assertThat(taken(danes, danes.coordinator, bytes(arrival.receipt())).isNew()).isFalse();
    assertThat(outgoing(danes, danes.coordinator, sent).state()).isEqualTo("receipt");

    swedes.as(
        swedes.coordinator,
        () ->
            swedes
                .bean(Decisions.class)
                .assign(swedes.operation, here, swedishOfficer.member().value(), "on duty"));
    UUID opened = decided(here, null, Outcome.OPENED, null);
    UUID seized = decided(here, subject.id(), Outcome.EXHIBITS, 12);
    byte[] first = file(swedes, swedishOfficer, opened);
    byte[] second = file(swedes, swedishOfficer, seized);

    // Out of order, late and twice.
    assertThat(taken(danes, danes.coordinator, second).isNew()).isTrue();
    assertThat(taken(danes, danes.second, first).isNew()).isTrue();
    assertThat(taken(danes, danes.coordinator, second).isNew()).isFalse();
    byte[] sealedAnew = file(swedes, swedishOfficer, seized);
    assertThat(sealedAnew).isNotEqualTo(second);
    assertThat(taken(danes, danes.coordinator, sealedAnew).isNew()).isFalse();
    List<Outcomes.Reported> reported =
        danes
            .get(
                danes.coordinator,
                () -> danes.bean(Outcomes.class).page(danes.operation, released, 1))
            .rows();
    assertThat(reported)
        .extracting(Outcomes.Reported::outcome)
        .containsExactlyInAnyOrder(Outcome.OPENED, Outcome.EXHIBITS);
    assertThat(reported).allMatch(Outcomes.Reported::byMessage);
    assertThat(reported).extracting(Outcomes.Reported::by).containsOnly("Nils Officer");
    assertThat(figure("told_exhibits")).isEqualTo(12);
    assertThat(figure("told_opened")).isEqualTo(1);

    whatCameOfASite_goesBackToTheSender(here, subject.id(), released);

    // The country is taken back: the recipient has to be told.
    danes.as(
        danes.coordinator,
        () ->
            danes
                .jdbc
                .sql(
                    """
                    insert into cordon.attribution (id, operation_id, subject_id, country, reason, decided_by, decided_at)
                    values (?, ?, ?, null, 'it was a hotel', cordon.current_member(), clock_timestamp())
                    """)
                .params(UUID.randomUUID(), danes.operation.value(), astrid)
                .update());
    Corrections corrections = danes.bean(Corrections.class);
    assertThat(
            danes.get(danes.coordinator, () -> corrections.page(danes.operation, astrid, 1)).rows())
        .singleElement()
        .satisfies(duty -> assertThat(duty.cause()).contains("country was taken back"));
    danes.as(
        danes.coordinator,
        () -> corrections.tell(danes.operation, released, astrid, "the address was a hotel"));
    assertThat(danes.get(danes.coordinator, () -> corrections.open(danes.operation))).isZero();
    UUID correction = newest(danes, "correction");
    assertThat(
            taken(swedes, swedes.coordinator, file(danes, danes.coordinator, correction)).isNew())
        .isTrue();
    assertThat(
            swedes
                .get(swedishOfficer, () -> received().subjects(swedes.operation, here, 1))
                .rows()
                .getFirst()
                .correction())
        .isEqualTo("the address was a hotel");

    danes.as(
        danes.coordinator,
        () ->
            danes
                .bean(IntelligencePackages.class)
                .recall(danes.operation, released, "the wrong house"));
    UUID recall = newest(danes, "recall");
    Arrival recalled = taken(swedes, swedishOfficer, file(danes, danes.coordinator, recall));
    ReceivedPackage after =
        swedes.get(swedishOfficer, () -> received().get(swedes.operation, here));
    assertThat(after.state()).isEqualTo("recalled");
    assertThat(after.recallWords()).isEqualTo("the wrong house");
    assertThat(after.subjects()).isEqualTo(1);
    assertThat(taken(danes, danes.coordinator, bytes(recalled.receipt())).isNew()).isTrue();
    assertThat(outgoing(danes, danes.coordinator, recall).state()).isEqualTo("receipt");

    swedes.as(
        swedes.coordinator,
        () -> swedes.bean(Decisions.class).destroy(swedes.operation, here, "recalled by the lead"));
    assertThat(swedes.count(swedes.coordinator, "received_record")).isZero();
    assertThat(swedes.get(swedishOfficer, () -> received().get(swedes.operation, here)).state())
        .isEqualTo("destroyed");
  }

  @Test
  @Order(3)
  void round_overHttps_goesByItself() {
    danes.subject(danes.coordinator, "S-0001002", "Bo Ekdahl", "SE");
    PackageId released = released(danes.operation);
    assertThatThrownBy(() ->
            danes.as(
                danes.coordinator, () -> sending(danes).send(danes.operation, released, Way.PUSH)))
        .hasMessageContaining("does not send");
    road(danes, swedesAtDanes, swedes);
    road(swedes, danesAtSwedes, danes);

    UUID sent =
        danes.get(
            danes.coordinator, () -> sending(danes).send(danes.operation, released, Way.PUSH));
    await(() -> outgoing(danes, danes.coordinator, sent).state().equals("receipt"));
    ReceivedPackage here =
        swedes
            .get(
                swedishOfficer,
                () -> received().page(swedes.operation, ReceivedPackages.Which.ALL, 1))
            .rows()
            .stream()
            .filter(one -> one.state().equals("in_force"))
            .findFirst()
            .orElseThrow();
    assertThat(here.way()).isEqualTo(Way.PUSH);
    assertThat(here.version()).isEqualTo(2);

    UUID arrested = decided(here.id(), null, Outcome.ARRESTED, null);
    await(() -> outgoing(swedes, swedishOfficer, arrested).state().equals("receipt"));
    assertThat(figure("told_arrested")).isEqualTo(1);

    danes.as(
        danes.coordinator,
        () ->
            danes
                .bean(IntelligencePackages.class)
                .recall(danes.operation, released, "no longer true"));
    UUID recall = newest(danes, "recall");
    await(() -> outgoing(danes, danes.coordinator, recall).state().equals("receipt"));
    assertThat(
            swedes.get(swedishOfficer, () -> received().get(swedes.operation, here.id())).state())
        .isEqualTo("recalled");
  }

  @Test
  @Order(4)
  void whatIsNotAsItWasSent_isRefusedByName_andNothingIsStored() {
    danes.subject(danes.coordinator, "S-0001003", "Eva Tredje", "SE");
    PackageId released = released(danes.operation);
    UUID sent =
        danes.get(
            danes.coordinator, () -> sending(danes).send(danes.operation, released, Way.FILE));
    byte[] file = file(danes, danes.coordinator, sent);
    long packages = swedes.count(swedes.coordinator, "received_package");
    long refusals = swedes.count(swedes.coordinator, "incoming_refusal");

    byte[] changed = file.clone();
    changed[changed.length / 2] ^= 1;
    assertThat(refused(changed)).isEqualTo("sealed content");
    assertThat(refused(java.util.Arrays.copyOf(file, file.length - 100)))
        .isEqualTo("sealed content");
    assertThat(refused(new byte[] {1, 2, 3, (byte) 0xff})).isEqualTo("format");
    assertThat(refused(bytes("cordon message 1\nkind recall\n"))).isEqualTo("signature");

    assertThat(swedes.count(swedes.coordinator, "incoming_refusal")).isEqualTo(refusals + 4);
    UUID key =
        swedes
            .get(
                swedes.coordinator,
                () -> swedes.bean(Correspondents.class).page(swedes.operation, 1))
            .rows()
            .getFirst()
            .id();
    swedes.as(
        swedes.coordinator,
        () -> swedes.bean(Correspondents.class).revoke(swedes.operation, key, "stolen laptop"));
    assertThat(refused(file)).isEqualTo("signer's key");
    assertThat(swedes.count(swedes.coordinator, "received_package")).isEqualTo(packages);
    assertThat(
            swedes
                .get(
                    swedishOfficer,
                    () -> received().page(swedes.operation, ReceivedPackages.Which.ALL, 1))
                .rows())
        .isNotEmpty()
        .allMatch(one -> one.keyState().equals("revoked"));
  }

  /** A site of the receiving server's own action day, planned for the subject received. */
  private static void whatCameOfASite_goesBackToTheSender(
      UUID here, UUID subject, PackageId released) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    UUID day =
        swedes.get(
            swedes.coordinator,
            () ->
                swedes
                    .bean(ActionDays.class)
                    .plan(swedes.operation, "Action", today.minusDays(1), today.plusDays(1)));
    UUID site =
        swedes.get(
            swedishOfficer,
            () ->
                swedes
                    .bean(ActionDays.class)
                    .addSite(
                        swedes.operation,
                        day,
                        new NewSite(
                            swedes.agency,
                            "A",
                            ZoneId.of("Europe/Stockholm"),
                            today.atTime(12, 0),
                            null,
                            subject)));
    SiteOutcomes outcomes = swedes.bean(SiteOutcomes.class);
    assertThat(swedes.get(swedishOfficer, () -> outcomes.choices(swedes.operation)))
        .extracting(SiteOutcomes.Choice::fromHere)
        .containsOnly(false);
    PlannedSite planned =
        swedes.get(swedishOfficer, () -> swedes.bean(SitePlans.class).get(swedes.operation, site));
    assertThat(planned.subjectNumber()).isEqualTo("S-0001001");
    assertThat(planned.receivedId()).isEqualTo(here);

    entry_matchesThePersonOfTheSite(site, subject, here);
    reportOfTheirOwnSystem_matchesThePersonReceived_byTheRuleAndByHand(subject);

    swedes.as(swedishOfficer, () -> outcomes.tell(swedes.operation, site, Outcome.SEARCHED));
    UUID message =
        swedes
            .get(swedishOfficer, () -> sending(swedes).page(swedes.operation, null, null, 1))
            .rows()
            .getFirst()
            .id();
    assertThat(taken(danes, danes.coordinator, file(swedes, swedishOfficer, message)).isNew())
        .isTrue();
    assertThat(
            danes
                .get(
                    danes.coordinator,
                    () -> danes.bean(Outcomes.class).page(danes.operation, released, 1))
                .rows())
        .anySatisfy(told -> {
          assertThat(told.outcome()).isEqualTo(Outcome.SEARCHED);
          assertThat(told.subject()).isEqualTo("S-0001001");
          assertThat(told.note()).isEqualTo("site " + planned.number());
          assertThat(told.byMessage()).isTrue();
        });
  }

  private static void entry_matchesThePersonOfTheSite(UUID site, UUID subject, UUID here) {
    JsonNode entry =
        JsonMapper.shared()
            .valueToTree(
                Map.of(
                    "id",
                    UUID.randomUUID(),
                    "site",
                    site,
                    "kind",
                    "entry",
                    "at",
                    OffsetDateTime.now(ZoneOffset.UTC).toString()));
    swedes.as(
        swedishOfficer,
        () ->
            swedes
                .bean(DayReports.class)
                .take(swedes.operation, new ReportBatch(null, Instant.now(), List.of(entry))));
    ReceivedReport report =
        swedes
            .get(
                swedishOfficer,
                () -> swedes.bean(FieldReports.class).page(swedes.operation, null, null, 1))
            .rows()
            .getFirst();
    assertThat(report.state()).isEqualTo(ReceivedReport.State.MATCHED);
    assertThat(report.match().receivedSubject()).isEqualTo(subject);
    assertThat(report.match().receivedId()).isEqualTo(here);
    assertThat(report.match().subjectNumber()).isEqualTo("S-0001001");
    assertThat(
            swedes
                .get(
                    swedes.coordinator,
                    () -> swedes.bean(FigureBook.class).now(swedes.operation, "field_reports_open"))
                .value())
        .isZero();
  }

  private static void reportOfTheirOwnSystem_matchesThePersonReceived_byTheRuleAndByHand(
      UUID subject) {
    FieldReports reports = swedes.bean(FieldReports.class);
    FieldReport told =
        new FieldReport(
            "FR-1",
            "SE",
            "Officer Example",
            MeasureKind.INTERVIEW,
            "2026-02-26T09:05:00+01:00",
            new FieldReport.Person("ASTRID", "Lindgard", null),
            null,
            null,
            null,
            null);
    ReceivedReport taken = swedes.get(swedishOfficer, () -> reports.take(swedes.operation, told));
    assertThat(taken.match().receivedSubject()).isEqualTo(subject);
    assertThat(taken.match().rule()).isEqualTo(MatchRule.VERSION);

    ReceivedReport open =
        swedes.get(
            swedishOfficer,
            () -> reports.withdrawMatch(swedes.operation, taken.id(), "somebody else"));
    assertThat(open.match()).isNull();
    ReceivedReport again =
        swedes.get(
            swedishOfficer,
            () ->
                reports.match(
                    swedes.operation, taken.id(), "received:" + subject, "it was her, indeed"));
    assertThat(again.match().receivedSubject()).isEqualTo(subject);
    assertThat(again.match().rule()).isNull();
  }

  private static PackageId released(OperationId operation) {
    IntelligencePackages packages = danes.bean(IntelligencePackages.class);
    PackageId id =
        danes.get(
            danes.coordinator,
            () -> packages.draft(operation, DraftOrder.of(swedesAtDanes, "for action")).id());
    danes.release(id);
    return id;
  }

  private static PackageId latest() {
    return danes
        .get(
            danes.coordinator,
            () -> danes.bean(IntelligencePackages.class).page(danes.operation, null, 1))
        .rows()
        .getFirst()
        .id();
  }

  private static Sending sending(Force force) {
    return force.bean(Sending.class);
  }

  private static ReceivedPackages received() {
    return swedes.bean(ReceivedPackages.class);
  }

  private static String card(Force of, AgencyId peer) {
    return of.get(of.coordinator, () -> of.bean(Correspondents.class).ownCard(of.operation, peer));
  }

  private static UUID announced(Force at, AgencyId peer, String card) {
    return at.get(
        at.coordinator,
        () -> at.bean(Correspondents.class).announce(at.operation, peer, card, "by mail"));
  }

  private static String fingerprint(Force at, UUID key) {
    return key(at, key).fingerprint();
  }

  private static PeerKey key(Force at, UUID key) {
    return at.get(at.coordinator, () -> at.bean(Correspondents.class).get(at.operation, key));
  }

  private static void verified(Force at, SignedIn by, UUID key, String heard) {
    at.as(
        by,
        () ->
            at.bean(Correspondents.class)
                .verify(at.operation, key, heard, "called the known number", "Inspector Holm"));
  }

  private static void road(Force from, AgencyId peer, Force to) {
    X509Certificate authority = to.running.server.authority().orElseThrow();
    from.as(
        from.coordinator,
        () ->
            from.bean(Correspondents.class)
                .setRoad(
                    from.operation,
                    peer,
                    "https://localhost:" + to.running.port(),
                    pem(authority),
                    true,
                    true,
                    "agreed by mail"));
  }

  private static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, bytes("\n")).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (java.security.cert.CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] file(Force of, SignedIn member, UUID sent) {
    return of.get(member, () -> sending(of).file(of.operation, sent).bytes());
  }

  private static Arrival taken(Force at, SignedIn member, byte[] bytes) {
    return at.call(member, () -> at.bean(Receiving.class).take(at.operation, bytes, Way.FILE));
  }

  private static String refused(byte[] bytes) {
    try {
      return "taken: " + taken(swedes, swedishOfficer, bytes).what();
    } catch (ArrivalRefusedException refused) {
      return refused.check();
    }
  }

  private static UUID decided(UUID here, UUID subject, Outcome outcome, Integer amount) {
    return swedes.get(
        swedishOfficer,
        () ->
            swedes
                .bean(Decisions.class)
                .decide(swedes.operation, here, subject, outcome, amount, "by the book"));
  }

  private static Outgoing outgoing(Force of, SignedIn member, UUID id) {
    return of.get(member, () -> sending(of).get(of.operation, id));
  }

  private static UUID newest(Force of, String kind) {
    return of
        .get(of.coordinator, () -> sending(of).page(of.operation, null, null, 1))
        .rows()
        .stream()
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static long figure(String name) {
    return danes
        .get(danes.coordinator, () -> danes.bean(FigureBook.class).now(danes.operation, name))
        .value();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited too long").isBefore(deadline);
      try {
        Thread.sleep(200);
      } catch (InterruptedException ended) {
        throw new IllegalStateException(ended);
      }
    }
  }
}
