package dev.cordon.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PersonFilesTest extends DatabaseTest {

  private static final String NAME = "=HYPERLINK(1) \u05d3\u05e0\u05d9 \u202eCanary";

  @Autowired private PersonFiles files;
  @Autowired private DataProtection protection;
  @Autowired private Ledger ledger;
  private SignedIn officerForData;
  private SignedIn secondCoordinator;
  private InventedCase.Person person;

  @BeforeEach
  void personWithRecords() {
    officerForData = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
    secondCoordinator = member(lead, operation, Role.COORDINATOR);
    person =
        get(
            analyst,
            () -> {
              InventedCase invented = new InventedCase(jdbc, operation, analyst);
              UUID run = invented.run();
              UUID source = invented.source();
              invented.person(run, source, "S-0002", "SE", "Someone Else", "card 1");
              return invented.person(run, source, "S-0001", "SE", NAME, "card 1");
            });
    as(
        analyst,
        () ->
            ledger.append(
                Entry.of(operation, Act.CONSULTATION, "subject", "opened S-0001")
                    .touching(person.subject())));
  }

  @Test
  void file_isAskedReadOverReleasedAndTaken() throws IOException {
    UUID id = asked("S-0001");
    List<Section> read = get(coordinator, () -> files.review(operation, id));
    as(coordinator, () -> files.release(operation, id, "nothing to blacken"));
    Exports.Archive archive =
        get(officerForData, () -> protection.exportPerson(operation, id, "handed to the person"));

    assertThat(section(read, "records").rows())
        .extracting(row -> row.get("value"))
        .containsExactly(NAME, "card 1");
    Map<String, byte[]> entries = unzip(archive.bytes());
    assertThat(entries).containsOnlyKeys("data.json", "data.csv", "manifest.json");
    assertThat(new String(entries.get("data.csv"), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"'" + NAME + "\"")
        .contains("\"H2\",\"records\"");
    JsonNode manifest = JsonMapper.shared().readTree(entries.get("manifest.json"));
    for (String name : List.of("data.json", "data.csv")) {
      assertThat(manifest.at("/files").get(name).get("sha256").asString())
          .isEqualTo(Sha256.hex(entries.get(name)));
    }
    String entry = manifest.at("/ledger/entry").asString();
    assertThat(
            get(
                officerForData,
                () ->
                    jdbc.sql("select act from cordon.ledger_entry where id = cast(? as uuid)")
                        .params(entry)
                        .query(String.class)
                        .single()))
        .isEqualTo("DISCLOSURE");
    assertThat(JsonMapper.shared().readTree(entries.get("data.json")).toString())
        .contains("opened S-0001", "as the card says", "lives there");
  }

  @Test
  void valuesOfThirdPersons_areFlaggedAndStay() {
    UUID id = asked("S-0001");

    List<Section> read = get(coordinator, () -> files.review(operation, id));

    assertThat(section(read, "records").rows())
        .filteredOn(row -> row.get(Section.FLAG) != null)
        .singleElement()
        .satisfies(row -> assertThat(row.get("value")).isEqualTo("card 1"));
    assertThat(section(read, "judgements").flagged()).isEqualTo(1);
  }

  @Test
  void archive_takenTwice_holdsTheSameBytes() throws IOException {
    UUID id = asked("S-0001");
    as(coordinator, () -> files.release(operation, id, "read over"));

    Map<String, byte[]> first =
        unzip(get(officerForData, () -> protection.exportPerson(operation, id, "once")).bytes());
    Map<String, byte[]> second =
        unzip(get(officerForData, () -> protection.exportPerson(operation, id, "twice")).bytes());

    assertThat(second.get("data.json")).isEqualTo(first.get("data.json"));
    assertThat(second.get("data.csv")).isEqualTo(first.get("data.csv"));
  }

  @Test
  void officer_seesNothingBeforeRelease() {
    UUID id = asked("S-0001");

    assertThatThrownBy(() -> as(officerForData, () -> files.review(operation, id)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(officerForData, () -> files.released(operation, id)))
        .isInstanceOf(RefusedException.class);
    assertThat(
            get(
                officerForData,
                () -> jdbc.sql("select count(*) from cordon.subject").query(Long.class).single()))
        .isZero();
  }

  @Test
  void afterTaking_theTransactionServesTheOfficerAgain() {
    UUID id = asked("S-0001");
    as(coordinator, () -> files.release(operation, id, "read over"));

    as(
        officerForData,
        () -> {
          files.released(operation, id);
          assertThat(jdbc.sql("select count(*) from cordon.subject").query(Long.class).single())
              .isZero();
        });
  }

  @Test
  void file_isNotReleasedByItsAsker_norByAnyoneButACoordinator() {
    grant(officerForData, operation, Role.COORDINATOR);
    UUID id = asked("S-0001");

    assertThatThrownBy(() -> as(officerForData, () -> files.release(operation, id, "fine")))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> as(analyst, () -> files.release(operation, id, "fine")))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() ->
            as(
                officerForData,
                () ->
                    jdbc.sql(
                            """
                            insert into cordon.person_file_decision
                              (person_file_id, operation_id, asked_by, decision, words, content_sha256, as_of, decided_by)
                            values (?, ?, ?, 'released', 'mine', repeat('0', 64), now(), ?)
                            """)
                        .params(
                            id,
                            operation.value(),
                            officerForData.member().value(),
                            officerForData.member().value())
                        .update()))
        .hasMessageContaining("check constraint");
  }

  @Test
  void changedFile_isNotHandedOut() {
    UUID id = asked("S-0001");
    as(coordinator, () -> files.release(operation, id, "read over"));
    as(
        analyst,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.proposal_record (proposal_id, operation_id, place, kind, label, value, source_id, source_table, source_row)
                    select proposal_id, operation_id, 99, kind, label, 'later', source_id, source_table, 99
                    from cordon.proposal_record where proposal_id = ? limit 1
                    """)
                .params(person.proposal())
                .update());

    assertThatThrownBy(() -> as(officerForData, () -> files.released(operation, id)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no longer the one");
  }

  @Test
  void fileOfAReleaserWhoLeft_isNotHandedOut() {
    UUID id = asked("S-0001");
    as(secondCoordinator, () -> files.release(operation, id, "read over"));
    as(
        administrator,
        () ->
            jdbc.sql("update cordon.member set left_at = now() where id = ?")
                .params(secondCoordinator.member().value())
                .update());

    assertThatThrownBy(() -> as(officerForData, () -> files.released(operation, id)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void declinedFile_isNotHandedOut_andNotDecidedAgain() {
    UUID id = asked(person.subject().toString());
    as(coordinator, () -> files.decline(operation, id, "proceedings are running"));

    assertThatThrownBy(() -> as(officerForData, () -> files.released(operation, id)))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> as(secondCoordinator, () -> files.release(operation, id, "yes")))
        .isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Dani", "S-1", "S-0001; drop", "'", "S-00000000000000001"})
  void subject_byAnythingButNumberOrId_isRefused(String subject) {
    assertThatThrownBy(() -> asked(subject)).isInstanceOf(RefusedException.class);
  }

  @Test
  void unknownSubject_isNamedToTheCoordinatorOnly() {
    UUID id = asked("S-9999");

    assertThatThrownBy(() -> as(coordinator, () -> files.review(operation, id)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("S-9999");
  }

  @Test
  void withheldPart_isNamedWithItsGroundAndNotHandedOut() {
    UUID id = asked("S-0001");
    assertThatThrownBy(() ->
            as(
                secondCoordinator,
                () -> files.release(operation, id, "read", List.of("records"), " ")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Art. 15");
    assertThatThrownBy(() ->
            as(
                secondCoordinator,
                () -> files.release(operation, id, "read", List.of("subject"), "why")))
        .isInstanceOf(RefusedException.class);
    as(
        secondCoordinator,
        () -> files.release(operation, id, "read", List.of("records"), "Art. 15(1)(b)"));
    List<Section> taken =
        get(officerForData, () -> protection.readPerson(operation, id, "handed to the person"));
    assertThat(section(taken, "records").rows())
        .singleElement()
        .isEqualTo(java.util.Map.of("withheld", "Art. 15(1)(b)"));
    assertThat(taken.toString()).doesNotContain("Canary");
    assertThat(section(taken, "judgements").rows()).isNotEmpty();
    assertThat(taken)
        .extracting(Section::name)
        .contains("categories", "statements", "stays", "packages", "entries");
  }

  @Test
  void register_countsAndNamesNobody() {
    List<Section> register = get(officerForData, () -> protection.register(operation));

    assertThat(register.toString())
        .contains("Court of Example", "suspect")
        .doesNotContain("Canary", "S-0001");
    assertThat(section(register, "category").rows())
        .singleElement()
        .satisfies(row -> assertThat(row.get("count")).isEqualTo(2L));
  }

  @Test
  void due_listsReviewEndGrantsAndSources() {
    LocalDate far = LocalDate.now(java.time.ZoneOffset.UTC).plusYears(2);

    assertThat(get(officerForData, () -> protection.due(operation, far, 1)).rows())
        .extracting(row -> row.get("kind"))
        .contains("operation", "grant", "source");
    assertThat(
            get(
                    officerForData,
                    () -> protection.due(operation, LocalDate.now(java.time.ZoneOffset.UTC), 1))
                .rows())
        .isEmpty();
  }

  @Test
  void others_getNothing() {
    UUID id = asked("S-0001");
    for (SignedIn one : List.of(analyst, officer, outsider, administrator)) {
      assertThatThrownBy(() -> as(one, () -> files.get(operation, id)))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> as(one, () -> protection.register(operation)))
          .isInstanceOf(NotPermittedException.class);
      assertThat(
              get(
                  one,
                  () ->
                      jdbc.sql("select count(*) from cordon.processing_facts(?)")
                          .params(operation.value())
                          .query(Long.class)
                          .single()))
          .isZero();
    }
  }

  private UUID asked(String subject) {
    return get(
        officerForData, () -> files.ask(operation, subject, "a request of the person", "Art. 14"));
  }

  private static Section section(List<Section> sections, String name) {
    return sections.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
