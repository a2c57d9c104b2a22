package dev.cordon.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.TinyOperation;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.action.FieldReports;
import dev.cordon.action.MeasureKind;
import dev.cordon.oversight.InventedCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** A tiny operation with something of everything: what every shipped definition counts in it. */
class DefinitionsTest extends TinyOperation {

  @Autowired private FieldReports reports;
  @Autowired private FigureBook figures;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Definitions definitions;

  private final Map<String, Long> known = new LinkedHashMap<>();
  private UUID run = new UUID(0, 0);
  private UUID source = new UUID(0, 0);
  private UUID second = new UUID(0, 0);

  @BeforeEach
  void somethingOfEverything() {
    as(analyst, this::platform);
    as(analyst, this::subjects);
    action();
    outcomes();
    media();
    as(analyst, this::requests);
    victim();
  }

  /** A server that just started and counts nothing anew reads them for a page first. */
  @Test
  void definitions_areReadOutsideATransaction() {
    Definitions fresh = new Definitions(jdbc, transactions);
    CurrentMember.as(analyst, () -> assertThat(fresh.current()).hasSizeGreaterThan(40));
  }

  @Test
  void everyDefinition_hasItsKnownAnswer() {
    Figures now = get(coordinator, () -> figures.now(operation));
    assertThat(get(coordinator, () -> figures.faults(operation))).isEmpty();
    assertThat(known.keySet())
        .as("a definition without a known answer")
        .containsExactlyInAnyOrderElementsOf(
            get(coordinator, definitions::current).stream().map(Definition::name).toList());
    Map<String, Long> counted = new LinkedHashMap<>();
    known.keySet().forEach(name -> counted.put(name, now.figure(name).orElseThrow().value()));
    assertThat(counted).isEqualTo(known);
    assertThat(now.byCountry().get("SE"))
        .containsEntry("subjects_confirmed", 1L)
        .containsEntry("victims_identified", 1L);
  }

  @Test
  void everyDefinition_saysWhatItCountsAndWhatNot() {
    assertThat(get(coordinator, definitions::all))
        .hasSizeGreaterThan(35)
        .allSatisfy(one -> {
          assertThat(one.sentence()).as(one.name()).endsWith(".").doesNotContain("Cordon");
          assertThat(one.exclusions()).as(one.name()).isNotBlank();
          assertThat(one.unit()).as(one.name()).isNotBlank();
        });
  }

  private void platform() {
    InventedCase invented = new InventedCase(jdbc, operation, analyst);
    run = invented.run();
    source = invented.source();
    jdbc.sql(
            """
            insert into cordon.source_edition (operation_id, source_id, number, made_at, reason, form, notes, media_found,
              is_damaged, entered_by) values (?, ?, 1, now(), 'taken in', 'SQL', '{}', 0, false, ?)
            """)
        .params(operation.value(), source, analyst.member().value())
        .update();
    jdbc.sql(
            """
            insert into cordon.edition_balance (operation_id, source_id, edition, place, name, unit, rows_in, stored,
              quarantined, duplicates) values (?, ?, 1, 1, 'orders', 'row', 10, 7, 2, 1), (?, ?, 1, 2, 'users', 'row', 4, 4, 0, 0)
            """)
        .params(operation.value(), source, operation.value(), source)
        .update();
    account(1, "member", true, false);
    account(2, "member", false, false);
    account(3, "staff", false, false);
    account(4, "member", false, true);
    jdbc.sql(
            """
            insert into cordon.paid_payment (run_id, operation_id, holder, at, label, source_id, source_table, source_row)
            values (?, ?, 1, '2024-05-01T10:00Z', 'card', ?, 'orders', 1), (?, ?, 1, '2024-05-02T10:00Z', 'card', ?, 'orders', 2)
            """)
        .params(run, operation.value(), source, run, operation.value(), source)
        .update();
    known.put("source_rows_in", 14L);
    known.put("source_rows_stored", 11L);
    known.put("source_rows_quarantined", 2L);
    known.put("source_rows_duplicate", 1L);
    known.put("accounts", 2L);
    known.put("payers", 1L);
    known.put("payments", 2L);
  }

