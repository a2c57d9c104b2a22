package dev.cordon.figures;

import dev.cordon.SafeCsv;
import dev.cordon.web.Pdf;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Figures as files: CSV, JSON and PDF. What they count stands in each of them. */
public final class SheetFiles {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SheetFiles() {}

  /** CSV: first what the numbers are, a line each, then the table. */
  public static byte[] csv(Sheet sheet) {
    StringWriter text = new StringWriter();
    SafeCsv csv = new SafeCsv(text);
    csv.line(List.of("title", sheet.title()));
    csv.line(List.of("as of", sheet.asOf().toString()));
    csv.line(List.of("handling code", sheet.handlingCode()));
    sheet.notes().forEach(note -> csv.line(List.of("note", note)));
    for (Sheet.Column column : sheet.columns()) {
      csv.line(
          List.of(
              "definition",
              column.title(),
              column.name() + " version " + column.version(),
              column.definition(),
              "one " + column.unit()));
    }
    csv.line(List.of());
    List<String> head = new ArrayList<>(List.of(sheet.rowsAre()));
    sheet.columns().forEach(column -> head.add(column.title()));
    csv.line(head);
    for (Sheet.Row row : sheet.rows()) {
      List<Object> cells = new ArrayList<>(List.of(row.label()));
      row.numbers().forEach(number -> cells.add(written(row, number)));
      csv.line(cells);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** JSON with the same content. */
  public static byte[] json(Sheet sheet) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("title", sheet.title());
    content.put("as_of", sheet.asOf().toString());
    content.put("handling_code", sheet.handlingCode());
    content.put("notes", sheet.notes());
    content.put("definitions", sheet.columns());
    content.put("rows_are", sheet.rowsAre());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Sheet.Row row : sheet.rows()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("label", row.label());
      one.put("numbers", row.numbers().stream().map(number -> written(row, number)).toList());
      rows.add(one);
    }
    content.put("rows", rows);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
  }

  /** PDF with the same content. */
  public static byte[] pdf(Sheet sheet) {
    StringBuilder text = new StringBuilder(head(sheet));
    text.append("<table><tr><th>").append(escaped(sheet.rowsAre())).append("</th>");
    sheet
        .columns()
        .forEach(column ->
            text.append("<th class=\"n\">").append(escaped(column.title())).append("</th>"));
    text.append("</tr>");
    for (Sheet.Row row : sheet.rows()) {
      text.append("<tr><td>").append(escaped(row.label())).append("</td>");
      row.numbers()
          .forEach(number ->
              text.append("<td class=\"n\">")
                  .append(escaped(written(row, number).toString()))
                  .append("</td>"));
      text.append("</tr>");
    }
    text.append("</table><h2>What is counted</h2><dl>");
    for (Sheet.Column column : sheet.columns()) {
      text.append("<dt>")
          .append(
              escaped(
                  column.title() + " (" + column.name() + ", version " + column.version() + ")"))
          .append("</dt><dd>")
          .append(escaped(column.definition()))
          .append("</dd>");
    }
    return Pdf.of(text.append("</dl></body></html>").toString());
  }

  private static String head(Sheet sheet) {
    StringBuilder text =
        new StringBuilder(
            """
            <html xmlns="http://www.w3.org/1999/xhtml"><head><style>
            @page { size: A4; margin: 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-family: Face; font-size: 8pt } }
            body { font-family: Face; font-size: 9.5pt; line-height: 1.35 }
            h1 { font-size: 16pt; margin: 0 0 2mm } h2 { font-size: 11pt; margin: 6mm 0 2mm }
            table { border-collapse: collapse; width: 100%; margin-top: 4mm; -fs-table-paginate: paginate }
            th, td { border-bottom: 0.3pt solid #888; padding: 1mm 1.5mm; text-align: left; vertical-align: bottom }
            .n { text-align: right } dt { font-weight: bold; margin-top: 2mm } dd { margin: 0 }
            p { margin: 0.5mm 0 }
            </style></head><body>\
            """);
    text.append("<h1>").append(escaped(sheet.title())).append("</h1><p>As of ");
    text.append(escaped(sheet.asOf().toString())).append(". Handling code ");
    text.append(escaped(sheet.handlingCode())).append(".</p>");
    sheet.notes().forEach(note -> text.append("<p><b>").append(escaped(note)).append("</b></p>"));
    return text.toString();
  }

  static Object written(Sheet.Row row, @Nullable Double number) {
    if (number == null) {
      return row.otherwise();
    }
    double value = number;
    return value == Math.rint(value) ? (Object) (long) value : (Object) number;
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
