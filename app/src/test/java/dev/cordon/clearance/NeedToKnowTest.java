package dev.cordon.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.TinyOperation;
import dev.cordon.access.EmergencyOpening;
import dev.cordon.access.EmergencyOpenings;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.HandlingCodes;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.ReadingPurpose;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.ReasonNeededException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.dispatch.DraftOrder;
import dev.cordon.dispatch.PackageId;
import dev.cordon.resolution.SubjectId;
import dev.cordon.resolution.Subjects;
import dev.cordon.triage.HashLists;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Handling codes, categories, reasons for reading, emergencies; and leaks that were found. */
class NeedToKnowTest extends TinyOperation {

  private static final String DANGER = "A child is in the house now";

  @Autowired private HandlingCodes codes;
  @Autowired private ReadingReasons reasons;
  @Autowired private EmergencyOpenings openings;
  @Autowired private Subjects subjects;
  @Autowired private HashLists lists;

  @Test
  void rules_canNotBeChangedByTheApplication() {
    for (SignedIn member : List.of(analyst, coordinator, administrator)) {
      for (String act :
          List.of(
              "update cordon.need_to_know set may_read = true",
              "insert into cordon.area (name, holds) values ('gossip', 'x')",
              "delete from cordon.need_to_know",
              "update cordon.role_clearance set codes = '{H0,H1,H2,H3}'")) {
        assertThatThrownBy(() -> as(member, () -> jdbc.sql(act).update()))
            .isInstanceOf(DataAccessException.class);
      }
    }
  }

  @Test
  void releasedPackage_isReadByClearanceOfItsOwnCode() {
    SignedIn prosecutor = member(other, operation, Role.PROSECUTOR);
    SignedIn fresh = member(other, operation, Role.NATIONAL_OFFICER);
    PackageId limited = released(HandlingCode.H1, null);

    assertThat(packagesOf(fresh)).contains(limited.value(), swedishPackage.value());
    assertThat(packagesOf(prosecutor))
        .contains(swedishPackage.value())
        .doesNotContain(limited.value());
    assertThat(recordsOf(prosecutor, limited)).isZero();
    assertThat(recordsOf(fresh, limited)).isPositive();
    assertThat(packagesOf(germanOfficer)).containsExactly(germanPackage.value());
  }

  @Test
  void packageOfH3_isReadOnlyByAGrantThatNamesIt() {
    SignedIn cleared = member(other);
    clear(cleared, "national_officer", "{H3}");
    SignedIn clearedLead = member(lead);
    clear(clearedLead, "coordinator", "{H0,H1,H2,H3}");
    PackageId strict =
        get(clearedLead, () -> packages.draft(operation, order(HandlingCode.H3, "no copies")).id());
    SignedIn secondLead = member(lead);
    clear(secondLead, "coordinator", "{H0,H1,H2,H3}");
    var asked =
        get(
            clearedLead,
            () -> packages.askRelease(operation, strict, "for action", "asked the liaison"));
    as(secondLead, () -> approvals.approve(operation, asked, "read it"));

    assertThat(packagesOf(officer)).doesNotContain(strict.value());
    assertThat(packagesOf(analyst)).doesNotContain(strict.value());
    assertThat(packagesOf(cleared)).containsExactly(strict.value());
  }

  @Test
  void prosecutor_readsNeitherVictimsNorPersonsNotYetAssessed() {
    SignedIn prosecutor = member(other, operation, Role.PROSECUTOR);
    for (String category : List.of("victim", "not_yet_assessed", "witness_or_contact")) {
      as(coordinator, () -> addPerson(category));
    }

    assertThat(categoriesOf(prosecutor)).containsOnly("suspect", "witness_or_contact");
    assertThat(categoriesOf(officer)).contains("victim", "not_yet_assessed");
    assertThat(labelsOf(prosecutor))
        .doesNotContain("record of victim", "record of not_yet_assessed");
    assertThat(labelsOf(prosecutor)).contains("record of witness_or_contact");
    assertThat(labelsOf(officer)).contains("record of victim");
  }

  @Test
  void subjectOfAStricterCode_takesItsProposalAndJudgementsAlong() {
    UUID subject = UUID.randomUUID();
    SignedIn cleared = member(lead);
    clear(cleared, "coordinator", "{H0,H1,H2,H3}");
    stateReason(cleared, operation);
    as(analyst, () -> Persons.add(jdbc, operation, subject, "suspect"));
    assertThat(counts(analyst)).containsExactly(1L, 1L, 1L);

    as(
        cleared,
        () ->
            codes.mark(
                operation, HandlingCodes.Kind.SUBJECT, subject, HandlingCode.H3, "as provided"));

    assertThat(counts(analyst)).containsExactly(0L, 0L, 0L);
    assertThat(counts(cleared)).containsExactly(1L, 1L, 1L);
    as(
        cleared,
        () ->
            codes.mark(operation, HandlingCodes.Kind.SUBJECT, subject, HandlingCode.H0, "lifted"));
    assertThat(counts(analyst)).containsExactly(1L, 1L, 1L);
  }

