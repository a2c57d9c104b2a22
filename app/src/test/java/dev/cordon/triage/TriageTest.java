package dev.cordon.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.TestGround;
import dev.cordon.TinyOperation;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SealedAccess;
import dev.cordon.access.SealedAccesses;
import dev.cordon.access.SignedIn;
import dev.cordon.action.FieldReport;
import dev.cordon.action.FieldReports;
import dev.cordon.action.MeasureKind;
import dev.cordon.evidence.Exhibits;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.keys.KeyException;
import dev.cordon.keys.SealedColumns;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TriageTest extends TinyOperation {

  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);
  private static final String C = "c".repeat(64);
  private static final Scheme UK = new Scheme("UK CAID", "1");
  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired private FieldReports reports;
  @Autowired private Exhibits exhibits;
  @Autowired private Digests digests;
  @Autowired private HashLists lists;
  @Autowired private ReviewQueue queue;
  @Autowired private FileNames names;
  @Autowired private AssessmentGrounds grounds;
  @Autowired private SealedAccesses accesses;
  @Autowired private SealedColumns columns;

  private UUID swedish;
  private UUID germanExhibit;
  private SignedIn identifier;

  @BeforeEach
  void exhibitsInTwoCountries() {
    identifier = member(lead, operation, Role.VICTIM_IDENTIFICATION);
    get(officer, () -> reports.take(operation, searchAtFirst("FR-1")));
    FieldReport inGermany =
        new FieldReport(
            "FR-2",
            "DE",
            "Officer Beispiel",
            MeasureKind.SEARCH,
            "2025-02-26T06:05:00+01:00",
            null,
            null,
            null,
            List.of(new FieldReport.Item(1, "storage", "disk", null, null)),
            null);
    get(germanOfficer, () -> reports.take(operation, inGermany));
    swedish = firstExhibit(officer);
    germanExhibit = firstExhibit(germanOfficer);
  }

  @Test
  void digests_balance_andKeepNoPath() {
    DigestImport first =
        take(
            examiner,
            swedish,
            "sha256,size,path,mime_type\n%s,10,/secret/x.jpg,image/jpeg\n%s,11,/y,\n%s,zz,/z,\nxyz,1,/q,\n%s,10,/secret/x.jpg,image/jpeg\n"
                .formatted(A, B, C, A));
    assertThat(first.rowsIn()).isEqualTo(5);
    assertThat(first.stored()).isEqualTo(2);
    assertThat(first.duplicates()).isEqualTo(1);
    assertThat(first.reasons())
        .extracting(DigestImport.Quarantined::line, DigestImport.Quarantined::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(4L, "size is not a number of bytes"),
            org.assertj.core.groups.Tuple.tuple(5L, "sha256 is not 64 hex digits"));
    assertThat(
            get(
                coordinator,
                () -> jdbc.sql("select s::text from cordon.sighting s").query(String.class).list()))
        .noneMatch(row -> row.contains("secret"))
        .anyMatch(row -> row.contains(",13,"));
  }

  @Test
  void fileNames_openForOneExhibit_forThoseEntitled() {
    take(examiner, swedish, "sha256,size,path\n%s,10,/privat/Sommer ☀/x.jpg\n".formatted(A));
    take(examiner, swedish, "sha256,size\n%s,11\n".formatted(B));
    assertThatThrownBy(() -> get(examiner, () -> looked(swedish)))
        .isInstanceOf(NotPermittedException.class);
    as(
        examiner,
        () -> accesses.open(operation, FileNames.thing(swedish), "a child", "Order 1", HOUR));
    assertThat(get(examiner, () -> looked(swedish)).rows())
        .extracting(FileNames.FileName::path)
        .containsExactlyInAnyOrder("/privat/Sommer ☀/x.jpg", "");
    assertThatThrownBy(() ->
            get(
                examiner,
                () -> {
                  SealedAccess access =
                      accesses.view(operation, FileNames.thing(swedish), "page 1");
                  return names.read(operation, germanExhibit, 1, access);
                }))
        .isInstanceOf(NotPermittedException.class);
    for (SignedIn someone : List.of(officer, coordinator, analyst)) {
      assertThatThrownBy(() ->
              as(someone, () -> accesses.open(operation, FileNames.thing(swedish), "a", "b", HOUR)))
          .isInstanceOf(NotPermittedException.class);
    }
    assertThat(
            get(
                examiner,
                () ->
                    jdbc.sql("select encode(s.path_sealed, 'escape') from cordon.sighting s")
                        .query(String.class)
                        .list()))
        .noneMatch(row -> row.contains("Sommer"));
  }

  @Test
  void fileName_movedToAnotherRow_doesNotOpen() {
    take(examiner, swedish, "sha256,size,path\n%s,10,/one\n%s,11,/two\n".formatted(A, B));
    List<byte[]> sealed =
        get(
            examiner,
            () -> jdbc.sql("select path_sealed from cordon.sighting").query(byte[].class).list());
    assertThat(sealed).hasSize(2);
    UUID row =
        get(
            examiner,
            () -> jdbc.sql("select id from cordon.sighting limit 1").query(UUID.class).single());
    SealedAccess access =
        get(examiner, () -> accesses.once(operation, FileNames.thing(swedish), "a", "b", "a test"));
    long opened =
        get(
            examiner,
            () ->
                sealed.stream()
                    .filter(value -> {
                      try {
                        columns.open(
                            FileNames.place(operation, row),
                            value,
                            FileNames.thing(swedish),
                            access);
                        return true;
                      } catch (KeyException elsewhere) {
                        return false;
                      }
                    })
                    .count());
    assertThat(opened).isEqualTo(1);
  }

  @Test
  void grounds_areSealed_andNewOnesComeSealedOnly() {
    take(examiner, swedish, "sha256,size\n%s,10\n".formatted(A));
    UUID item = get(examiner, () -> queue.page(operation, 1)).rows().getFirst().id();
    as(
        examiner,
        () -> queue.assess(operation, item, Assessment.SYNTHETIC, UK, "six fingers on a hand"));
    assertThat(
            get(
                examiner,
                () ->
                    jdbc.sql(
                            "select a::text || encode(a.grounds_sealed, 'escape') from cordon.assessment a")
                        .query(String.class)
                        .list()))
        .hasSize(1)
        .noneMatch(row -> row.contains("fingers"));
    assertThat(
            get(
                coordinator,
                () ->
                    jdbc.sql("select reason from cordon.ledger_opening where operation_id = ?")
                        .param(operation.value())
                        .query(String.class)
                        .list()))
        .noneMatch(reason -> reason.contains("fingers"));
    SealedAccess access =
        get(
            identifier,
            () ->
                accesses.once(operation, AssessmentGrounds.thing(item), "a", "Order 1", "grounds"));
    assertThat(get(identifier, () -> grounds.read(operation, item, access)))
        .extracting(AssessmentGrounds.Grounds::grounds)
        .containsExactly("six fingers on a hand");
    assertThatThrownBy(() ->
            as(
                examiner,
                () ->
                    jdbc.sql(
                            """
                            insert into cordon.assessment (operation_id, agency_id, media_item_id, assessed_as, grounds,
                              assessed_by, withdrawn_by, withdrawn_at, withdrawn_reason)
                            values (?, ?, ?, 'real', 'in the clear', ?, ?, now(), 'x')
                            """)
                        .params(
                            operation.value(),
                            other.value(),
                            item,
                            examiner.member().value(),
                            examiner.member().value())
                        .update()))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void groundsOfEarlierVersions_areSealedAtTheStart() throws SQLException {
    take(examiner, swedish, "sha256,size\n%s,10\n".formatted(A));
    UUID item = get(examiner, () -> queue.page(operation, 1)).rows().getFirst().id();
    insertedByAnEarlierVersion(item, "written before sealing");
    grounds.sealEarlier();
    assertThat(
            get(
                examiner,
                () ->
                    jdbc.sql("select count(*) from cordon.assessment where grounds is not null")
                        .query(Long.class)
                        .single()))
        .isZero();
    SealedAccess access =
        get(
            identifier,
            () -> accesses.once(operation, AssessmentGrounds.thing(item), "a", "b", "grounds"));
    assertThat(get(identifier, () -> grounds.read(operation, item, access)))
        .extracting(AssessmentGrounds.Grounds::grounds)
        .containsExactly("written before sealing");
  }

  private void insertedByAnEarlierVersion(UUID item, String words) throws SQLException {
    DatabaseAddress address = TestGround.ground().address();
    try (Connection owner =
            DriverManager.getConnection(
                address.url(), DatabaseAddress.OWNER, address.ownerPassword());
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("alter table cordon.assessment no force row level security");
      try (PreparedStatement insert =
          owner.prepareStatement(
              """
              insert into cordon.assessment (operation_id, agency_id, media_item_id, assessed_as, grounds, assessed_by)
              values (?, ?, ?, 'real', ?, ?)
              """)) {
        insert.setObject(1, operation.value());
        insert.setObject(2, other.value());
        insert.setObject(3, item);
        insert.setString(4, words);
        insert.setObject(5, examiner.member().value());
        insert.executeUpdate();
      }
      statement.execute("alter table cordon.assessment force row level security");
      owner.commit();
    }
  }

  @Test
  void sameDigests_again_addNothing() {
    take(examiner, swedish, "sha256,size\n%s,10\n".formatted(A));
    DigestImport again = take(examiner, swedish, "sha256,size\n%s,10\n".formatted(A));
    assertThat(again.duplicates()).isEqualTo(1);
    assertThat(get(examiner, () -> queue.page(operation, 1)).total()).isEqualTo(1);
  }

  @Test
  void digests_ofAnotherAgencysExhibit_areRefused() {
    assertThatThrownBy(() -> take(examiner, germanExhibit, "sha256,size\n%s,10\n".formatted(A)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void queue_putsUnknownFirst_thenWhatSeveralAgenciesHold() {
    get(
        coordinator,
        () ->
            lists.load(operation, "Known", "1", "exercise", csv("sha256,category\n" + A + ",7\n")));
    take(examiner, swedish, "sha256,size\n%s,10\n%s,11\n%s,12\n".formatted(A, B, C));
    take(germanOfficer, germanExhibit, "sha256,size\n%s,12\n".formatted(C));

    List<ReviewItem> whole = get(identifier, () -> queue.page(operation, 1)).rows();
    assertThat(whole).extracting(ReviewItem::sha256).containsExactly(C, C, B, A);
    assertThat(whole.getFirst().reasons())
        .contains("on no list", "found in several countries", "held by 2 agencies");
    assertThat(whole.getLast().reasons()).contains("on a list", "listed: Known 1: 7");
    List<ReviewItem> own = get(examiner, () -> queue.page(operation, 1)).rows();
    assertThat(own).extracting(ReviewItem::agencies).containsOnly(1L);
    assertThat(own).hasSize(3);
  }

  @Test
  void listsAndSignals_takeNothingOut_onlyAPersonDoes() {
    take(examiner, swedish, "sha256,size\n%s,10\n".formatted(A));
    get(
        coordinator,
        () -> lists.load(operation, "Known", "1", "exercise", csv("sha256\n" + A + "\n")));
    UUID item = get(examiner, () -> queue.page(operation, 1)).rows().getFirst().id();
    as(examiner, () -> queue.signal(operation, item, "carries a mark that says made by a program"));
    assertThat(get(examiner, () -> queue.page(operation, 1)).total()).isEqualTo(1);

    as(identifier, () -> queue.assess(operation, item, Assessment.NOT_RELEVANT, UK, "a landscape"));
    assertThat(get(identifier, () -> queue.page(operation, 1)).total()).isZero();
    assertThatThrownBy(() ->
            as(examiner, () -> queue.assess(operation, item, Assessment.REAL, UK, "other view")))
        .isInstanceOf(RefusedException.class);
    as(identifier, () -> queue.withdraw(operation, item, "looked again"));
    assertThat(get(identifier, () -> queue.page(operation, 1)).total()).isEqualTo(1);
    assertThatThrownBy(() ->
            as(
                coordinator,
                () -> queue.assess(operation, item, Assessment.REAL, UK, "not my work")))
        .isInstanceOf(NotPermittedException.class);
  }

  private DigestImport take(SignedIn by, UUID exhibit, String csv) {
    return get(by, () -> digests.take(operation, exhibit, new StringReader(csv)));
  }

  private UUID firstExhibit(SignedIn by) {
    return get(by, () -> exhibits.page(operation, null, null, 1)).rows().getFirst().id();
  }

  private Page<FileNames.FileName> looked(UUID exhibit) {
    SealedAccess access = accesses.view(operation, FileNames.thing(exhibit), "page 1");
    return names.read(operation, exhibit, 1, access);
  }

  private static java.io.InputStream csv(String text) {
    return new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
