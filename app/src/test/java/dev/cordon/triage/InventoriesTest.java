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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
  private static final String H3 = "{\"note\":\"can be partly inverted\",\"handling\":\"H3\"}\n";

  @Autowired private FieldReports reports;
  @Autowired private Exhibits exhibits;
  @Autowired private Inventories inventories;
  @Autowired private InventoryNames names;
  @Autowired private InventorySummary summaries;
  @Autowired private PerceptualCodes codes;
  @Autowired private InventoryMatches matches;
  @Autowired private HashInquiries inquiries;
  @Autowired private HashAnswers answers;
  @Autowired private CodeReleases releases;
  @Autowired private InventoryGroups told;
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

  /** Files as the program wrote them, and not as a test thinks they look. */
  @Test
  void inventoryAsWritten_isTakenWhole_andItsResultsAreToldWhatToSendInstead() throws IOException {
    DigestImport taken = take(examiner, swedish, written("inventory.jsonl"));
    assertThat(taken.rowsIn()).isEqualTo(16);
    assertThat(taken.stored()).as(taken.reasons().toString()).isEqualTo(16);
    ExhibitProgress counts = get(examiner, () -> progress.of(operation, swedish));
    assertThat(counts.files()).isEqualTo(15);
    assertThat(counts.decoded()).isEqualTo(1);
    assertThat(counts.undecoded()).isEqualTo(3);
    assertThat(counts.unread()).isEqualTo(1);
    DigestImport order = take(examiner, swedish, written("review.jsonl"));
    assertThat(order.stored()).isZero();
    assertThat(order.quarantined()).isEqualTo(16);
    assertThat(order.reasons().getFirst().reason())
        .isEqualTo("a line of review.jsonl: the order is worked out here; send inventory.jsonl");
    DigestImport summary = take(examiner, swedish, written("summary.json"));
    assertThat(summary.reasons())
        .extracting(DigestImport.Quarantined::reason)
        .containsExactly(
            "this is summary.json: the counts are made here; send inventory.jsonl, and this as its"
                + " summary");
    assertThat(get(examiner, () -> progress.of(operation, swedish)).files()).isEqualTo(15);
  }

  @Test
  void summary_tellsLimitsOfTheWalk_onceForTheExhibit() throws IOException {
    UUID inventory = take(examiner, swedish, file(1, A, "")).id();
    String limit = "the walk ended at a limit: 10 files; what was found so far is kept";
    String text =
        "{\"items\":10,\"decoding\":\"seccomp: no network\",\"remarks\":[\""
            + limit
            + "\",\"\"]}\n";
    DigestImport told = get(examiner, () -> summaries.take(operation, inventory, stream(text)));
    assertThat(told.rowsIn()).isEqualTo(3);
    assertThat(told.stored()).isEqualTo(2);
    assertThat(told.quarantined()).isEqualTo(1);
    assertThat(get(examiner, () -> summaries.take(operation, inventory, stream(text))).stored())
        .isZero();
    assertThat(get(examiner, () -> progress.remarks(operation, swedish)))
        .extracting(ExhibitTriage.Remark::words)
        .containsExactly(limit, "seccomp: no network");
    String asWritten = written("summary.json");
    DigestImport whole =
        get(examiner, () -> summaries.take(operation, inventory, stream(asWritten)));
    assertThat(whole.stored()).isEqualTo(1);
    DigestImport other =
        get(examiner, () -> summaries.take(operation, inventory, stream(file(1, A, ""))));
    assertThat(other.reasons())
        .extracting(DigestImport.Quarantined::reason)
        .containsExactly("there are no remarks: send summary.json");
  }

  private static String written(String name) throws IOException {
    try (InputStream file = InventoriesTest.class.getResourceAsStream("written/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
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
    assertThat(get(examiner, () -> items.matches(operation, MatchPlace.of(null))))
        .extracting(row -> row.match().profile())
        .containsExactly("UK");
  }

  @Test
  void matchesAndGroups_goOnBehindTheLastRow_withoutGapOrRepetition() {
    StringBuilder files = new StringBuilder();
    StringBuilder found = new StringBuilder();
    StringBuilder coded = new StringBuilder();
    for (int number = 1; number <= 120; number++) {
      files.append(file(number, "%064x".formatted(number), ""));
      found.append(
          "{\"item\":%d,\"list\":\"L\",\"version\":\"%d\",\"by\":\"md5\"}\n"
              .formatted(number, number % 7));
      // Sixty pairs: each pair has a code far from all others.
      coded.append(code(number, pairCode((number - 1) / 2)));
    }
    UUID inventory = take(examiner, swedish, files.toString()).id();
    get(examiner, () -> matches.take(operation, inventory, stream(found.toString())));
    get(examiner, () -> codes.take(operation, inventory, stream(coded.toString())));
    List<String> listed = new ArrayList<>();
    List<UUID> grouped = new ArrayList<>();
    MatchPlace at = MatchPlace.of(null);
    Groups.Place group = Groups.Place.of(null);
    for (int page = 0; page < 3; page++) {
      MatchPlace from = MatchPlace.of(page == 0 ? null : at.toString());
      List<Items.ListedMatch> rows = get(examiner, () -> items.matches(operation, from));
      assertThat(rows).hasSize(page < 2 ? 50 : 20);
      rows.forEach(row -> listed.add(row.match().sha256()));
      at = rows.getLast().place();
      Groups.Place before = Groups.Place.of(page == 0 ? null : group.toString());
      List<Groups.Size> sizes = get(examiner, () -> groups.behind(operation, before));
      sizes.forEach(size -> grouped.add(size.id()));
      assertThat(sizes).allMatch(size -> size.items() == 2 && size.waiting() == 2);
      group = sizes.isEmpty() ? group : sizes.getLast().place();
    }
    assertThat(listed).hasSize(120).doesNotHaveDuplicates();
    assertThat(grouped).hasSize(60).doesNotHaveDuplicates();
    assertThat(get(germanOfficer, () -> items.matches(operation, MatchPlace.of(null)))).isEmpty();
    assertThat(get(germanOfficer, () -> groups.behind(operation, Groups.Place.of(null)))).isEmpty();
    assertThatThrownBy(() -> MatchPlace.of("1.2.x")).hasMessageContaining("first page");
    assertThatThrownBy(() -> Groups.Place.of("x")).hasMessageContaining("first page");
  }

  @Test
  void groupsThatGrowTogether_areCountedAnew() {
    UUID first = take(examiner, swedish, file(1, A, "") + file(2, B, "")).id();
    get(examiner, () -> codes.take(operation, first, stream(code(1, CODE) + code(2, NEAR))));
    UUID second = take(examiner, swedish, file(3, C, "")).id();
    get(examiner, () -> codes.take(operation, second, stream(code(3, NEAR))));
    List<Groups.Size> sizes = get(examiner, () -> groups.behind(operation, Groups.Place.of(null)));
    assertThat(sizes).extracting(Groups.Size::items).containsExactly(3L);
    UUID group = sizes.getFirst().id();
    assertThat(get(examiner, () -> groups.group(operation, group, 1)).total()).isEqualTo(3);
  }

  /** Two of them differ in about half of their bits. */
  private static String pairCode(int pair) {
    java.util.SplittableRandom random = new java.util.SplittableRandom(pair);
    StringBuilder code = new StringBuilder();
    for (int word = 0; word < 4; word++) {
      code.append("%016x".formatted(random.nextLong()));
    }
    return code.toString();
  }

  @Test
  void codes_joinNearDuplicates_andAreReadByNobodyWhoLeads() {
    UUID inventory = take(examiner, swedish, file(1, A, "") + file(2, B, "") + file(3, C, "")).id();
    String text = code(1, CODE) + code(2, NEAR) + code(3, FAR);
    assertThat(get(examiner, () -> codes.take(operation, inventory, stream(text))).stored())
        .isEqualTo(3);
    UUID group =
        get(examiner, () -> groups.behind(operation, Groups.Place.of(null))).getFirst().id();
    Group graph = get(examiner, () -> groups.group(operation, group, 1)).rows().getFirst();
    assertThat(graph.nodes()).extracting(Group.Node::sha256).containsExactlyInAnyOrder(A, B);
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
    get(germanOfficer, () -> codes.take(operation, held, stream(H3 + code(1, NEAR))));
    assertThat(
            get(
                examiner,
                () -> inquiries.askAboutExhibit(operation, swedish, "Order 7", "codes are H3")))
        .isZero();
    as(
        germanOfficer,
        () -> releases.release(operation, germanExhibit, "agreed at the meeting of 3 March"));
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
    for (int number = 2; number < queue.rules().inquiriesADay(); number++) {
      get(examiner, () -> inquiries.askAboutExhibit(operation, swedish, "Order 7", "again"));
    }
    assertThatThrownBy(() ->
            get(
                examiner,
                () -> inquiries.askAboutExhibit(operation, swedish, "Order 7", "once more")))
        .hasMessageContaining("quota");
  }

  @Test
  void answerOfTheHolder_comesToTheAsker_whoLearnsTheHolderFromItsContactAlone() {
    take(examiner, swedish, file(1, A, ""));
    take(germanOfficer, germanExhibit, file(1, A, ""));
    UUID mine = get(examiner, () -> queue.page(operation, 1)).rows().getFirst().id();
    get(examiner, () -> inquiries.askAboutExhibit(operation, swedish, "Order 7", "who holds it"));
    HashInquiry asked = get(examiner, () -> inquiries.asked(operation, 1)).rows().getFirst();
    HashQuestion question =
        get(germanOfficer, () -> inquiries.received(operation, 1)).rows().getFirst();
    assertThatThrownBy(() ->
            as(examiner, () -> answers.answer(operation, question.id(), HashAnswer.FORMAL, "", "")))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() ->
            as(
                germanOfficer,
                () -> answers.answer(operation, question.id(), HashAnswer.FORMAL, "Office 3", "")))
        .hasMessageContaining("contact");
    as(
        germanOfficer,
        () ->
            answers.answer(operation, question.id(), HashAnswer.NOTHING_MORE, "", "under review"));
    as(
        germanOfficer,
        () ->
            answers.answer(
                operation,
                question.id(),
                HashAnswer.CONTACT,
                "Office 3, office3@police.example",
                ""));
    List<HashAnswers.Reply> replies =
        get(examiner, () -> answers.replies(operation, List.of(asked.id())))
            .getOrDefault(asked.id(), List.of());
    assertThat(replies)
        .extracting(HashAnswers.Reply::as)
        .containsExactly(HashAnswer.CONTACT, HashAnswer.NOTHING_MORE);
    assertThat(replies.getFirst().contact()).isEqualTo("Office 3, office3@police.example");
    assertThat(replies.getFirst().item()).isEqualTo(mine);
    assertThat(get(germanOfficer, () -> answers.given(operation, List.of(question.id()))).values())
        .extracting(HashAnswers.Given::as)
        .containsExactly(HashAnswer.CONTACT);
    assertThat(get(germanOfficer, () -> answers.replies(operation, List.of(asked.id())))).isEmpty();
    assertThat(
            get(
                coordinator,
                () ->
                    jdbc.sql(
                            "select what from cordon.ledger_entry where operation_id = :operation and what like 'hash-inquir%'")
                        .param("operation", operation.value())
                        .query(String.class)
                        .list()))
        .contains("hash-inquiry", "hash-inquiry-answer", "hash-inquiry-replies");
  }

  @Test
  void codesLetBeCompared_areComparedNoMore_whenThatIsTakenBack() {
    UUID inventory = take(examiner, swedish, file(1, A, "")).id();
    get(examiner, () -> codes.take(operation, inventory, stream(H3 + code(1, CODE))));
    UUID held = take(germanOfficer, germanExhibit, file(1, C, "")).id();
    get(germanOfficer, () -> codes.take(operation, held, stream(H3 + code(1, NEAR))));
    as(germanOfficer, () -> releases.release(operation, germanExhibit, "agreed"));
    assertThatThrownBy(
            () -> as(germanOfficer, () -> releases.release(operation, germanExhibit, "agreed")))
        .hasMessageContaining("already");
    assertThatThrownBy(() -> as(examiner, () -> releases.release(operation, germanExhibit, "mine")))
        .isInstanceOf(NotPermittedException.class);
    assertThat(
            get(examiner, () -> inquiries.askAboutExhibit(operation, swedish, "Order 7", "first")))
        .isEqualTo(1);
    as(germanOfficer, () -> releases.withdraw(operation, germanExhibit, "agreement ended"));
    assertThat(
            get(examiner, () -> inquiries.askAboutExhibit(operation, swedish, "Order 7", "again")))
        .isZero();
  }

  @Test
  void seriesAndGroups_areKept_addAReason_andRepeatNothing() {
    UUID inventory = take(examiner, swedish, file(1, A, "") + file(2, B, "") + file(3, C, "")).id();
    String series =
        "{\"series\":1,\"by\":\"name\",\"items\":[2,3]}\n{\"series\":2,\"by\":\"colour\",\"items\":[1]}\n{\"series\":3,\"by\":\"time\",\"items\":[9]}\n";
    DigestImport first = get(examiner, () -> told.takeSeries(operation, inventory, stream(series)));
    assertThat(first.stored()).isEqualTo(1);
    assertThat(first.quarantined()).isEqualTo(2);
    assertThat(get(examiner, () -> told.takeSeries(operation, inventory, stream(series))).stored())
        .isZero();
    String group =
        "{\"by\":\"similar\",\"group\":1,\"items\":[1,2],\"radius\":31,\"elsewhere\":[{\"exhibit\":1,\"item\":4}]}\n";
    assertThat(get(examiner, () -> told.takeGroups(operation, inventory, stream(group))).stored())
        .isEqualTo(1);
    List<ReviewItem> rows = get(examiner, () -> queue.page(operation, 1)).rows();
    assertThat(rows).extracting(ReviewItem::sha256).containsExactlyInAnyOrder(A, B, C);
    assertThat(rows.getLast().sha256()).isEqualTo(A);
    assertThat(rows.getFirst().reasons()).contains("part of a series");
    assertThat(get(examiner, () -> progress.found(operation, swedish)))
        .extracting(
            ExhibitTriage.Found::by, ExhibitTriage.Found::items, ExhibitTriage.Found::elsewhere)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("name", 2L, 0L),
            org.assertj.core.groups.Tuple.tuple("similar", 2L, 1L));
    UUID both = rows.stream().filter(row -> row.sha256().equals(B)).findFirst().orElseThrow().id();
    assertThat(get(examiner, () -> items.get(operation, both)).told())
        .extracting(ItemFile.Told::by, ItemFile.Told::items)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("name", 2L),
            org.assertj.core.groups.Tuple.tuple("similar", 2L));
  }

  @Test
  void laterItemOfACamera_makesASeriesOfTheEarlierToo() {
    String camera = "\"marks\":{\"camera\":{\"device_digest\":\"" + "1".repeat(64) + "\"}},";
    String text = file(1, A, camera) + file(2, B, camera);
    take(examiner, swedish, text);
    assertThat(get(examiner, () -> queue.page(operation, 1)).rows())
        .noneMatch(item -> item.reasons().contains("part of a series"));
    take(examiner, swedish, text + file(3, C, camera));
    assertThat(get(examiner, () -> queue.page(operation, 1)).rows())
        .hasSize(3)
        .allMatch(item -> item.reasons().contains("part of a series"));
  }

  @Test
  void listedByLikenessAlone_isNotCalledKnown() {
    UUID inventory = take(examiner, swedish, file(1, A, "")).id();
    String text = "{\"item\":1,\"list\":\"L\",\"version\":\"3\",\"by\":\"pdq\",\"distance\":4}\n";
    get(examiner, () -> matches.take(operation, inventory, stream(text)));
    ReviewItem item = get(examiner, () -> queue.page(operation, 1)).rows().getFirst();
    assertThat(item.known()).isFalse();
    assertThat(item.reasons()).contains("on no list", "listed: L 3 (similar, distance 4)");
  }

  @Test
  void queue_goesOnBehindAPlace_asItsPagesDo() {
    StringBuilder lines = new StringBuilder();
    for (int item = 1; item <= 120; item++) {
      String camera =
          item % 3 == 0
              ? "\"marks\":{\"camera\":{\"device_digest\":\"%064x\"}},".formatted(item)
              : "";
      lines.append(file(item, "%064x".formatted(item), camera));
    }
    take(examiner, swedish, lines.toString());
    for (SignedIn reader : List.of(examiner, identifier)) {
      dev.cordon.Page<ReviewItem> page = get(reader, () -> queue.page(operation, 1));
      for (int number = 2; number <= 3; number++) {
        int next = number;
        QueuePlace last = QueuePlace.of(page.rows().getLast().place().toString());
        page = get(reader, () -> queue.behind(operation, last, next));
        assertThat(page.rows()).isEqualTo(get(reader, () -> queue.page(operation, next)).rows());
        assertThat(page.total()).isEqualTo(120);
      }
      QueuePlace end = page.rows().getLast().place();
      assertThat(get(reader, () -> queue.behind(operation, end, 4)).rows()).isEmpty();
    }
    assertThatThrownBy(() -> QueuePlace.of("1.2.3.x"))
        .hasMessageContaining("no place in the queue");
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
