package dev.cordon.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.Approval;
import dev.cordon.approval.ApprovalId;
import dev.cordon.ground.DataDirectory;
import dev.cordon.kernel.digest.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OperationExportTest extends DatabaseTest {

  @Autowired private OperationExport export;
  @Autowired private DataDirectory directory;
  private SignedIn officerForData;
  private InventedCase.Person person;

  @BeforeEach
  void personWithRecords() {
    officerForData = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
    person =
        get(
            analyst,
            () -> {
              InventedCase invented = new InventedCase(jdbc, operation, analyst);
              return invented.person(
                  invented.run(), invented.source(), "S-0001", "SE", "Canary Name", "card 1");
            });
  }

  @Test
  void everyTableOfTheOperation_isThereWithDigestAndCounts() throws IOException {
    Path folder = exported(coordinator, officerForData);

    JsonNode manifest = manifest(folder);
    Map<String, JsonNode> files = new HashMap<>();
    manifest.get("files").forEach(file -> files.put(file.get("table").asString(), file));
    assertThat(files.keySet())
        .containsAll(
            jdbc.sql(
                    """
                    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                    where c.relnamespace = 'cordon'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'operation_id'
                    """)
                .query(String.class)
                .list());
    assertThat(files.get("proposal_record").get("rows").asLong()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("proposal_record.jsonl"))).contains("Canary Name");
    for (JsonNode file : files.values()) {
      if (file.has("file")) {
        assertThat(Sha256.hex(Files.readAllBytes(folder.resolve(file.get("file").asString()))))
            .isEqualTo(file.get("sha256").asString());
      }
    }
    assertThat(Files.readString(folder.resolve("member.jsonl"))).doesNotContain("password_hash");
    assertThat(manifest.get("read_as").asString()).isEqualTo(coordinator.member().toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    try (Stream<Path> list = Files.list(folder)) {
      assertThat(list)
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
  }

  @Test
  void everyTableOfAnOperation_canBeCounted() {
    List<String> uncounted =
        jdbc.sql(
                """
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'cordon'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'operation_id'
                  and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'counted')
                """)
            .query(String.class)
            .list();

    assertThat(uncounted)
        .as("call cordon.counted('table') in the migration that creates it")
        .isEmpty();
  }

  @Test
  void rowsTheCoordinatorMayNotSee_areCountedAndNotWritten() throws IOException {
    as(
        officerForData,
        () ->
            jdbc.sql(
                    "insert into cordon.oversight_setting (operation_id, rule, name, value, reason, set_by) values (?, 'x', 'y', 1, 'Hidden words', ?)")
                .params(operation.value(), officerForData.member().value())
                .update());

    Path folder = exported(officerForData, coordinator);

    JsonNode settings =
        manifest(folder)
            .get("files")
            .valueStream()
            .filter(file -> file.get("table").asString().equals("oversight_setting"))
            .findFirst()
            .orElseThrow();
    assertThat(settings.get("rows").asLong()).isZero();
    assertThat(settings.get("rows_not_permitted").asLong()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("oversight_setting.jsonl"))).isEmpty();
  }

  @Test
  void sameTables_giveTheSameBytes() throws IOException {
    Path first = exported(coordinator, officerForData);
    Path second = exported(officerForData, coordinator);

    for (String table : List.of("proposal_record", "subject", "source", "operation")) {
      assertThat(Files.readAllBytes(second.resolve(table + ".jsonl")))
          .isEqualTo(Files.readAllBytes(first.resolve(table + ".jsonl")));
    }
  }

  @Test
  void otherOperations_areNotInIt() throws IOException {
    var elsewhere = newOperation(lead);
    grant(coordinator, elsewhere, Role.COORDINATOR);
    grant(analyst, elsewhere, Role.ANALYST);
    as(
        analyst,
        () -> {
          InventedCase invented = new InventedCase(jdbc, elsewhere, analyst);
          invented.person(
              invented.run(), invented.source(), "S-0009", "SE", "Other Canary", "card 9");
        });

    Path folder = exported(coordinator, officerForData);

    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : list.toList()) {
        assertThat(Files.readString(file)).doesNotContain("Other Canary", elsewhere.toString());
      }
    }
  }

  @Test
  void onePerson_orTwoWithoutCoordinator_exportNothing() throws IOException {
    SignedIn second = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
    long before = folders();

    assertThatThrownBy(() -> exported(coordinator, coordinator))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> exported(officerForData, second)).isInstanceOf(RefusedException.class);

    assertThat(folders()).isEqualTo(before);
  }

  @Test
  void askingAndApproving_areForCoordinatorsAndTheOfficer() {
    for (SignedIn one : List.of(analyst, officer, outsider, administrator)) {
      assertThatThrownBy(() -> as(one, () -> export.requireAsker(operation)))
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> as(one, () -> export.requireApprover(operation)))
          .isInstanceOf(NotPermittedException.class);
    }
    as(coordinator, () -> export.requireAsker(operation));
    as(officerForData, () -> export.requireApprover(operation));
  }

  @Test
  void failedApproval_leavesNoFolder() throws IOException {
    long before = folders();

    assertThatThrownBy(() ->
            as(
                officerForData,
                () -> {
                  export.perform(
                      operation, OperationExport.TARGET, approval(coordinator, officerForData));
                  throw new IllegalStateException("something later fails");
                }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(folders()).isEqualTo(before);
  }

  @Test
  void folderLeftUnnamedByAKill_isNamedWhenAskedFor() throws IOException {
    Path folder = exported(coordinator, officerForData);
    Files.move(folder, folder.resolveSibling(folder.getFileName() + ".new"));

    assertThat(export.folder(UUID.fromString(folder.getFileName().toString()))).exists();
  }

  @Test
  void hundredThousandRecords_areAllWritten() throws IOException {
    as(
        analyst,
        () ->
            jdbc.sql(
                    """
                    insert into cordon.proposal_record (proposal_id, operation_id, place, kind, label, value, source_id, source_table, source_row)
                    select proposal_id, operation_id, 1000 + n, kind, label, repeat('x', 100), source_id, source_table, n
                    from cordon.proposal_record, generate_series(1, 100000) n where proposal_id = ? and place = 0
                    """)
                .params(person.proposal())
                .update());

    Path folder = exported(coordinator, officerForData);

    Path file = folder.resolve("proposal_record.jsonl");
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      assertThat(lines.lines().count()).isEqualTo(100_002);
    }
    Files.delete(file);
  }

  private Path exported(SignedIn asker, SignedIn approver) {
    Approval approval = approval(asker, approver);
    as(approver, () -> export.perform(operation, OperationExport.TARGET, approval));
    return export.folder(approval.id().value());
  }

  private Approval approval(SignedIn asker, SignedIn approver) {
    return new Approval(
        ApprovalId.random(),
        operation,
        ActKind.OPERATION_EXPORT,
        asker.member(),
        "moving to another server",
        approver.member(),
        "checked with the authority");
  }

  private JsonNode manifest(Path folder) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("manifest.json")));
  }

  private long folders() throws IOException {
    try (Stream<Path> list = Files.list(directory.exports())) {
      return list.count();
    }
  }
}