  private void account(int holder, String kind, boolean payer, boolean mailbox) {
    jdbc.sql(
            """
            insert into cordon.resolved_account (run_id, operation_id, holder, system, account, kind, mailbox, payer, cluster_id,
              alone_because, source_id, source_table, source_row) values (?, ?, ?, 'shop', ?, ?, ?, ?, ?, '', ?, 'users', ?)
            """)
        .params(
            run,
            operation.value(),
            holder,
            "a" + holder,
            kind,
            mailbox,
            payer,
            "c-" + holder,
            source,
            holder)
        .update();
  }

  private void subjects() {
    InventedCase invented = new InventedCase(jdbc, operation, analyst);
    invented.person(run, source, "S-1001", "SE", "Astrid Example", "card 1");
    second = invented.person(run, source, "S-1002", "DE", "Jörg Example", "card 2").subject();
    InventedCase.Person gone = invented.person(run, source, "S-1003", "DE", "No Body", "card 3");
    jdbc.sql(
            """
            insert into cordon.judgement (id, operation_id, kind, proposal_id, subject_id, reason, decided_by)
            values (gen_random_uuid(), ?, 'withdrawn', ?, ?, 'not the same', ?)
            """)
        .params(operation.value(), gone.proposal(), gone.subject(), analyst.member().value())
        .update();
    jdbc.sql(
            """
            insert into cordon.subject_category (id, operation_id, subject_id, previous, category, reason, decided_by)
            values (gen_random_uuid(), ?, ?, 'suspect', 'witness_or_contact', 'only knew them', ?)
            """)
        .params(operation.value(), second, analyst.member().value())
        .update();
    UUID judged = UUID.fromString("00000000-0000-4000-8000-000000000001");
    judged = new UUID(UUID.randomUUID().getMostSignificantBits(), judged.getLeastSignificantBits());
    jdbc.sql(
            """
            insert into cordon.judgement (id, operation_id, kind, a, b, reason, decided_by)
            values (?, ?, 'same', 'shop:a1', 'shop:a2', 'one card', ?)
            """)
        .params(judged, operation.value(), analyst.member().value())
        .update();
    jdbc.sql(
            """
            insert into cordon.second_judgement (judgement_id, operation_id, kind, reason, decided_by)
            values (?, ?, 'not_same', 'two devices', ?)
            """)
        .params(judged, operation.value(), analyst.member().value())
        .update();
    known.put("proposed_clusters", 3L);
    known.put("proposals_waiting", 1L);
    known.put("link_second_looks", 1L);
    known.put("link_disagreements", 1L);
    known.put("subjects_confirmed", 2L);
    known.put("suspects_identified", 1L);
    known.put("subjects_attributed", 2L);
    known.put("countries", 2L);
    known.put("packages_drafted", 0L);
    known.put("packages_sent", 2L);
    known.put("packages_dispatched", 2L);
    known.put("packages_without_receipt", 2L);
    known.put("subjects_dispatched", 3L);
    known.put("time_to_package", 0L);
  }

  private void action() {
    get(officer, () -> reports.take(operation, searchAtFirst("FR-1")));
    get(
        officer,
        () ->
            reports.take(
                operation,
                report(
                    "FR-2",
                    "SE",
                    MeasureKind.ARREST,
                    "2025-02-26T07:00:00+01:00",
                    "Astrid",
                    "Lindgård",
                    "11122")));
    get(
        germanOfficer,
        () ->
            reports.take(
                operation,
                report(
                    "FR-3",
                    "DE",
                    MeasureKind.INTERVIEW,
                    "2025-02-26T07:00:00+01:00",
                    "Unknown",
                    "Person",
                    "99999")));
    known.put("subjects_acted_on", 1L);
    known.put("searches", 1L);
    known.put("arrests", 1L);
    known.put("interviews", 1L);
    known.put("items_seized", 2L);
    known.put("exhibits", 2L);
    known.put("field_reports_open", 1L);
  }

