package dev.cordon.dispatch.content;

import dev.cordon.dispatch.content.PackageContent.About;
import dev.cordon.dispatch.content.PackageContent.Assessment;
import dev.cordon.dispatch.content.PackageContent.Concern;
import dev.cordon.dispatch.content.PackageContent.Fact;
import dev.cordon.dispatch.content.PackageContent.Law;
import dev.cordon.dispatch.content.PackageContent.Subject;
import dev.cordon.web.Pdf;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A package as a PDF for people, in one language. */
final class Report {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** A word longer than this gets places where it may break. */
  private static final int LONGEST_WORD = 24;

  private static final String STYLE =
      """
      body { font-family: Face; font-size: 8.6pt; line-height: 1.35; color: #111; margin: 0; }
      h1 { font-size: 17pt; font-weight: 400; margin: 0 0 1mm 0; }
      h2 { font-size: 12.5pt; font-weight: 400; margin: 6mm 0 1.5mm 0; border-bottom: 0.6pt solid #111; padding-bottom: 1mm; page-break-after: avoid; }
      h3 { font-size: 9.6pt; font-weight: 400; margin: 4mm 0 1mm 0; color: #333; page-break-after: avoid; }
      p, li { margin: 0 0 1.5mm 0; }
      ul { margin: 0; padding-left: 4mm; }
      .soft { color: #555; }
      .code { border: 1pt solid #111; padding: 1.5mm 3mm; font-weight: 700; font-size: 11pt; margin: 0 0 3mm 0; }
      table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; table-layout: fixed; }
      thead { display: table-header-group; }
      th { text-align: left; font-weight: 400; color: #555; font-size: 7.6pt; border-bottom: 0.5pt solid #111; padding: 0.8mm 1.6mm 0.8mm 0; vertical-align: bottom; }
      td { padding: 0.8mm 1.6mm 0.8mm 0; vertical-align: top; border-bottom: 0.3pt solid #bbb; word-wrap: break-word; }
      tr { page-break-inside: avoid; }
      table.pairs td { border: 0; padding: 0.4mm 2mm 0.4mm 0; }
      table.pairs td.name { width: 46mm; color: #555; }
      """;

  private final PackageContent content;
  private final ReportTexts texts;
  private final StringBuilder out = new StringBuilder();

  private Report(PackageContent content, ReportTexts texts) {
    this.content = content;
    this.texts = texts;
  }

  static byte[] of(PackageContent content, ReportTexts texts) {
    return Pdf.of(html(content, texts));
  }

  static String html(PackageContent content, ReportTexts texts) {
    Report report = new Report(content, texts);
    report.head();
    report.about();
    report.law();
    report.out.append("<h2>").append(report.word("subjects")).append("</h2>");
    report.out.append("<p class=\"soft\">").append(report.word("third_persons")).append("</p>");
    content.subjects().forEach(report::subject);
    report.leftOut();
    report.changes();
    report.out.append("</body></html>");
    return report.out.toString();
  }

  private void head() {
    About about = content.about();
    String foot =
        about.number()
            + ", "
            + texts.of("version")
            + " "
            + about.version()
            + ", "
            + about.handlingCode();
    out.append("<html lang=\"")
        .append(texts.language())
        .append("\" xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>")
        .append(plain(texts.of("title") + " " + about.number()))
        .append("</title><meta name=\"subject\" content=\"")
        .append(plain(texts.of("title")))
        .append(
            "\"/><style>@page { size: A4; margin: 17mm 15mm 18mm 15mm; @bottom-left { content: \"")
        .append(foot.replaceAll("[^A-Za-z0-9 ,.\\-]", ""))
        .append(
            "\"; font-family: Face; font-size: 7.5pt; color: #555; } @bottom-right { content: \"")
        .append(texts.of("page"))
        .append(" \" counter(page) \" ")
        .append(texts.of("of"))
        .append(" \" counter(pages); font-family: Face; font-size: 7.5pt; color: #555; } }")
        .append(STYLE)
        .append("</style></head><body><h1>")
        .append(shown(texts.of("title") + " " + about.number()))
        .append(" <span class=\"soft\">")
        .append(shown(texts.of("version") + " " + about.version()))
        .append("</span></h1>");
  }

  private void about() {
    About about = content.about();
    String note = about.handlingNote();
    out.append("<p class=\"code\">")
        .append(word("handling"))
        .append(" ")
        .append(shown(about.handlingCode() + (note == null ? "" : ": " + note)))
        .append("</p><table class=\"pairs\">");
    pair("sender", about.senderName());
    pair("recipient", about.recipientName() + " (" + about.country() + ")");
    pair("operation", about.operationName());
    pair("authority", about.authority());
    pair("purpose", about.purpose().replace('-', ' '));
    pair("legal_basis", about.legalBasis());
    pair("transfer", about.transfer());
    pair("grading", about.grading() + " (" + about.gradingScheme() + ")");
    pair("contact", about.contact());
    pair("expires", about.expiresOn() == null ? null : about.expiresOn().toString());
    pair("profile", about.profile());
    out.append("</table><p class=\"soft\">")
        .append(word("intro"))
        .append(" ")
        .append(word("faces"))
        .append("</p>");
  }

