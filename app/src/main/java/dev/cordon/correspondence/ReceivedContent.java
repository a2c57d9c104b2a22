package dev.cordon.correspondence;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.correspondents.PeerKey;
import dev.cordon.exchange.PackageContents;
import dev.cordon.exchange.PackageManifest;
import dev.cordon.exchange.PackageTerms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a package that passed every check to its tables; the caller's transaction holds all of it.
 */
@Component
class ReceivedContent {

  private static final int BATCH = 500;
  private static final String LAW = "data/law.csv";

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final CurrentMember currentMember;

  ReceivedContent(JdbcClient jdbc, JdbcOperations batches, CurrentMember currentMember) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.currentMember = currentMember;
  }

  /**
   * A package as it came.
   *
   * @param files of the opened bag, by path
   * @param sealed the file as it came
   * @param digest of the manifest, SHA-256
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Came(
      PeerKey signer,
      PackageManifest manifest,
      Map<String, byte[]> files,
      byte[] sealed,
      String digest,
      Way way,
      Instant at) {

    String text(String path) {
      return new String(Objects.requireNonNull(files.get(path), path), StandardCharsets.UTF_8);
    }
  }

  /** Stores it and gives its id here. */
  UUID add(OperationId operation, Own.Agency agency, Came came, PackageContents content) {
    UUID id = UUID.randomUUID();
    addPackage(operation, agency, came, id);
    addSubjects(operation, agency, came.manifest(), id, content);
    jdbc.sql(ReceivedSql.ADD_FILE)
        .param("received", id)
        .param("operation", operation.value())
        .param("agency", agency.id().value())
        .param("code", came.manifest().handlingCode())
        .param("sealed", came.sealed())
        .update();
    return id;
  }

  private void addPackage(OperationId operation, Own.Agency agency, Came came, UUID id) {
    PackageManifest manifest = came.manifest();
    PackageTerms terms = manifest.requiredTerms();
    int added =
        jdbc.sql(ReceivedSql.ADD)
            .param("id", id)
            .param("operation", operation.value())
            .param("agency", agency.id().value())
            .param("peer", came.signer().peer().value())
            .param("key", came.signer().id())
            .param("peerOperation", UUID.fromString(manifest.operation()))
            .param("number", manifest.number())
            .param("version", manifest.version())
            .param("sender", terms.senderName())
            .param("operationName", terms.operationName())
            .param("country", terms.country())
            .param("code", manifest.handlingCode())
            .param("urgent", manifest.number().startsWith("U-"))
            .param("releasedAt", Columns.parameter(manifest.releasedAt()))
            .param("expiresOn", terms.expiresOn())
            .param("law", came.files().containsKey(LAW) ? came.text(LAW) : "")
            .param("manifest", came.text("manifest.json"))
            .param("sha256", came.digest())
            .param("note", came.text("manifest.note"))
            .param("way", came.way().text())
            .param("member", currentMember.member().value())
            .param("takenAt", Columns.parameter(came.at()))
            .update();
    if (added == 0) {
      throw ArrivalRefusedException.notYet(
          "version", "the same package is being taken in at this moment; look at the list");
    }
  }

  private void addSubjects(
      OperationId operation,
      Own.Agency agency,
      PackageManifest manifest,
      UUID id,
      PackageContents content) {
    Map<String, UUID> places = new HashMap<>();
    content.subjects().forEach(subject -> places.put(subject.number(), UUID.randomUUID()));
    batches.batchUpdate(
        ReceivedSql.ADD_SUBJECT,
        content.subjects(),
        BATCH,
        (statement, subject) -> {
          statement.setObject(1, places.get(subject.number()));
          statement.setObject(2, id);
          statement.setObject(3, operation.value());
          statement.setObject(4, agency.id().value());
          statement.setString(5, manifest.handlingCode());
          statement.setString(6, subject.number());
          statement.setString(7, subject.category());
          statement.setString(8, subject.attributionReason());
        });
    batches.batchUpdate(
        ReceivedSql.ADD_RECORD,
        content.rows(),
        BATCH,
        (statement, row) -> {
          statement.setObject(1, id);
          statement.setObject(2, places.get(row.number()));
          statement.setObject(3, operation.value());
          statement.setObject(4, agency.id().value());
          statement.setString(5, manifest.handlingCode());
          statement.setString(6, row.kind());
          statement.setString(7, row.label());
          statement.setString(8, row.value());
          Instant at = row.at();
          statement.setObject(9, at == null ? null : Columns.parameter(at));
          statement.setString(10, row.concerns());
          statement.setString(11, row.sourceName());
          statement.setString(12, row.sourceTable());
          statement.setLong(13, row.sourceRow());
        });
  }
}