  @Test
  void mark_ofWhatOneMayNotSeeOrOpen_isRefused() {
    UUID subject = UUID.randomUUID();
    as(analyst, () -> Persons.add(jdbc, operation, subject, "suspect"));
    assertThatThrownBy(() -> as(analyst, () -> mark(subject, HandlingCode.H0)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(coordinator, () -> mark(UUID.randomUUID(), HandlingCode.H0)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(coordinator, () -> mark(subject, HandlingCode.H3)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void clearance_beyondTheGrantersOwn_isNotGiven() {
    assertThatThrownBy(() -> grantH3(coordinator)).isInstanceOf(DataAccessException.class);
    grantH3(administrator);
  }

  @Test
  void file_withoutAReason_isNotOpened_andWithOneTheEntryCarriesIt() {
    UUID subject = UUID.randomUUID();
    as(analyst, () -> Persons.add(jdbc, operation, subject, "suspect"));
    SignedIn silent = member(lead);
    clear(silent, "analyst", null);
    assertThatThrownBy(() -> get(silent, () -> subjects.open(operation, new SubjectId(subject))))
        .isInstanceOf(ReasonNeededException.class);

    as(silent, () -> reasons.state(operation, ReadingPurpose.QUALITY, "second look at links"));
    get(silent, () -> subjects.open(operation, new SubjectId(subject)));

    assertThat(reasonsInTheLedger("subject")).anyMatch(why -> why.contains("second look at links"));
  }

  @Test
  void reason_thatEnded_standsNoMore() {
    SignedIn late = member(lead);
    clear(late, "analyst", null);
    as(
        late,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.reading_reason (id, operation_id, member_id, purpose, words, ends_at)
                    values (?, ?, cordon.current_member(), 'identify', 'short', now() + interval '1 microsecond')
                    """)
                .params(UUID.randomUUID(), operation.value())
                .update());
    assertThat(get(late, () -> reasons.standing(operation))).isEmpty();
  }

  @Test
  void emergency_opensForReadingOnly_andShowsAtOnce() {
    SignedIn auditor = member(lead, operation, Role.AUDITOR);
    assertThat(packagesOf(officer)).containsExactly(swedishPackage.value());

    UUID opening = open(officer);

    assertThat(packagesOf(officer)).contains(germanPackage.value());
    assertThat(get(auditor, () -> openings.waiting(operation))).isEqualTo(1);
    assertThat(get(coordinator, () -> openings.waiting(operation))).isEqualTo(1);
    assertThat(get(analyst, () -> openings.waiting(operation))).isZero();
    assertThat(
            get(
                officer,
                () ->
                    jdbc.sql("update cordon.package set release_reason = 'x' where id = ?")
                        .params(germanPackage.value())
                        .update()))
        .isZero();
    assertThat(
            get(
                officer,
                () -> jdbc.sql("select count(*) from cordon.subject").query(Long.class).single()))
        .isZero();
    as(officer, () -> openings.close(operation, opening));
    assertThat(packagesOf(officer)).containsExactly(swedishPackage.value());
    assertThat(reasonsInTheLedger("break-glass-opening")).containsExactly(DANGER);
  }

  @Test
  void emergency_staysInsideTheOwnOperations() {
    var foreign = newOperation(german);
    assertThatThrownBy(() ->
            get(
                officer,
                () ->
                    openings.open(
                        foreign,
                        EmergencyOpening.Scope.PACKAGES,
                        EmergencyOpening.Danger.CHILD,
                        DANGER)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> open(member(lead, operation, Role.AUDITOR)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void emergency_canNotBeMadeLonger_widerOrAnothers() {
    UUID opening = open(officer);
    for (String act :
        List.of(
            "update cordon.break_glass set ends_at = now() + interval '2 hours'",
            "update cordon.break_glass set areas = '{subjects}'",
            "insert into cordon.break_glass (id, operation_id, member_id, areas, danger, reason)"
                + " select gen_random_uuid(), operation_id, member_id, '{sealed_text}', danger, reason from cordon.break_glass")) {
      assertThatThrownBy(() -> as(officer, () -> jdbc.sql(act).update()))
          .isInstanceOf(DataAccessException.class);
    }
    assertThatThrownBy(() -> as(examiner, () -> openings.close(operation, opening)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void emergency_isReviewedByAnotherPersonOnce() {
    UUID opening = open(coordinator);
    SignedIn second = member(lead, operation, Role.COORDINATOR);
    assertThatThrownBy(() -> review(coordinator, opening)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> review(officer, opening)).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() ->
            as(
                coordinator,
                () ->
                    jdbc.sql(
                            "insert into cordon.break_glass_review (break_glass_id, operation_id, justified, words, reviewed_by)"
                                + " values (?, ?, true, 'mine', cordon.current_member())")
                        .params(opening, operation.value())
                        .update()))
        .isInstanceOf(DataAccessException.class);
    review(second, opening);
    assertThat(get(second, () -> openings.waiting(operation))).isZero();
    assertThatThrownBy(() -> review(second, opening)).isInstanceOf(RefusedException.class);
  }

  @Test
  void leak_nameOfAnotherAgencysList_isFree() {
    SignedIn germanExaminer = member(german, operation, Role.EXAMINER);
    String csv = "sha256\n" + "a".repeat(64) + "\n";
    get(examiner, () -> lists.load(operation, "Known", "1", "Example Institute", bytes(csv)));
    assertThat(
            get(germanExaminer, () -> lists.load(operation, "Known", "1", "Example", bytes(csv))))
        .isNotNull();
    assertThatThrownBy(
            () -> get(examiner, () -> lists.load(operation, "Known", "1", "x", bytes(csv))))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void leak_analystByStatement_releasesNothing() {
    PackageId draft =
        get(analyst, () -> packages.draft(operation, order(HandlingCode.H2, null)).id());
    assertThat(
            get(
                analyst,
                () ->
                    jdbc.sql("update cordon.package_record set agency_id = ? where package_id = ?")
                        .params(other.value(), draft.value())
                        .update()))
        .isZero();
  }

  private static java.io.InputStream bytes(String csv) {
    return new java.io.ByteArrayInputStream(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private DraftOrder order(HandlingCode code, @Nullable String note) {
    return new DraftOrder(other, "for action", code, note, null, null, null, null, List.of());
  }

  private PackageId released(HandlingCode code, @Nullable String note) {
    PackageId id = get(analyst, () -> packages.draft(operation, order(code, note)).id());
    release(id);
    return id;
  }

  private void mark(UUID subject, HandlingCode code) {
    codes.mark(operation, HandlingCodes.Kind.SUBJECT, subject, code, "as provided");
  }

  private UUID open(SignedIn member) {
    return get(
        member,
        () ->
            openings.open(
                operation, EmergencyOpening.Scope.PACKAGES, EmergencyOpening.Danger.CHILD, DANGER));
  }

  private void review(SignedIn member, UUID opening) {
    as(member, () -> openings.review(operation, opening, true, "a child was found"));
  }

  private void clear(SignedIn member, String role, @Nullable String clearance) {
    as(
        administrator,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.membership (operation_id, member_id, role, ends_at, granted_by, clearance)
                    values (:operation, :member, :role, now() + interval '1 day', cordon.current_member(),
                      cast(:clearance as text[]))
                    """)
                .param("operation", operation.value())
                .param("member", member.member().value())
                .param("role", role)
                .param("clearance", clearance)
                .update());
  }

  private void grantH3(SignedIn by) {
    UUID colleague = member(lead).member().value();
    as(
        by,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.membership (operation_id, member_id, role, ends_at, granted_by, clearance)
                    values (?, ?, 'analyst', now() + interval '1 day', cordon.current_member(), '{H3}')
                    """)
                .params(operation.value(), colleague)
                .update());
  }

  private void addPerson(String category) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into cordon.package_subject (id, package_id, operation_id, agency_id, subject_id, subject_number, category,
              attribution_reason)
            select ?, p.id, p.operation_id, p.agency_id, ?, 'S-9000001', ?, 'test' from cordon.package p where p.id = ?
            """)
        .params(id, UUID.randomUUID(), category, swedishPackage.value())
        .update();
    jdbc.sql(
            """
            insert into cordon.package_record (package_id, package_subject_id, operation_id, agency_id, kind, label, value,
              source_name, source_table, source_row)
            select p.id, ?, p.operation_id, p.agency_id, 'PERSON_NAME', ?, 'x', 'shop', 'orders', 1
            from cordon.package p where p.id = ?
            """)
        .params(id, "record of " + category, swedishPackage.value())
        .update();
  }

  private List<UUID> packagesOf(SignedIn member) {
    return get(member, () -> jdbc.sql("select id from cordon.package").query(UUID.class).list());
  }

  private long recordsOf(SignedIn member, PackageId of) {
    return get(
        member,
        () ->
            jdbc.sql("select count(*) from cordon.package_record where package_id = ?")
                .params(of.value())
                .query(Long.class)
                .single());
  }

  private List<String> categoriesOf(SignedIn member) {
    return get(
        member,
        () -> jdbc.sql("select category from cordon.package_subject").query(String.class).list());
  }

  private List<String> labelsOf(SignedIn member) {
    return get(
        member,
        () -> jdbc.sql("select label from cordon.package_record").query(String.class).list());
  }

  private List<Long> counts(SignedIn member) {
    return get(
        member,
        () ->
            List.of(
                jdbc.sql("select count(*) from cordon.subject").query(Long.class).single(),
                jdbc.sql("select count(*) from cordon.proposal").query(Long.class).single(),
                jdbc.sql("select count(*) from cordon.judgement").query(Long.class).single()));
  }

  private List<String> reasonsInTheLedger(String what) {
    return get(
        coordinator,
        () ->
            jdbc.sql(
                    """
                    select o.reason from cordon.ledger_opening o join cordon.ledger_entry e on e.id = o.entry_id
                    where e.what = ? and e.operation_id = ?
                    """)
                .params(what, operation.value())
                .query(String.class)
                .list());
  }
}
