package dev.cordon.oversight;

import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.MemberId;
import dev.cordon.access.OperationId;
import dev.cordon.access.Operations;
import dev.cordon.access.Right;
import dev.cordon.approval.ActKind;
import dev.cordon.approval.Approval;
import dev.cordon.approval.ApprovedAct;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.EntryId;
import dev.cordon.ledger.Ledger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/*
 * Whose eyes. The rows are read under row-level security as the coordinator among the two persons, the one who asked
 * before the one who approved: never more than that coordinator may see, and nothing a data-protection officer may not,
 * since the files stay on the server, in a folder only its owner opens. What the coordinator may not see is counted
 * in the manifest, table by table. Two persons without a coordinator export nothing.
 *
 * Whole or nothing. Everything is read at one moment (a transaction of its own, repeatable read) into a folder
 * named *.new; the manifest comes last; the folder gets its name when the approval commits, and is removed when it does
 * not. A kill in between leaves a *.new folder, which the next look at the exports names, if its manifest is the one
 * written down, or the next export removes.
 */
/** All tables of an operation as files, asked for by one person and approved by another. */
@Component
public class OperationExport implements ApprovedAct {

  /** The only thing this act can be about: all of the operation. */
  public static final String TARGET = "all";

  private static final String COORDINATES =
      """
      select exists (select from cordon.membership where operation_id = :operation and member_id = :member
        and role = 'coordinator' and now() >= starts_at and now() < ends_at)
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final Operations operations;
  private final Ledger ledger;
  private final Exports exports;
  private final TableFiles tables;
  private final ExportFolders folders;
  private final TransactionTemplate oneMoment;
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  OperationExport(
      JdbcClient jdbc,
      Access access,
      Operations operations,
      Ledger ledger,
      Exports exports,
      TableFiles tables,
      DataDirectory directory,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.access = access;
    this.operations = operations;
    this.ledger = ledger;
    this.exports = exports;
    this.tables = tables;
    this.folders = new ExportFolders(directory.exports());
    this.oneMoment = new TransactionTemplate(transactionManager);
    oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    oneMoment.setReadOnly(true);
  }

  @Override
  public ActKind kind() {
    return ActKind.OPERATION_EXPORT;
  }

  @Override
  public void requireAsker(OperationId operation) {
    access.require(operation, Area.DATA_PROTECTION, Right.EXPORT);
  }

  @Override
  public void requireApprover(OperationId operation) {
    access.require(operation, Area.DATA_PROTECTION, Right.EXPORT);
  }

  @Override
  @Transactional(readOnly = true)
  public String describe(OperationId operation, String target) {
    requireAll(target);
    return "All tables of the operation "
        + operations.get(operation).name()
        + " are written as files into the server's data directory, as far as the coordinator among the"
        + " two of you may see them; sealed values stay sealed.";
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void perform(OperationId operation, String target, Approval approval) {
    requireAll(target);
    if (approval.askedBy().equals(approval.approvedBy())) {
      throw new RefusedException("An export needs two persons; nothing was written.");
    }
    MemberId reader = coordinator(operation, approval);
    EntryId entry =
        ledger.append(
            Entry.of(operation, Act.DISCLOSURE, "operation-export", approval.askReason())
                .touching(operation, approval.id()));
    Path draft = folders.draft(approval.id().value());
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("cordon_export", 1);
    manifest.put("kind", "operation");
    manifest.put("operation", operation.toString());
    manifest.put("approval", approval.id().toString());
    manifest.put("asked_by", approval.askedBy().toString());
    manifest.put("approved_by", approval.approvedBy().toString());
    manifest.put("read_as", reader.toString());
    manifest.put("files", read(operation, reader, draft));
    manifest.put(
        "not_included",
        "sealed sources and records stay in the vault; their digests are in source.jsonl");
    manifest.put("ledger", exports.ledger(entry));
    String text = json.writeValueAsString(manifest);
    ExportFolders.finish(draft, text);
    exports.keep(operation, "operation", approval.askReason(), text);
    TransactionSynchronizationManager.registerSynchronization(new ExportFolders.Naming(draft));
  }

  /** The folder of an export that was approved; named now if a kill left it unnamed. */
  public Path folder(UUID approval) {
    return folders.named(approval);
  }

  private List<Map<String, Object>> read(OperationId operation, MemberId reader, Path draft) {
    try {
      return java.util.Objects.requireNonNull(
          oneMoment.execute(status -> {
            Map<String, Long> held = tables.held(operation);
            jdbc.sql(DataProtectionSql.NAME_MEMBER)
                .param("member", reader.toString())
                .query(String.class)
                .single();
            return tables.write(operation, draft, held);
          }));
    } catch (RuntimeException failed) {
      ExportFolders.remove(draft);
      throw failed;
    }
  }

  private MemberId coordinator(OperationId operation, Approval approval) {
    return Stream.of(approval.askedBy(), approval.approvedBy())
        .filter(member ->
            jdbc.sql(COORDINATES)
                .param("operation", operation.value())
                .param("member", member.value())
                .query(Boolean.class)
                .single())
        .findFirst()
        .orElseThrow(() ->
            new RefusedException(
                "One of the two persons must be a coordinator of the operation: the files are read with"
                    + " a coordinator's rights. Nothing was written."));
  }

  private static void requireAll(String target) {
    if (!target.equals(TARGET)) {
      throw new RefusedException("Only all of an operation can be exported.");
    }
  }
}
