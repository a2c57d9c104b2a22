package dev.cordon.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.Agencies;
import dev.cordon.access.AgencyId;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.Approvals;
import dev.cordon.casework.CaseValidator;
import dev.cordon.correspondents.OwnKeys;
import dev.cordon.exchange.CheckedPackage;
import dev.cordon.exchange.KnownKey;
import dev.cordon.exchange.PackageBag;
import dev.cordon.exchange.PackageExpectation;
import dev.cordon.exchange.PackageFolder;
import dev.cordon.exchange.PackageLimits;
import dev.cordon.exchange.PackageRefusedException;
import dev.cordon.exchange.PackageTrust;
import dev.cordon.exchange.Receipt;
import dev.cordon.exchange.ReceiptVerifier;
import dev.cordon.exchange.SealedPackage;
import dev.cordon.exchange.SealingKey;
import dev.cordon.kernel.merkle.Cosigner;
import dev.cordon.kernel.merkle.Note;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.SignatureType;
import dev.cordon.law.Coverage;
import dev.cordon.ledger.internal.Sequencer;
import dev.cordon.ledger.internal.WitnessKeys;
import dev.cordon.protection.Grade;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

@Import(InventedMaterial.class)
class IntelligencePackagesTest extends DatabaseTest {

  private static final String OF_BEFORE =
      """
      insert into cordon.package (id, operation_id, recipient_id, country, number, version, handling_code, grading_scheme,
        grading_source, grading_information, legal_basis, conduct, conduct_on, coverage, coverage_reason, law_questions,
        transfer_basis, draft_reason, drafted_by)
      select :id, operation_id, recipient_id, country, 'P-SE-OLD', 1, handling_code, grading_scheme, grading_source,
        grading_information, legal_basis, conduct, conduct_on, coverage, coverage_reason, law_questions, transfer_basis,
        draft_reason, drafted_by
      from cordon.package where id = :today
      """;
  private static final String SUBJECTS_OF_BEFORE =
      """
      insert into cordon.package_subject (id, package_id, operation_id, subject_id, subject_number, category, attribution_reason)
      select gen_random_uuid(), :id, operation_id, subject_id, subject_number, category, attribution_reason
      from cordon.package_subject where package_id = :today
      """;
  private static final String RECORDS_OF_BEFORE =
      """
      insert into cordon.package_record (package_id, package_subject_id, operation_id, kind, label, value, source_name,
        source_table, source_row)
      select :id, o.id, r.operation_id, r.kind, r.label, r.value, r.source_name, r.source_table, r.source_row
      from cordon.package_record r
      join cordon.package_subject s on s.id = r.package_subject_id
      join cordon.package_subject o on o.package_id = :id and o.subject_id = s.subject_id
      where r.package_id = :today order by r.id
      """;

  @Autowired private IntelligencePackages packages;
  @Autowired private PackageCopies copies;
  @Autowired private Agencies agencies;
  @Autowired private WitnessKeys witness;
  @Autowired private Approvals approvals;
  @Autowired private InventedMaterial material;
  @Autowired private OwnKeys keys;
  @Autowired private PackageReview review;
  @Autowired private Sequencer sequencer;

  private AgencyId german;
  private SignedIn germanOfficer;

  @BeforeEach
  void subjectsInTwoCountries() {
    german = agency("DE");
    germanOfficer = member(german, operation, Role.NATIONAL_OFFICER);
    material.add(operation, "SE", "S-0001", "Astrid Lindgård", "Elvgatan 1", "11122", "Stockholm");
    material.add(operation, "SE", "S-0002", "Bo Ekdahl", "Storgatan 2", "22233", "Lund");
    material.add(operation, "DE", "S-0003", "Jörg Müllmann", "Hauptstr. 3", "10115", "Berlin");
  }

