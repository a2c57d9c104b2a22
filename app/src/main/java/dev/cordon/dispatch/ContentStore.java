package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.access.OperationId;
import dev.cordon.dispatch.PackageParts.Parts;
import dev.cordon.dispatch.content.Comparison;
import dev.cordon.dispatch.content.PackageContent;
import dev.cordon.dispatch.content.PackageContent.About;
import dev.cordon.dispatch.content.PackageContent.Assessment;
import dev.cordon.dispatch.content.PackageContent.Change;
import dev.cordon.dispatch.content.PackageContent.Concern;
import dev.cordon.dispatch.content.PackageContent.Fact;
import dev.cordon.dispatch.content.PackageContent.Omission;
import dev.cordon.dispatch.content.PackageContent.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is in a package, written to its tables and read from them again. */
@Component
class ContentStore {

  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  ContentStore(JdbcClient jdbc, JdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  private record Record(UUID place, Fact fact) {}

  private record Statement(UUID place, String kind, String label, String words, long count) {}

  void add(PackageId id, OperationId operation, List<Parts> parts) {
    List<Object[]> subjects = new ArrayList<>();
    List<Record> records = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    for (Parts part : parts) {
      UUID place = UUID.randomUUID();
      Subject subject = part.subject();
      subjects.add(
          new Object[] {
            place,
            id.value(),
            operation.value(),
            subject.id(),
            subject.number(),
            subject.category(),
            subject.attributionReason()
          });
      subject.facts().forEach(fact -> records.add(new Record(place, fact)));
      subject
          .assessments()
          .forEach(
              one -> statements.add(new Statement(place, one.kind(), one.label(), one.words(), 1)));
      part.omissions()
          .forEach(left ->
              statements.add(
                  new Statement(place, "omission", left.field(), left.reason(), left.count())));
    }
    batches.batchUpdate(DispatchSql.ADD_SUBJECT, subjects);
    addRecords(id, operation, records);
    batches.batchUpdate(
        ContentSql.ADD_STATEMENT,
        statements,
        BATCH,
        (row, one) -> {
          row.setObject(1, id.value());
          row.setObject(2, one.place());
          row.setObject(3, operation.value());
          row.setString(4, one.kind());
          row.setString(5, one.label());
          row.setString(6, one.words());
          row.setLong(7, one.count());
        });
  }

  private void addRecords(PackageId id, OperationId operation, List<Record> records) {
    batches.batchUpdate(
        DispatchSql.ADD_RECORD,
        records,
        BATCH,
        (row, record) -> {
          Fact fact = record.fact();
          Instant at = fact.at();
          row.setObject(1, id.value());
          row.setObject(2, record.place());
          row.setObject(3, operation.value());
          row.setString(4, fact.kind());
          row.setString(5, fact.label());
          row.setString(6, fact.value());
          row.setObject(7, at == null ? null : Columns.parameter(at));
          row.setString(8, fact.sourceName());
          row.setString(9, fact.sourceSha256());
          row.setString(10, fact.sourceTable());
          row.setLong(11, fact.sourceRow());
          row.setString(12, fact.concerns().text());
        });
  }

  /** The whole content, with the differences to the version it replaces. */
  PackageContent of(IntelligencePackage one) {
    return new PackageContent(
        about(one), law(one), subjects(one.id()), omissions(one.id()), changes(one));
  }

  /** The differences to the released version it replaces; none for the first. */
  List<Change> changes(IntelligencePackage one) {
    PackageId before = one.form().supersedes();
    return before == null ? List.of() : Comparison.of(subjects(before), subjects(one.id()));
  }

  /** What was left out, and by which rule. */
  List<Omission> omissions(PackageId id) {
    return jdbc
        .sql(ContentSql.STATEMENTS)
        .param("package", id.value())
        .query((row, number) ->
            new Omission(
                row.getString("kind").equals("omission") ? row.getString("subject_number") : null,
                row.getString("label"),
                row.getLong("count"),
                row.getString("words")))
        .list()
        .stream()
        .filter(left -> left.subject() != null)
        .toList();
  }

  List<Subject> subjects(PackageId id) {
    Map<UUID, List<Fact>> facts = new HashMap<>();
    jdbc.sql(ContentSql.FACTS)
        .param("package", id.value())
        .query(row -> {
          facts
              .computeIfAbsent(Columns.uuid(row, "package_subject_id"), any -> new ArrayList<>())
              .add(fact(row));
        });
    Map<UUID, List<Assessment>> assessments = new HashMap<>();
    jdbc.sql(ContentSql.STATEMENTS)
        .param("package", id.value())
        .query(row -> {
          if (!row.getString("kind").equals("omission")) {
            assessments
                .computeIfAbsent(Columns.uuid(row, "package_subject_id"), any -> new ArrayList<>())
                .add(
                    new Assessment(
                        row.getString("kind"), row.getString("label"), row.getString("words")));
          }
        });
    return jdbc.sql(DispatchSql.ALL_SUBJECTS)
        .param("package", id.value())
        .query((row, number) -> {
          UUID place = Columns.uuid(row, "id");
          return new Subject(
              Columns.uuid(row, "subject_id"),
              row.getString("subject_number"),
              row.getString("category"),
              row.getString("attribution_reason"),
              facts.getOrDefault(place, List.of()),
              assessments.getOrDefault(place, List.of()));
        })
        .list();
  }

  private static Fact fact(ResultSet row) throws SQLException {
    return new Fact(
        row.getString("kind"),
        row.getString("label"),
        row.getString("value"),
        Columns.instantOrNull(row, "at"),
        row.getString("concerns").equals("other") ? Concern.OTHER : Concern.SUBJECT,
        row.getString("source_name"),
        row.getString("source_sha256"),
        row.getString("source_table"),
        row.getLong("source_row"));
  }

  private About about(IntelligencePackage one) {
    String words = one.clearance().transferWords();
    TransferBasis basis = one.clearance().transferBasis();
    String contact = one.form().contact();
    return jdbc.sql(ContentSql.ABOUT)
        .param("operation", one.operation().value())
        .query((row, number) ->
            new About(
                one.number(),
                one.version(),
                one.operation().value(),
                row.getString("name"),
                row.getString("authority"),
                row.getString("purpose"),
                row.getString("lead"),
                one.recipientName(),
                one.country(),
                one.handlingCode().name(),
                one.handlingNote(),
                one.grading().scheme().text(),
                one.grading().toString(),
                one.legalBasis(),
                basis == null || words == null ? null : basis.words() + ": " + words,
                contact == null ? "" : contact,
                one.form().expiresOn(),
                one.form().profile(),
                one.form().languages(),
                one.act().draftedAt()))
        .single();
  }

  private static PackageContent.Law law(IntelligencePackage one) {
    IntelligencePackage.Law law = one.law();
    return new PackageContent.Law(
        law.conduct().name(),
        law.on(),
        law.coverage().name(),
        law.reason(),
        law.questions(),
        law.gapReason(),
        law.version());
  }
}
