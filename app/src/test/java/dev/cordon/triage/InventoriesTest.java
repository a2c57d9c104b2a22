package dev.cordon.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InventoriesTest extends TinyOperation {

  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);
  private static final String C = "c".repeat(64);
  private static final String CODE = "0f".repeat(32);
  private static final String NEAR = "0e" + "0f".repeat(31);
  private static final String FAR = "f0".repeat(32);

  @Autowired private FieldReports reports;
  @Autowired private Exhibits exhibits;
  @Autowired private Inventories inventories;
  @Autowired private InventoryNames names;
  @Autowired private PerceptualCodes codes;
  @Autowired private InventoryMatches matches;
  @Autowired private HashInquiries inquiries;
  @Autowired private ReviewQueue queue;
  @Autowired private Items items;
  @Autowired private Groups groups;
  @Autowired private ExhibitTriage progress;
  @Autowired private FileNames fileNames;
  @Autowired private SealedAccesses accesses;

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
    swedish = first(officer);
    germanExhibit = first(germanOfficer);
  }

  @Test
  void inventory_balances_keepsBrokenLinesAside_andRepeatsNothing() {
    String text =
        file(1, A, "\"format\":\"jpeg\",\"width\":4,\"height\":3,\"decode_path\":\"p\",")
            + file(2, B, "\"reason\":\"could not be decoded: cut off\",")
            + "{\"item\":3,\"place\":\"file 3\",\"state\":\"deleted\",\"reason\":\"its place was used again\"}\n"
            + "{\"item\":4,\"place\":\"file 4\",\"state\":\"present\",\"size\":1,\"sha256\":\"xyz\"}\n"
            + "no json\n"
            + "{\"a\":".repeat(40)
            + "\n"
            + "{\"item\":5,\"pla";
    DigestImport first = take(examiner, swedish, text);
    assertThat(first.rowsIn()).isEqualTo(7);
    assertThat(first.stored()).isEqualTo(3);
    assertThat(first.reasons())
        .extracting(DigestImport.Quarantined::line, DigestImport.Quarantined::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(4L, "sha256 is not 64 hex digits"),
            org.assertj.core.groups.Tuple.tuple(5L, "the line is no JSON"),
            org.assertj.core.groups.Tuple.tuple(6L, "the line is no JSON"),
            org.assertj.core.groups.Tuple.tuple(7L, "the line is cut off"));
    DigestImport again = take(examiner, swedish, text);
    assertThat(again.stored()).isZero();
    assertThat(again.duplicates()).isEqualTo(3);
    ExhibitProgress counts = get(examiner, () -> progress.of(operation, swedish));
    assertThat(counts.files()).isEqualTo(2);
    assertThat(counts.decoded()).isEqualTo(1);
    assertThat(counts.undecoded()).isEqualTo(1);
    assertThat(counts.unread()).isEqualTo(1);
    assertThat(counts.waiting()).isEqualTo(2);
    assertThat(get(examiner, () -> queue.page(operation, 1)).rows())
        .anyMatch(item -> item.reasons().contains("could not be decoded: cut off"));
  }

  @Test
  void names_areSealed_andComeOnce() {
    UUID inventory = take(examiner, swedish, file(1, A, "")).id();
    String text =
        "{\"note\":\"sealed\"}\n{\"item\":1,\"name\":\"privat/Sommer.jpg\"}\n{\"item\":9,\"name\":\"x\"}\n";
    DigestImport named = get(examiner, () -> names.take(operation, inventory, stream(text)));
    assertThat(named.stored()).isEqualTo(1);
    assertThat(named.quarantined()).isEqualTo(1);
    DigestImport again = get(examiner, () -> names.take(operation, inventory, stream(text)));
    assertThat(again.stored()).isZero();
    SealedAccess access =
        get(
            examiner,
            () -> accesses.once(operation, FileNames.thing(swedish), "a child", "b", "names"));
    assertThat(get(examiner, () -> fileNames.read(operation, swedish, 1, access)).rows())
        .extracting(FileNames.FileName::path)
        .containsExactly("privat/Sommer.jpg");
    assertThat(
            get(
                coordinator,
                () ->
                    jdbc.sql(
                            "select s::text || encode(coalesce(s.path_sealed, ''), 'escape') from cordon.sighting s")
                        .query(String.class)
                        .list()))
        .hasSize(1)
        .noneMatch(row -> row.contains("Sommer"));
  }

  @Test
  void marks_addReasons_andTakeNothingOut() {
    take(examiner, swedish, file(1, B, ""));
    take(
        examiner,
        swedish,
        file(
            2,
            A,
            "\"marks\":{\"says\":[\"carries a mark that says digital source type trainedAlgorithmicMedia (xmp)\",\"a child named X\"],\"camera\":{\"device_digest\":\""
                + "1".repeat(64)
                + "\"},\"generators\":[{\"tool\":\"t\",\"key\":\"prompt\",\"digest\":\""
                + "2".repeat(64)
                + "\"}]},"));
    List<ReviewItem> rows = get(examiner, () -> queue.page(operation, 1)).rows();
    assertThat(rows).extracting(ReviewItem::sha256).containsExactly(A, B);
    assertThat(rows.getFirst().reasons())
        .contains(
            "names a camera",
            "carries a mark that says digital source type trainedAlgorithmicMedia (xmp)")
        .noneMatch(reason -> reason.contains("named X"));
  }

  @Test
  void matches_nameListVersionAndProfile_andLeaveTheItemInTheQueue() {
    UUID inventory = take(examiner, swedish, file(1, A, "") + file(2, B, "")).id();
    String text =
        "{\"item\":1,\"list\":\"L\",\"version\":\"3\",\"by\":\"md5\",\"category\":{\"profile\":\"UK\",\"code\":\"1\"},\"place\":{\"file\":\"f\",\"byte\":7}}\n"
            + "{\"item\":1,\"list\":\"L\",\"version\":\"3\",\"by\":\"md5\",\"category\":{\"code\":\"1\"}}\n";
    DigestImport told = get(examiner, () -> matches.take(operation, inventory, stream(text)));
    assertThat(told.stored()).isEqualTo(1);
    assertThat(told.reasons())
        .extracting(DigestImport.Quarantined::reason)
        .containsExactly("a category without its national profile means nothing");
    List<ReviewItem> rows = get(examiner, () -> queue.page(operation, 1)).rows();
    assertThat(rows).extracting(ReviewItem::sha256).containsExactly(B, A);
    assertThat(rows.getLast().reasons()).contains("listed: L 3: UK 1");
    assertThat(get(examiner, () -> items.matches(operation, 1)).rows())
        .extracting(ItemFile.Match::profile)
        .containsExactly("UK");
  }

  @Test
  void codes_joinNearDuplicates_andAreReadByNobodyWhoLeads() {
    UUID inventory = take(examiner, swedish, file(1, A, "") + file(2, B, "") + file(3, C, "")).id();
    String text = code(1, CODE) + code(2, NEAR) + code(3, FAR);
    assertThat(get(examiner, () -> codes.take(operation, inventory, stream(text))).stored())
        .isEqualTo(3);
    UUID group = get(examiner, () -> groups.page(operation, 1)).rows().getFirst().id();
    Group graph = get(examiner, () -> groups.group(operation, group, 1)).rows().getFirst();
    assertThat(graph.nodes()).extracting(Group.Node::sha256).containsExactly(A, B);
    assertThat(graph.lines()).extracting(Group.Line::distance).containsExactly(1);
    for (SignedIn someone : List.of(coordinator, analyst, identifier)) {
      assertThat(
              get(
                  someone,
                  () ->
                      jdbc.sql("select count(*) from cordon.perceptual_code")
                          .query(Long.class)
                          .single()))
          .isZero();
    }
    assertThat(get(examiner, () -> queue.page(operation, 1)).rows().toString())
        .doesNotContain(CODE);
  }

  @Test
  void inquiry_tellsTheAskerOfAHit_andTheHolderWhoAsked() {
    UUID inventory = take(examiner, swedish, file(1, A, "") + file(2, B, "")).id();
    get(examiner, () -> codes.take(operation, inventory, stream(code(1, CODE) + code(2, FAR))));
    UUID held = take(germanOfficer, germanExhibit, file(1, C, "")).id();
    get(germanOfficer, () -> codes.take(operation, held, stream(code(1, NEAR))));
    assertThat(get(examiner, () -> queue.page(operation, 1)).rows())
        .noneMatch(item -> item.hit() || item.agencies() > 1);

    assertThat(
            get(
                examiner,
                () -> inquiries.askAboutExhibit(operation, swedish, "Order 7", "who holds it")))
        .isEqualTo(1);
    List<ReviewItem> own = get(examiner, () -> queue.page(operation, 1)).rows();
    assertThat(own.getFirst().sha256()).isEqualTo(A);
    assertThat(own.getFirst().reasons()).contains("found in several countries");
    assertThat(own.getLast().hit()).isFalse();
    assertThat(get(examiner, () -> inquiries.asked(operation, 1)).rows().getFirst().contact())
        .isNotEmpty();
    assertThat(get(examiner, () -> inquiries.received(operation, 1)).rows()).isEmpty();
    List<HashQuestion> asked = get(germanOfficer, () -> inquiries.received(operation, 1)).rows();
    assertThat(asked).extracting(HashQuestion::sha256).containsExactly(C);
    assertThat(asked.getFirst().distance()).isEqualTo(1);
    assertThat(asked.getFirst().legalBasis()).isEqualTo("Order 7");
    assertThatThrownBy(() ->
            get(
                examiner,
                () -> inquiries.askAboutExhibit(operation, germanExhibit, "Order 7", "why")))
        .isInstanceOf(NotPermittedException.class);
    for (int number = 1; number < queue.rules().inquiriesADay(); number++) {
      get(examiner, () -> inquiries.askAboutExhibit(operation, swedish, "Order 7", "again"));
    }
    assertThatThrownBy(() ->
            get(
                examiner,
                () -> inquiries.askAboutExhibit(operation, swedish, "Order 7", "once more")))
        .hasMessageContaining("quota");
  }

  @Test
  void assessment_ofOneAgency_leavesTheOthersQueueAsItWas() {
    take(examiner, swedish, file(1, A, ""));
    take(germanOfficer, germanExhibit, file(1, A, ""));
    UUID item = get(examiner, () -> queue.page(operation, 1)).rows().getFirst().id();
    as(
        examiner,
        () ->
            queue.assess(
                operation, item, Assessment.SYNTHETIC, new Scheme("SE scheme", null), "as seen"));
    assertThat(get(examiner, () -> queue.page(operation, 1)).total()).isZero();
    assertThat(get(examiner, () -> queue.page(operation, 1)).rows()).isEmpty();
    assertThat(get(germanOfficer, () -> queue.page(operation, 1)).total()).isEqualTo(1);
    assertThat(get(identifier, () -> queue.page(operation, 1)).rows()).hasSize(1);
    assertThat(get(examiner, () -> items.get(operation, item)).assessments())
        .extracting(ItemFile.Assessed::scheme)
        .containsExactly("SE scheme");
    as(examiner, () -> queue.withdraw(operation, item, "looked again"));
    assertThat(get(examiner, () -> queue.page(operation, 1)).rows()).hasSize(1);
  }

  private static String file(int item, String sha256, String more) {
    return "{\"item\":%d,\"place\":\"file %d\",\"state\":\"present\",%s\"size\":10,\"sha256\":\"%s\"}\n"
        .formatted(item, item, more, sha256);
  }

  private static String code(int item, String code) {
    return "{\"item\":%d,\"pdq\":\"%s\",\"pdq_quality\":100}\n".formatted(item, code);
  }

  private DigestImport take(SignedIn by, UUID exhibit, String lines) {
    return get(by, () -> inventories.take(operation, exhibit, stream(lines)));
  }

  private UUID first(SignedIn by) {
    return get(by, () -> exhibits.page(operation, null, null, 1)).rows().getFirst().id();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
