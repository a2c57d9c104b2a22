package dev.cordon.dispatch.content;

import dev.cordon.dispatch.content.PackageContent.About;
import dev.cordon.dispatch.content.PackageContent.Assessment;
import dev.cordon.dispatch.content.PackageContent.Fact;
import dev.cordon.dispatch.content.PackageContent.Law;
import dev.cordon.dispatch.content.PackageContent.Subject;
import dev.cordon.exchange.PackageTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** A package's tables. {@code PackageContents} reads the first two again. */
final class ContentTables {

  private ContentTables() {}

  static byte[] subjects(PackageContent content) {
    PackageTable.Builder table =
        new PackageTable.Builder("number", "category", "attribution_reason", "jurisdiction");
    for (Subject subject : content.subjects()) {
      table.add(
          subject.number(),
          subject.category(),
          subject.attributionReason(),
          content.about().country());
    }
    return table.bytes();
  }

  static byte[] records(PackageContent content) {
    PackageTable.Builder table =
        new PackageTable.Builder(
            "number",
            "kind",
            "label",
            "value",
            "at",
            "source_name",
            "source_table",
            "source_row",
            "concerns");
    for (Subject subject : content.subjects()) {
      for (Fact fact : subject.facts()) {
        table.add(
            subject.number(),
            fact.kind(),
            fact.label(),
            fact.value(),
            fact.at(),
            fact.sourceName(),
            fact.sourceTable(),
            fact.sourceRow(),
            fact.concerns().text());
      }
    }
    return table.bytes();
  }

  static byte[] assessments(PackageContent content) {
    PackageTable.Builder table = new PackageTable.Builder("number", "kind", "label", "words");
    for (Subject subject : content.subjects()) {
      table.add(subject.number(), "attribution", "decided", subject.attributionReason());
      for (Assessment assessment : subject.assessments()) {
        table.add(subject.number(), assessment.kind(), assessment.label(), assessment.words());
      }
    }
    return table.bytes();
  }

  static byte[] sourceRows(PackageContent content) {
    record Row(String source, String sha256, String table, long row) {}
    List<Row> rows = new ArrayList<>();
    content.subjects().stream()
        .flatMap(subject -> subject.facts().stream())
        .map(fact ->
            new Row(
                fact.sourceName(),
                Objects.requireNonNullElse(fact.sourceSha256(), ""),
                fact.sourceTable(),
                fact.sourceRow()))
        .distinct()
        .sorted(
            java.util.Comparator.comparing(Row::source)
                .thenComparing(Row::sha256)
                .thenComparing(Row::table)
                .thenComparing(Row::row))
        .forEach(rows::add);
    PackageTable.Builder table =
        new PackageTable.Builder("source_name", "source_sha256", "source_table", "source_row");
    rows.forEach(row -> table.add(row.source(), row.sha256(), row.table(), row.row()));
    return table.bytes();
  }

  static byte[] about(PackageContent content) {
    About about = content.about();
    return new PackageTable.Builder("what", "value")
        .add("number", about.number())
        .add("version", about.version())
        .add("operation", about.operation())
        .add("operation_name", about.operationName())
        .add("authority", about.authority())
        .add("purpose", about.purpose())
        .add("sender", about.senderName())
        .add("recipient", about.recipientName())
        .add("country", about.country())
        .add("handling_code", about.handlingCode())
        .add("handling_note", about.handlingNote())
        .add("grading_scheme", about.gradingScheme())
        .add("grading", about.grading())
        .add("legal_basis", about.legalBasis())
        .add("transfer_basis", about.transfer())
        .add("contact", about.contact())
        .add("expires_on", about.expiresOn())
        .add("profile", about.profile())
        .add("languages", String.join(" ", new TreeSet<>(about.languages())))
        .bytes();
  }

  static byte[] law(PackageContent content) {
    Law law = content.law();
    PackageTable.Builder table =
        new PackageTable.Builder("what", "value")
            .add("country", content.about().country())
            .add("conduct", law.conduct())
            .add("on", law.on())
            .add("coverage", law.coverage())
            .add("reason", law.reason());
    law.questions().forEach(question -> table.add("question", question));
    if (law.catalogue() != null) {
      table.add("law_catalogue", law.catalogue());
    }
    if (law.gapReason() != null) {
      table.add("sent_all_the_same_because", law.gapReason());
    }
    return table.bytes();
  }

  static byte[] omissions(PackageContent content) {
    PackageTable.Builder table = new PackageTable.Builder("number", "field", "count", "reason");
    content
        .omissions()
        .forEach(left -> table.add(left.subject(), left.field(), left.count(), left.reason()));
    return table.bytes();
  }

  static byte[] changes(PackageContent content) {
    PackageTable.Builder table = new PackageTable.Builder("what", "number", "detail");
    content
        .changes()
        .forEach(change -> table.add(change.what(), change.subject(), change.detail()));
    return table.bytes();
  }
}