  private void outcomes() {
    for (String said :
        new String[] {
          "opened",
          "searched",
          "arrested",
          "no_offence_here",
          "not_identified",
          "wrong_person",
          "closed"
        }) {
      told(officer, swedishPackage.value(), said, null);
      told(officer, swedishPackage.value(), said, null);
      known.put("told_" + said, 1L);
    }
    told(germanOfficer, germanPackage.value(), "opened", null);
    told(germanOfficer, germanPackage.value(), "exhibits", 7);
    known.remove("told_closed");
    known.put("told_opened", 2L);
    known.put("told_exhibits", 7L);
    known.put("packages_opened", 2L);
    known.put("packages_closed", 1L);
  }

  private void told(
      SignedIn by, UUID of, String said, @org.jspecify.annotations.Nullable Integer amount) {
    as(
        by,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.package_outcome (package_id, operation_id, agency_id, outcome, reported_by, amount)
                    values (:package, :operation, :agency, :said, :by, :amount)
                    """)
                .param("package", of)
                .param("operation", operation.value())
                .param("agency", by.agency().orElseThrow().value())
                .param("said", said)
                .param("by", by.member().value())
                .param("amount", amount, java.sql.Types.INTEGER)
                .update());
  }

  private void media() {
    as(coordinator, () -> list("a".repeat(64)));
    as(examiner, () -> item("a".repeat(64), other.value(), "SE"));
    as(examiner, () -> item("b".repeat(64), other.value(), "SE"));
    SignedIn germanExaminer = member(german, operation, Role.EXAMINER);
    as(germanExaminer, () -> item("b".repeat(64), german.value(), "DE"));
    as(
        examiner,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.media_match (operation_id, agency_id, media_item_id, hash_list_id, category)
                    select i.operation_id, i.agency_id, i.id, l.id, '' from cordon.media_item i
                    join cordon.hash_list l on l.operation_id = i.operation_id
                    where i.operation_id = ? and i.sha256 = repeat('a', 64)
                    """)
                .param(operation.value())
                .update());
    known.put("media_known", 1L);
    known.put("media_unknown", 1L);
  }

  private void list(String sha256) {
    jdbc.sql(
            """
            insert into cordon.hash_list (operation_id, name, version, origin, content_sha256, loaded_by)
            values (?, 'known', '1', 'exercise', ?, ?)
            """)
        .params(operation.value(), sha256, coordinator.member().value())
        .update();
  }

  private void item(String sha256, UUID agency, String country) {
    jdbc.sql(
            """
            insert into cordon.media_item (operation_id, agency_id, country, sha256, size_bytes) values (?, ?, ?, ?, 1)
            """)
        .params(operation.value(), agency, country, sha256)
        .update();
  }

  private void requests() {
    request("R-0000000A", "drafted");
    request("R-0000000B", "sent");
    request("R-0000000C", "refused");
    known.put("requests_open", 1L);
  }

  private void request(String number, String act) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into cordon.provider_request (id, operation_id, agency_id, number, provider, provider_kind, from_country,
              to_country, legal_basis, channel, asks, due_on, drafted_by)
            values (?, ?, ?, ?, 'Bank Example', 'bank', 'DK', 'SE', 'Order 1', 'letter', 'whose card', current_date + 9, ?)
            """)
        .params(id, operation.value(), lead.value(), number, analyst.member().value())
        .update();
    jdbc.sql(
            """
            insert into cordon.request_act (request_id, operation_id, agency_id, act, note, acted_by)
            values (?, ?, ?, 'drafted', 'begun', ?), (?, ?, ?, ?, 'then', ?)
            """)
        .params(
            id,
            operation.value(),
            lead.value(),
            analyst.member().value(),
            id,
            operation.value(),
            lead.value(),
            act,
            analyst.member().value())
        .update();
  }

  private void victim() {
    SignedIn identifier = member(other, operation, Role.VICTIM_IDENTIFICATION);
    as(
        identifier,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.victim (id, operation_id, number, country, agency_id, registered_by)
                    values (gen_random_uuid(), ?, 'V-0001', 'SE', ?, ?)
                    """)
                .params(operation.value(), other.value(), identifier.member().value())
                .update());
    known.put("victims_identified", 1L);
  }
}
