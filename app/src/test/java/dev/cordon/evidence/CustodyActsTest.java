package dev.cordon.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class CustodyActsTest extends SeizedItems {

  @Autowired private Sheets sheets;
  @Autowired private Parts parts;
  @Autowired private WorkingCopies copies;

  @Test
  void acts_areNumberedWithoutGaps_andBoundToTheirWords() {
    UUID shelf = get(examiner, () -> choices.location(operation, other, "Shelf 4"));
    as(examiner, () -> custody.move(operation, phone.id(), told(10, "to the store"), shelf));
    as(examiner, () -> custody.reseal(operation, phone.id(), told(20, "opened"), "SE-100", null));
    as(examiner, () -> custody.note(operation, phone.id(), told(21, "screen cracked")));
    as(examiner, () -> custody.reseal(operation, phone.id(), told(30, "closed"), null, "SE-200"));
    Exhibit now = again(phone);
    assertThat(now.sealNow()).isEqualTo("SE-200");
    assertThat(now.location()).isEqualTo("Shelf 4");
    assertThat(now.acts()).isEqualTo(5);
    assertThat(file(phone).acts()).extracting(CustodyAct::number).containsExactly(1, 2, 3, 4, 5);
    assertThat(file(phone).acts())
        .allSatisfy(act ->
            assertThat(act.statement())
                .startsWith("cordon-custody 1\n")
                .contains("\nact " + act.number() + "\n", "\nkind " + act.kind().text() + "\n"));
  }

  @Test
  void wrongSeal_stopsEveryAct() {
    assertThatThrownBy(() ->
            as(
                examiner,
                () -> custody.reseal(operation, phone.id(), told(20, "x"), "SE-101", "SE-200")))
        .hasMessageContaining("seal differs");
  }

  @ParameterizedTest
  @EnumSource(
      value = ActKind.class,
      names = {"RETURNED", "DESTROYED"})
  void afterTheEnd_nothingHappensAnyMore(ActKind end) {
    as(
        examiner,
        () ->
            custody.dispose(
                operation, phone.id(), end, told(60, "by order"), "Owner", order(), "SE-100"));
    assertThat(again(phone).state().name()).isEqualTo(end.name());
    assertThatThrownBy(() -> handOver(examiner, toStore(90)))
        .isInstanceOfSatisfying(
            IrregularHandOverException.class,
            refused -> assertThat(refused.irregularity()).isEqualTo(Irregularity.NO_MORE_HELD));
    assertThat(file(phone).acts().getLast().order()).isEqualTo(order());
  }

  @Test
  void forfeited_isStillHeldAndThenDestroyed() {
    as(
        examiner,
        () ->
            custody.dispose(
                operation,
                phone.id(),
                ActKind.FORFEITED,
                told(60, "by order"),
                "Court",
                order(),
                null));
    assertThat(handOver(examiner, toStore(90)).state()).isEqualTo(ExhibitState.FORFEITED);
    assertThatThrownBy(() ->
            as(
                examiner,
                () ->
                    custody.dispose(
                        operation,
                        phone.id(),
                        ActKind.FORFEITED,
                        told(95, "again"),
                        "Court",
                        order(),
                        null)))
        .hasMessageContaining("already");
  }

  @Test
  void part_carriesTheNumberOfTheWhole() {
    Exhibit disk =
        get(
            examiner,
            () ->
                parts.take(
                    operation,
                    laptop.id(),
                    told(60, "disk taken out"),
                    line(1, "hard disk", "X-1", "SE-301"),
                    null,
                    "SE-300"));
    assertThat(disk.number()).isEqualTo(laptop.number() + ".1");
    assertThat(disk.itemClass()).isEqualTo(ItemClass.STORAGE);
    assertThat(disk.heldBy()).isEqualTo(HOLDER);
    assertThat(again(laptop).sealNow()).isEqualTo("SE-300");
    Exhibit chip =
        get(
            examiner,
            () ->
                parts.take(
                    operation,
                    disk.id(),
                    told(70, "chip taken out"),
                    line(1, "memory chip", null, null),
                    "SE-301",
                    "SE-302"));
    assertThat(chip.number()).isEqualTo(laptop.number() + ".1.1");
    assertThat(file(laptop).parts()).extracting(Exhibit::number).containsExactly(disk.number());
    assertThat(file(chip).wholes()).extracting(Exhibit::number).containsExactly(disk.number());
  }

  @Test
  void divided_isClosed_andJoined_isOneAgain() {
    List<Exhibit> halves =
        get(
            examiner,
            () ->
                parts.split(
                    operation,
                    phone.id(),
                    told(60, "telephone and its case"),
                    List.of(line(1, "phone", null, "A"), line(2, "case", null, "B")),
                    "SE-100"));
    assertThat(again(phone).state()).isEqualTo(ExhibitState.SPLIT);
    Exhibit whole =
        get(
            examiner,
            () ->
                parts.merge(
                    operation,
                    halves.getFirst().id(),
                    halves.getLast().number(),
                    told(90, "put together"),
                    line(1, "phone", null, "C")));
    assertThat(whole.number()).isEqualTo("2025-SE-0003");
    assertThat(again(halves.getLast()).state()).isEqualTo(ExhibitState.MERGED);
    assertThat(file(whole).wholes()).hasSize(2);
    assertThatThrownBy(() ->
            as(
                examiner,
                () ->
                    parts.merge(
                        operation,
                        List.of(whole.id(), whole.id()),
                        told(95, "x"),
                        line(1, "phone", null, null))))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void fortyItems_areEnteredOnce() {
    UUID id = UUID.randomUUID();
    List<Sheet.Line> lines = new ArrayList<>();
    for (int number = 1; number <= 40; number++) {
      lines.add(line(number, "usb stick", "M-" + number, "S-" + number));
    }
    List<Exhibit> first = get(officer, () -> sheets.enter(operation, sheet(id, lines)));
    List<Exhibit> second = get(officer, () -> sheets.enter(operation, sheet(id, lines)));
    assertThat(first).hasSize(40).extracting(Exhibit::foundIn).containsOnly("kitchen");
    assertThat(second).isEqualTo(first);
    assertThat(first.getFirst().number()).isEqualTo("2025-SE-0003");
    assertThat(first.getFirst().grounds()).isEqualTo("order 7");
    assertThat(get(officer, () -> exhibits.page(operation, null, null, 1)).total()).isEqualTo(42);
  }

  @Test
  void duplicateNumber_isRefusedNamingWhereItStands() {
    as(
        officer,
        () ->
            sheets.enter(
                operation, sheet(UUID.randomUUID(), List.of(line(1, "phone", "M-1", null)))));
    assertThatThrownBy(() ->
            as(
                officer,
                () ->
                    sheets.enter(
                        operation,
                        sheet(
                            UUID.randomUUID(),
                            List.of(
                                line(1, "tablet", "M-1", "S-1"),
                                line(2, "", "M-2", "S-1"),
                                line(3, "tablet", "M-2", null))))))
        .isInstanceOfSatisfying(
            SheetRefusedException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Sheet.Problem::line, Sheet.Problem::words)
                    .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                            1, "own number M-1 is that of exhibit 2025-SE-0003"),
                        org.assertj.core.groups.Tuple.tuple(2, "kind is missing"),
                        org.assertj.core.groups.Tuple.tuple(2, "seal S-1 stands on line 1 already"),
                        org.assertj.core.groups.Tuple.tuple(
                            3, "own number M-2 stands on line 2 already")));
    assertThat(get(officer, () -> exhibits.page(operation, null, null, 1)).total()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind,description~phone,x~phone|line 3: it has 1 fields, the header 2",
        "kind,description,colour~phone,x,red|the column 'colour' is not known",
        "kind,kind,description~|twice",
        "kind~phone|lacks the columns [description]",
        "kind,description,class~phone,x,boat|line 2: class 'boat' is not known"
      })
  void badFile_isRefusedByLine(String text, String words) {
    assertThatThrownBy(() -> SheetCsv.read(text.replace('~', '\n')))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
  }

  @Test
  void file_withSemicolonsAndMark_isRead() {
    assertThat(
            SheetCsv.read(
                "\uFEFFKind;Description;Own number;Class\r\nphone;\"black; old\";A-1;device\r\n\r\n"))
        .containsExactly(
            new Sheet.Line(2, "phone", ItemClass.DEVICE, "black; old", "A-1", null, null, null));
  }

  @Test
  void workingCopy_thatDiffers_stopsWork() {
    hashMedium(laptop, DIGEST);
    WorkingCopy copy = get(examiner, () -> copies.register(operation, laptop.id(), copy(DIGEST)));
    assertThat(gaps(laptop)).contains("working copy not checked");
    assertThat(check(copy, OTHER_DIGEST.toUpperCase(Locale.ROOT), laptop)).isTrue();
    as(examiner, () -> copies.requireUnchanged(operation, laptop.id()));
    assertThat(check(copy, "ef".repeat(32), laptop)).isFalse();
    assertThatThrownBy(() -> check(copy, OTHER_DIGEST, laptop))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("stopped");
    assertThatThrownBy(() -> as(examiner, () -> copies.requireUnchanged(operation, laptop.id())))
        .isInstanceOf(RefusedException.class);
    assertThat(file(laptop).acts().getLast().kind()).isEqualTo(ActKind.COPY_DIFFERS);
    assertThat(again(laptop).copyStopped()).isTrue();
    assertThat(get(examiner, () -> copies.stopped(operation))).isEqualTo(1);
    assertThat(gaps(laptop)).contains("working copy differs");
  }

  @Test
  void copyOfAMediumThatChangedSinceIntake_isStoppedAtOnce() {
    hashMedium(laptop, DIGEST);
    WorkingCopy copy =
        get(examiner, () -> copies.register(operation, laptop.id(), copy("ee".repeat(32))));
    assertThat(copy.isStopped()).isTrue();
    assertThatThrownBy(() -> check(copy, OTHER_DIGEST, laptop)).hasMessageContaining("stopped");
  }

  @Test
  void digest_thatIsNone_isRefused() {
    assertThatThrownBy(() -> new NewDigest(NewDigest.Thing.MEDIUM, "disk", "xyz", null, null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("64 digits");
  }

  @Test
  void gaps_areSaidInPlainWords() {
    assertThat(gaps(laptop))
        .contains("no warrant named", "not sealed at the start", "recorded late")
        .doesNotContain("no measure named", "act missing");
    as(examiner, () -> custody.nameGrounds(operation, laptop.id(), told(5, "warrant 3/25")));
    assertThat(gaps(laptop)).doesNotContain("no warrant named");
  }

  private void hashMedium(Exhibit exhibit, String digest) {
    as(
        examiner,
        () ->
            digests.record(
                operation,
                exhibit.id(),
                new NewDigest(NewDigest.Thing.MEDIUM, "disk", digest, 1000L, "imager 4"),
                told(10, "hash")));
  }

  private boolean check(WorkingCopy copy, String digest, Exhibit exhibit) {
    return get(
        examiner,
        () -> copies.check(operation, exhibit.id(), copy.id(), "triage", "sha256sum", digest));
  }

  private static NewCopy copy(String medium) {
    return new NewCopy(
        "E01", "imager 4", 1000, OTHER_DIGEST, medium, "Lab store 1", "Examiner One", after(20));
  }
}