  @Test
  void draft_isInvisibleToItsRecipient() {
    PackageId id = draft(other);
    assertThat(get(analyst, () -> packages.page(operation, null, 1)).total()).isEqualTo(1);
    assertThat(get(officer, () -> packages.page(operation, null, 1)).total()).isZero();
    assertThatThrownBy(() -> get(officer, () -> packages.get(operation, id)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void release_givesExactlyOnePackageToItsRecipient() {
    PackageId swedish = release(draft(other));
    PackageId forGermany = release(draft(german));

    assertThat(get(officer, () -> packages.page(operation, null, 1)).rows())
        .singleElement()
        .satisfies(own -> {
          assertThat(own.id()).isEqualTo(swedish);
          assertThat(own.subjects()).isEqualTo(2);
          assertThat(own.state()).isEqualTo(PackageState.RELEASED);
        });
    assertThat(get(officer, () -> packages.page(operation, null, 1)).total()).isEqualTo(1);
    assertThatThrownBy(() -> get(officer, () -> packages.get(operation, forGermany)))
        .isInstanceOf(NotPermittedException.class);
    for (String table : new String[] {"package_subject", "package_record", "dispatched_subject"}) {
      assertThat(get(germanOfficer, () -> count(table, null))).isEqualTo(count(table, forGermany));
    }
    assertThat(get(outsider, () -> count("package", null))).isZero();
  }

  @Test
  void release_writesTheDisclosureWithItsRecipient() {
    release(draft(other));
    assertThat(
            get(
                coordinator,
                () ->
                    jdbc.sql(
                            """
                            select recipient_id from cordon.ledger_entry
                            where operation_id = ? and act = 'DISCLOSURE' and what = 'package-release'
                            """)
                        .params(operation.value())
                        .query(java.util.UUID.class)
                        .list()))
        .containsExactly(other.value());
  }

  @Test
  void release_withoutKnownLaw_needsAReason() {
    PackageId id = draft(other);
    assertThat(get(analyst, () -> packages.get(operation, id)).law().coverage())
        .isEqualTo(Coverage.Answer.UNKNOWN);
    assertThatThrownBy(() ->
            get(analyst, () -> packages.askRelease(operation, id, "for action", Clearing.NONE)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Sweden has not been researched");
    assertThat(get(coordinator, () -> packages.get(operation, id)).state())
        .isEqualTo(PackageState.DRAFT);
  }

  @Test
  void draft_forAPartWithLawOfItsOwn_asksForTheLawThere() {
    material.add(operation, "GB", "S-0004", "Ann Exampleton", "1 High Street", "EH11AA", "Town");
    AgencyId scottish = agencyOf("GB-SCT");
    AgencyId english = agencyOf("GB-EAW");
    assertThat(lawOf(draft(scottish)).reason()).contains("Scotland");
    IntelligencePackage.Law there = lawOf(draft(english));
    assertThat(there.coverage()).isEqualTo(Coverage.Answer.COVERED);
    assertThat(there.reason()).doesNotContain("Scotland");
  }

  @Test
  void agency_ofAPartOfAnotherCountry_isRefused() {
    assertThatThrownBy(
            () -> get(administrator, () -> agencies.add("Agency of no part", "DE", "GB-SCT")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no part of DE");
  }

  private AgencyId agencyOf(String division) {
    AgencyId id =
        get(administrator, () -> agencies.add("Agency " + AgencyId.random(), "GB", division)).id();
    member(id, operation, Role.NATIONAL_OFFICER);
    return id;
  }

  private IntelligencePackage.Law lawOf(PackageId id) {
    return get(analyst, () -> packages.get(operation, id)).law();
  }

  @Test
  void release_toAThirdCountry_needsItsBasis() {
    AgencyId australian = agency("AU");
    member(australian, operation, Role.NATIONAL_OFFICER);
    material.add(operation, "AU", "S-0009", "Ada Example", "Bay St 1", "3000", "Melbourne");
    PackageId id = draft(australian);
    assertThat(get(analyst, () -> packages.get(operation, id)).clearance().toBeStated()).isTrue();
    assertRefused(id, Clearing.gap("asked"), "third country");
    assertRefused(
        id,
        new Clearing("asked", TransferBasis.DEROGATION, " "),
        "on which basis the package goes");
    assertRefused(
        id, new Clearing("asked", TransferBasis.ADEQUACY, "decision"), "No adequacy decision");
    assertRefused(
        id, new Clearing(null, TransferBasis.DEROGATION, "Art. 38(1)(d)"), "not surely cover");
    Clearing said = new Clearing("asked the liaison", TransferBasis.DEROGATION, "Art. 38(1)(d)");
    ApprovalId approval =
        get(analyst, () -> packages.askRelease(operation, id, "for action", said));
    as(coordinator, () -> approvals.approve(operation, approval, "read it"));

    IntelligencePackage released = get(analyst, () -> packages.get(operation, id));
    assertThat(released.state()).isEqualTo(PackageState.RELEASED);
    assertThat(released.clearance().transferBasis()).isEqualTo(TransferBasis.DEROGATION);
    assertThat(released.clearance().transferWords()).isEqualTo("Art. 38(1)(d)");
    assertThat(released.clearance().transferBy()).isNotBlank();
    assertThat(released.law().gapBy()).isNotBlank();
    assertThat(released.law().version()).startsWith("2026-11-22/");
    assertThat(get(coordinator, () -> entries("package-transfer"))).isEqualTo(1);
    assertThat(get(coordinator, () -> entries("package-gap"))).isEqualTo(1);
    assertThat(
            new String(
                get(analyst, () -> copies.copy(operation, id)).get("data/about.csv"),
                StandardCharsets.UTF_8))
        .contains("\"transfer_basis\",\"")
        .contains(": Art. 38(1)(d)\"");
    assertThat(
            new String(
                get(analyst, () -> copies.copy(operation, id)).get("data/law.csv"),
                StandardCharsets.UTF_8))
        .contains("\"law_catalogue\"")
        .contains("\"sent_all_the_same_because\",\"asked the liaison\"");
  }

  @Test
  void grading_staysInItsScheme() {
    Grade british = Grade.parse(Grade.Scheme.THREE_BY_FIVE_BY_TWO, "2CC");
    DraftOrder order =
        new DraftOrder(other, "for action", null, null, british, null, null, null, List.of());
    IntelligencePackage draft = get(analyst, () -> packages.draft(operation, order));
    assertThat(draft.grading()).isEqualTo(british).hasToString("2CC");
    assertThat(get(analyst, () -> packages.get(operation, draft(german))).grading())
        .isEqualTo(Grade.NOT_ASSESSED);
  }

  @Test
  void questions_areThoseOfWhatTheRecordsShow() {
    assertThat(get(analyst, () -> packages.get(operation, draft(german))).law().questions())
        .anyMatch(ask -> ask.contains("14 to 17"))
        .anyMatch(ask -> ask.startsWith("The records show: pay for access. "));
  }

  private void assertRefused(PackageId id, Clearing clearing, String words) {
    assertThatThrownBy(
            () -> get(analyst, () -> packages.askRelease(operation, id, "for action", clearing)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
  }

  private long entries(String what) {
    return jdbc.sql("select count(*) from cordon.ledger_entry where operation_id = ? and what = ?")
        .params(operation.value(), what)
        .query(Long.class)
        .single();
  }

  @Test
  void release_isDoneByTheSecondPersonOnly() {
    PackageId id = draft(other);
    ApprovalId approval =
        get(coordinator, () -> packages.askRelease(operation, id, "for action", "asked"));

    assertThat(get(coordinator, () -> packages.get(operation, id)).state())
        .isEqualTo(PackageState.DRAFT);
    assertThatThrownBy(() -> as(coordinator, () -> approvals.approve(operation, approval, "fine")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("another person");
    assertThatThrownBy(() -> as(analyst, () -> approvals.approve(operation, approval, "fine")))
        .isInstanceOf(NotPermittedException.class);
    SignedIn second = member(lead, operation, Role.COORDINATOR);
    as(second, () -> approvals.approve(operation, approval, "fine"));

    IntelligencePackage released = get(officer, () -> packages.get(operation, id));
    assertThat(released.state()).isEqualTo(PackageState.RELEASED);
    assertThat(released.act().releaseReason()).isEqualTo("for action");
    assertThat(released.law().gapReason()).isEqualTo("asked");
  }

  @Test
  void release_isAskedByTheLeadOnly() {
    PackageId id = draft(other);
    for (SignedIn not : new SignedIn[] {officer, examiner, outsider}) {
      assertThatThrownBy(() -> get(not, () -> packages.askRelease(operation, id, "no", "no")))
          .isInstanceOf(NotPermittedException.class);
    }
  }

  @Test
  void release_pastTheService_isRefusedByTheDatabase() {
    PackageId id = draft(other);
    String release =
        """
        update cordon.package set agency_id = recipient_id, released_at = now(), released_by = drafted_by,
          release_reason = 'alone', gap_reason = 'alone', manifest = 'm', manifest_sha256 = repeat('a', 64),
          signed_note = 'n'
        where id = ?
        """;
    for (String sql :
        new String[] {
          release,
          "update cordon.package_subject s set agency_id = p.recipient_id from cordon.package p"
              + " where p.id = s.package_id and p.id = ?",
          "update cordon.package_record s set agency_id = p.recipient_id from cordon.package p"
              + " where p.id = s.package_id and p.id = ?"
        }) {
      assertThatThrownBy(() -> as(coordinator, () -> jdbc.sql(sql).params(id.value()).update()))
          .as(sql)
          .rootCause()
          .hasMessageContaining("two_persons");
    }
    assertThat(get(officer, () -> count("package_subject", null))).isZero();
  }

  @Test
  void releasedPackage_isNotWrittenByItsRecipient() {
    PackageId id = release(draft(other));
    int changed =
        get(
            officer,
            () ->
                jdbc.sql("update cordon.package set release_reason = 'mine' where id = ?")
                    .params(id.value())
                    .update());
    assertThat(changed).isZero();
    assertThatThrownBy(() ->
            as(
                officer,
                () ->
                    jdbc.sql(DispatchSql.ADD_SUBJECT)
                        .params(
                            java.util.UUID.randomUUID(),
                            id.value(),
                            operation.value(),
                            java.util.UUID.randomUUID(),
                            "S-9999",
                            "suspect",
                            "mine")
                        .update()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void receiptAndRecall_changeTheState() {
    PackageId id = release(draft(other));
    assertThat(get(officer, () -> packages.receive(operation, id, null)).state())
        .isEqualTo(PackageState.RECEIVED);
    assertThat(get(officer, () -> packages.receive(operation, id, "again")).state())
        .isEqualTo(PackageState.RECEIVED);
    assertThatThrownBy(() -> get(coordinator, () -> packages.receive(operation, id, null)))
        .isInstanceOf(NotPermittedException.class);
    get(coordinator, () -> packages.recall(operation, id, "wrong person"));
    assertThat(get(officer, () -> packages.get(operation, id)).act().recallReason())
        .isEqualTo("wrong person");
    assertThat(get(coordinator, () -> count("dispatched_subject", id))).isZero();
  }

  @Test
  void nextVersion_supersedesTheReleasedOne() {
    PackageId first = release(draft(other));
    PackageId second = release(draft(other));
    assertThat(get(officer, () -> packages.get(operation, first)).state())
        .isEqualTo(PackageState.SUPERSEDED);
    IntelligencePackage later = get(officer, () -> packages.get(operation, second));
    assertThat(later.version()).isEqualTo(2);
    assertThat(get(officer, () -> count("dispatched_subject", null))).isEqualTo(2);
  }

  @Test
  void secondAgencyOfACountry_getsOnlySubjectsTheFirstDoesNotHold() {
    release(draft(other));
    AgencyId second = agency("SE");
    member(second, operation, Role.NATIONAL_OFFICER);
    assertThatThrownBy(() -> draft(second))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("nothing to send");
  }

  @Test
  void copy_fitsItsSignedManifest() {
    PackageId id = release(draft(other));
    Map<String, byte[]> copy = get(officer, () -> copies.copy(operation, id));
    String note = new String(copy.get("manifest.note"), StandardCharsets.UTF_8);
    String manifest = new String(copy.get("manifest.json"), StandardCharsets.UTF_8);

    assertThat(note).startsWith(PackageFolder.textToSign(copy.get("manifest.json")));
    assertThat(new Note(note).open(keys.current().noteKey()))
        .isEqualTo(PackageFolder.textToSign(copy.get("manifest.json")));
    for (String file : new String[] {"data/subjects.csv", "data/records.csv", "data/law.csv"}) {
      assertThat(manifest).contains(PackageFolder.sha256(copy.get(file)));
    }
    assertThat(new String(copy.get("data/records.csv"), StandardCharsets.UTF_8))
        .contains("\"S-0001\",\"PERSON_NAME\",\"billing\",\"Astrid Lindgård\"")
        .doesNotContain("Müllmann");
  }

  @Test
  void copy_isABagThatHolds_andSealsToItsRecipient() {
    PackageId id = release(draft(other));
    sequencer.sequence();
    Map<String, byte[]> copy = get(officer, () -> copies.copy(operation, id));
    CheckedPackage checked =
        PackageTrust.check(
            copy,
            List.of(KnownKey.of(keys.current().noteKey())),
            PackageExpectation.forRecipients(java.util.Set.of(other.toString())));
    assertThat(checked.requireHeld().requiredTerms().country()).isEqualTo("SE");
    assertThat(checked.results())
        .extracting(CheckedPackage.Result::check)
        .contains(PackageRefusedException.Check.RECEIPT, PackageRefusedException.Check.CONTENT);
    assertThat(new CaseValidator().validate(copy.get("data/case.jsonld")).findings()).isEmpty();
    assertThat(copy).containsKey("data/report-en.pdf");
    assertThat(copy.get("data/source-rows.csv")).asString().contains("ab".repeat(32));
    requireCosigned(Objects.requireNonNull(copy.get(PackageBag.RECEIPT)));

    SealingKey recipient = SealingKey.generate();
    byte[] sealed =
        get(officer, () -> copies.sealed(operation, id, List.of(recipient.recipient())));
    Map<String, byte[]> opened =
        SealedPackage.open(
            new java.io.ByteArrayInputStream(sealed),
            List.of(recipient.identity()),
            PackageLimits.USUAL);
    assertThat(opened.keySet()).isEqualTo(copy.keySet());
    for (String path : copy.keySet()) {
      if (path.startsWith("data/") || path.startsWith("manifest.")) {
        assertThat(opened.get(path)).as(path).isEqualTo(copy.get(path));
      }
    }
  }

  private void requireCosigned(byte[] receipt) {
    NoteKey ledger = NoteKey.parse(Receipt.read(receipt).key());
    NoteKey mlDsa =
        witness.texts().stream()
            .map(NoteKey::parse)
            .filter(key -> key.type() == SignatureType.ML_DSA_44)
            .findFirst()
            .orElseThrow();
    assertThat(ReceiptVerifier.verify(receipt, List.of(ledger, mlDsa), Optional.empty()))
        .allSatisfy(step -> assertThat(step.held()).as(step.check()).isTrue())
        .extracting(ReceiptVerifier.Step::check)
        .contains("cosignature", "inclusion");
    NoteKey another = Cosigner.generate("another.example", SignatureType.ML_DSA_44).key();
    assertThat(
            ReceiptVerifier.verify(receipt, List.of(ledger, another), Optional.empty()).getLast())
        .satisfies(step -> assertThat(step.check()).isEqualTo("cosignature"))
        .satisfies(step -> assertThat(step.held()).isFalse());
  }

  @Test
  void firstForm_keepsItsBytes() {
    PackageId today = draft(other);
    PackageId id = PackageId.random();
    as(
        analyst,
        () -> {
          jdbc.sql(OF_BEFORE).param("id", id.value()).param("today", today.value()).update();
          jdbc.sql(SUBJECTS_OF_BEFORE)
              .param("id", id.value())
              .param("today", today.value())
              .update();
          jdbc.sql(RECORDS_OF_BEFORE)
              .param("id", id.value())
              .param("today", today.value())
              .update();
        });
    release(id);
    Map<String, byte[]> copy = get(officer, () -> copies.copy(operation, id));
    assertThat(copy)
        .containsOnlyKeys(
            "data/subjects.csv",
            "data/records.csv",
            "data/law.csv",
            "manifest.json",
            "manifest.note");
    assertThat(new String(copy.get("manifest.json"), StandardCharsets.UTF_8))
        .contains("\"format\" : 1")
        .doesNotContain("terms");
  }

  @Test
  void draft_thatNoLongerStands_isNamedAndDoesNotGo() {
    PackageId id = draft(other);
    assertThat(get(analyst, () -> review.findings(operation, id)))
        .noneMatch(SendFinding::blocks)
        .anyMatch(finding -> finding.words().contains("not graded"));
    ApprovalId approval =
        get(analyst, () -> packages.askRelease(operation, id, "for action", "asked"));
    material.withdraw("S-0002");
    assertThat(get(analyst, () -> review.findings(operation, id)).getFirst())
        .isEqualTo(new SendFinding(true, "S-0002 is no longer confirmed and attributed to SE."));
    assertThatThrownBy(() -> as(coordinator, () -> approvals.approve(operation, approval, "ok")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("S-0002 is no longer confirmed");
  }

  @Test
  void nextVersion_saysWhatChanged_onThePageAndInThePackage() {
    release(draft(other));
    material.withdraw("S-0002");
    material.add(operation, "SE", "S-0004", "Cilla Example", "Nygatan 4", "33344", "Umeå");
    PackageId second = draft(other);
    assertThat(get(analyst, () -> review.changes(operation, second, 1)).rows())
        .extracting(change -> change.what() + " " + change.subject())
        .containsExactly("removed S-0002", "added S-0004");
    release(second);
    assertThat(
            new String(
                get(officer, () -> copies.copy(operation, second)).get("data/changes.csv"),
                StandardCharsets.UTF_8))
        .contains("\"removed\",\"S-0002\"")
        .doesNotContain("Ekdahl");
  }

  @Test
  void draftsForAll_areListedForReview_andAreNoRelease() {
    get(analyst, () -> review.draftAll(operation, "for action"));
    assertThat(get(analyst, () -> review.drafts(operation, 1)).rows())
        .extracting(row -> row.draft().country())
        .contains("DE", "SE");
    assertThat(get(officer, () -> packages.page(operation, null, 1)).total()).isZero();
    assertThatThrownBy(() -> get(officer, () -> review.drafts(operation, 1)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void europol_isRefusedWithoutGrading_andGetsItsFieldsOnly() {
    DraftOrder ungraded = europol(null);
    assertThatThrownBy(() -> get(analyst, () -> packages.draft(operation, ungraded)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("not graded");
    DraftOrder graded = europol(Grade.parse(Grade.Scheme.FOUR_BY_FOUR, "B2"));
    PackageId id = get(analyst, () -> packages.draft(operation, graded).id());
    assertThat(get(analyst, () -> review.omissions(operation, id, 1)).rows())
        .anyMatch(left -> left.field().equals("PAYMENT"));
  }

  private DraftOrder europol(Grade grade) {
    return new DraftOrder(
        other,
        "for action",
        null,
        null,
        grade,
        null,
        null,
        null,
        List.of(),
        new DraftTerms("europol", null, null));
  }

  private PackageId draft(AgencyId recipient) {
    return get(
        analyst, () -> packages.draft(operation, DraftOrder.of(recipient, "for action")).id());
  }

  private PackageId release(PackageId id) {
    ApprovalId approval =
        get(
            analyst,
            () -> packages.askRelease(operation, id, "for action", "asked the liaison officer"));
    as(coordinator, () -> approvals.approve(operation, approval, "read it"));
    return id;
  }

  private long count(String table, PackageId of) {
    if (of == null) {
      return jdbc.sql("select count(*) from cordon." + table).query(Long.class).single();
    }
    return get(
        analyst,
        () ->
            jdbc.sql("select count(*) from cordon." + table + " where package_id = ?")
                .params(of.value())
                .query(Long.class)
                .single());
  }
}