  private void law() {
    Law law = content.law();
    out.append("<h2>").append(word("law")).append("</h2><table class=\"pairs\">");
    pair("conduct", texts.of("conduct", law.conduct()));
    pair("day", law.on().toString());
    pair("law_answer", texts.of("law", law.coverage()));
    pair("reason", law.reason());
    pair("all_the_same", law.gapReason());
    out.append("</table>");
    if (!law.questions().isEmpty()) {
      out.append("<h3>").append(word("questions")).append("</h3><ul>");
      law.questions().forEach(ask -> out.append("<li>").append(shown(ask)).append("</li>"));
      out.append("</ul>");
    }
  }

  private void subject(Subject subject) {
    out.append("<h2>").append(word("subject")).append(" ").append(shown(subject.number()));
    out.append("</h2><table class=\"pairs\">");
    pair("category", texts.of("category", subject.category()));
    pair("why_country", subject.attributionReason());
    out.append("</table><h3>").append(word("facts")).append("</h3>");
    if (subject.facts().isEmpty()) {
      out.append("<p>").append(word("no_facts")).append("</p>");
    } else {
      head("28mm", "kind", null, "value", "22mm", "where", "33mm", "time", "38mm", "source_row");
      subject.facts().forEach(this::fact);
      out.append("</tbody></table>");
    }
    out.append("<h3>").append(word("assessments")).append("</h3>");
    if (subject.assessments().isEmpty()) {
      out.append("<p>").append(word("no_assessments")).append("</p>");
      return;
    }
    out.append("<ul>");
    for (Assessment assessment : subject.assessments()) {
      out.append("<li><span class=\"soft\">")
          .append(shown(texts.of("assessment", assessment.kind()) + ", " + assessment.label()))
          .append("</span> ")
          .append(shown(assessment.words()))
          .append("</li>");
    }
    out.append("</ul>");
  }

  private void fact(Fact fact) {
    boolean other = fact.concerns() == Concern.OTHER;
    row(
        texts.of("kind", fact.kind()) + (other ? " (" + texts.of("category.other") + ")" : ""),
        fact.value() + (other ? " *" : ""),
        fact.label(),
        fact.at() == null ? "" : time(fact.at()),
        fact.sourceName() + ", " + fact.sourceTable() + " " + fact.sourceRow());
  }

  private void leftOut() {
    out.append("<h2>").append(word("left_out")).append("</h2>");
    if (content.omissions().isEmpty()) {
      out.append("<p>").append(word("nothing_left_out")).append("</p>");
      return;
    }
    head("24mm", "subject", "40mm", "field", "16mm", "count", null, "reason");
    content
        .omissions()
        .forEach(left -> {
          String subject = left.subject();
          row(
              subject == null ? "" : subject,
              texts.of("kind", left.field()),
              Long.toString(left.count()),
              left.reason());
        });
    out.append("</tbody></table>");
  }

  private void changes() {
    out.append("<h2>").append(word("changes")).append("</h2>");
    if (content.about().version() == 1) {
      out.append("<p>").append(word("first_version")).append("</p>");
      return;
    }
    head("24mm", "changes", "24mm", "subject", null, "value");
    content
        .changes()
        .forEach(
            change -> row(texts.of("change", change.what()), change.subject(), change.detail()));
    out.append("</tbody></table>");
  }

  /** Widths and keys by turns; a width that is null takes what is left. */
  private void head(@Nullable String... widthsAndKeys) {
    out.append("<table><thead><tr>");
    for (int place = 0; place < widthsAndKeys.length; place += 2) {
      String width = widthsAndKeys[place];
      out.append("<th").append(width == null ? "" : " style=\"width:" + width + "\"").append(">");
      out.append(word(String.valueOf(widthsAndKeys[place + 1]))).append("</th>");
    }
    out.append("</tr></thead><tbody>");
  }

  private void row(String... cells) {
    out.append("<tr>");
    for (String cell : cells) {
      out.append("<td>").append(shown(cell)).append("</td>");
    }
    out.append("</tr>");
  }

  private void pair(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      out.append("<tr><td class=\"name\">").append(word(key)).append("</td><td>");
      out.append(shown(value)).append("</td></tr>");
    }
  }

  private static String time(Instant at) {
    return TIME.format(at.atZone(ZoneOffset.UTC));
  }

  private String word(String key) {
    return plain(texts.of(key));
  }

  /** For a reader: long words breakable. */
  private static String shown(String text) {
    StringBuilder broken = new StringBuilder();
    int run = 0;
    for (int place = 0; place < text.length(); ) {
      int point = text.codePointAt(place);
      run = Character.isWhitespace(point) ? 0 : run + 1;
      if (run > LONGEST_WORD) {
        broken.append('\u200B');
        run = 1;
      }
      broken.appendCodePoint(point);
      place += Character.charCount(point);
    }
    return plain(broken.toString());
  }

  private static String plain(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
