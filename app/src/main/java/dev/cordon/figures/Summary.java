package dev.cordon.figures;

import dev.cordon.web.Pdf;
import java.text.NumberFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A summary of the operation, or of one country, as PDF in one language. */
final class Summary {

  private static final List<String> BY_COUNTRY =
      List.of(
          "suspects_identified",
          "packages_sent",
          "subjects_acted_on",
          "searches",
          "arrests",
          "items_seized");

  private final String operation;
  private final String code;
  private final SummaryTexts texts;
  private final Locale locale;
  private final StringBuilder text = new StringBuilder();

  private Summary(String operation, String code, SummaryTexts.Language language) {
    this.operation = operation;
    this.code = code;
    this.texts = SummaryTexts.of(language);
    this.locale = language.locale();
  }

  /**
   * The PDF.
   *
   * @param operation its name
   * @param code its handling code
   * @param country only of this one; null for the whole operation
   */
  static byte[] pdf(
      String operation,
      String code,
      Figures figures,
      SummaryTexts.Language language,
      @Nullable String country) {
    return new Summary(operation, code, language).written(figures, country);
  }

  private byte[] written(Figures figures, @Nullable String country) {
    head(figures, country);
    table(figures, country);
    if (country == null) {
      countries(figures);
    }
    counted();
    return Pdf.of(text.append("</body></html>").toString());
  }

  private void head(Figures figures, @Nullable String country) {
    String title =
        country == null
            ? texts.word("operation")
            : texts.word("country") + " " + Locale.of("", country).getDisplayCountry(locale);
    text.append(
        """
        <html xmlns="http://www.w3.org/1999/xhtml"><head><style>
        @page { size: A4; margin: 20mm; @bottom-right { content: counter(page) " / " counter(pages); font-family: Face; font-size: 8pt } }
        body { font-family: Face; font-size: 10pt; line-height: 1.4 } h1 { font-size: 18pt; margin: 0 }
        h2 { font-size: 12pt; margin: 7mm 0 2mm } table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate }
        th, td { border-bottom: 0.3pt solid #999; padding: 1.2mm 1.5mm; text-align: left } .n { text-align: right }
        p { margin: 1mm 0 } dt { font-weight: bold; margin-top: 2mm } dd { margin: 0 }
        </style></head><body>\
        """);
    String moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .format(figures.asOf().atOffset(ZoneOffset.UTC));
    text.append("<p>").append(SheetFiles.escaped(operation)).append("</p><h1>");
    text.append(SheetFiles.escaped(title)).append("</h1><p>");
    text.append(SheetFiles.escaped(texts.word("as_of") + " " + moment + " UTC. "));
    text.append(SheetFiles.escaped(texts.word("handling") + " " + code + ". "));
    text.append("<b>").append(SheetFiles.escaped(texts.word("internal"))).append("</b></p>");
  }

  private void table(Figures figures, @Nullable String country) {
    text.append("<h2>")
        .append(SheetFiles.escaped(texts.word("funnel")))
        .append("</h2><table><tr><th>");
    text.append(SheetFiles.escaped(texts.word("figure"))).append("</th><th class=\"n\">");
    text.append(SheetFiles.escaped(texts.word("value"))).append("</th></tr>");
    for (SummaryTexts.Text one : texts.figures()) {
      text.append("<tr><td>")
          .append(SheetFiles.escaped(one.title()))
          .append("</td><td class=\"n\">");
      text.append(SheetFiles.escaped(value(figures, one.name(), country))).append("</td></tr>");
    }
    text.append("</table>");
  }

  private String value(Figures figures, String name, @Nullable String country) {
    if (country != null) {
      return number(figures.byCountry().getOrDefault(country, Map.of()).getOrDefault(name, 0L));
    }
    Optional<Figure> figure = figures.figure(name);
    return figure
        .filter(Figure::defined)
        .map(one -> number(one.value()))
        .orElse(texts.word("no_value"));
  }

  private void countries(Figures figures) {
    Map<String, SummaryTexts.Text> titles = texts.byName();
    text.append("<h2>")
        .append(SheetFiles.escaped(texts.word("by_country")))
        .append("</h2><table><tr><th>");
    text.append(SheetFiles.escaped(texts.word("land"))).append("</th>");
    BY_COUNTRY.stream()
        .flatMap(name -> Optional.ofNullable(titles.get(name)).stream())
        .forEach(one ->
            text.append("<th class=\"n\">")
                .append(SheetFiles.escaped(one.title()))
                .append("</th>"));
    text.append("</tr>");
    figures
        .byCountry()
        .forEach((country, values) -> {
          text.append("<tr><td>")
              .append(SheetFiles.escaped(Locale.of("", country).getDisplayCountry(locale)))
              .append("</td>");
          BY_COUNTRY.forEach(name ->
              text.append("<td class=\"n\">")
                  .append(SheetFiles.escaped(number(values.getOrDefault(name, 0L))))
                  .append("</td>"));
          text.append("</tr>");
        });
    text.append("</table>");
  }

  private void counted() {
    text.append("<h2>").append(SheetFiles.escaped(texts.word("counted"))).append("</h2><dl>");
    for (SummaryTexts.Text one : texts.figures()) {
      text.append("<dt>")
          .append(SheetFiles.escaped(one.title() + " (" + one.name() + " v" + one.version() + ")"))
          .append("</dt><dd>")
          .append(SheetFiles.escaped(one.sentence()))
          .append("</dd>");
    }
    text.append("</dl>");
  }

  private String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }
}
