package dev.cordon.dispatch.content;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A package's files under {@code data/}, made from its content. */
public final class PackagePayload {

  private PackagePayload() {}

  /** All files by path. */
  public static SortedMap<String, byte[]> of(PackageContent content) {
    SortedMap<String, byte[]> files = new TreeMap<>(withoutReports(content));
    for (String language : content.about().languages()) {
      files.put("data/report-" + language + ".pdf", Report.of(content, ReportTexts.in(language)));
    }
    return files;
  }

  /** All but the reports: the same content gives the same bytes. */
  public static SortedMap<String, byte[]> withoutReports(PackageContent content) {
    return new TreeMap<>(
        Map.of(
            "data/about.csv", ContentTables.about(content),
            "data/subjects.csv", ContentTables.subjects(content),
            "data/records.csv", ContentTables.records(content),
            "data/assessments.csv", ContentTables.assessments(content),
            "data/source-rows.csv", ContentTables.sourceRows(content),
            "data/law.csv", ContentTables.law(content),
            "data/left-out.csv", ContentTables.omissions(content),
            "data/changes.csv", ContentTables.changes(content),
            "data/case.jsonld", CaseDocument.of(content),
            "data/entities.ftm.json", Entities.of(content)));
  }
}
