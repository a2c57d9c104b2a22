package dev.cordon.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures as they leave: every form of it carries what they count, as of when, and what they may be
 * used for.
 *
 * @param name of the file, without its ending
 * @param title what a reader sees
 * @param asOf the moment they count
 * @param handlingCode what they may be used for
 * @param notes what else has to be said: an embargo, a correction, what is withheld
 * @param rowsAre what a row is: country, day, figure
 * @param columns what is counted
 * @param rows the numbers
 */
public record Sheet(
    String name,
    String title,
    Instant asOf,
    String handlingCode,
    List<String> notes,
    String rowsAre,
    List<Column> columns,
    List<Row> rows) {

  /** What a column counts. */
  public record Column(String name, int version, String title, String definition, String unit) {}

  /** A row; a null number is withheld or not there, and its word says which. */
  public record Row(String label, List<@Nullable Double> numbers, String otherwise) {}

  /** Copies the lists. */
  public Sheet {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A press table. */
  public static Sheet of(PressTable table) {
    List<String> notes = new ArrayList<>();
    if (table.isEmbargoed()) {
      notes.add("EMBARGO: not to be told before " + table.embargoUntil() + ".");
    }
    if (table.corrects() != null) {
      notes.add("Corrects the table " + table.corrects() + ".");
    }
    if (table.correctedBy() != null) {
      notes.add("CORRECTED by the table " + table.correctedBy() + ".");
    }
    if (table.least() > 1) {
      notes.add(
          "Withheld: numbers from 1 to "
              + (table.least() - 1)
              + ", and others by which they could be worked out.");
    }
    notes.add("SHA-256 of the frozen table: " + table.contentSha256() + ".");
    return new Sheet(
        "press-table-" + table.id(),
        table.title(),
        table.asOf(),
        table.handlingCode(),
        notes,
        "country",
        table.columns().stream()
            .map(one ->
                new Column(
                    one.name(),
                    one.version(),
                    one.title(),
                    defined(one.sentence(), one.exclusions()),
                    one.unit()))
            .toList(),
        table.rows().stream()
            .map(row -> new Row(label(row.country()), cells(row), "withheld"))
            .toList());
  }

  /** One figure by country. */
  public static Sheet of(Figures figures, Figure figure) {
    List<Row> rows = new ArrayList<>();
    figures
        .byCountry()
        .forEach((country, values) -> {
          Long value = values.get(figure.name());
          if (value != null) {
            rows.add(new Row(country, numbers(List.of(value)), "none"));
          }
        });
    rows.add(new Row("all", numbers(List.of(figure.value())), "none"));
    return new Sheet(
        "figure-" + figure.name(),
        figure.title(),
        figures.asOf(),
        figure.handlingCode(),
        partly(figures),
        "country",
        List.of(column(figure)),
        rows);
  }

  /** All figures, one a row. */
  public static Sheet of(Figures figures) {
    return new Sheet(
        "figures",
        "Figures",
        figures.asOf(),
        "H1",
        partly(figures),
        "figure",
        figures.figures().stream().map(Sheet::column).toList(),
        List.of(
            new Row(
                "all", numbers(figures.figures().stream().map(Figure::value).toList()), "none")));
  }

  /** A composed figure. */
  public static Sheet of(OwnFigure own, OwnValue value) {
    List<Row> rows = new ArrayList<>();
    List<OwnValue.Row> all = new ArrayList<>(value.rows());
    all.add(value.total());
    for (OwnValue.Row row : all) {
      List<@Nullable Double> numbers = new ArrayList<>();
      numbers.add(row.value());
      rows.add(new Row(row.label(), numbers, "nothing to divide by"));
    }
    Composition composition = own.composition();
    return new Sheet(
        "own-figure-" + own.id(),
        composition.name(),
        value.asOf(),
        composition.handlingCode(),
        own.mayBePublished()
            ? List.of()
            : List.of("Nobody but its composer has looked at this figure."),
        "group",
        List.of(
            new Column(
                composition.name(),
                own.version(),
                composition.name(),
                composition.words() + " Counted: " + value.sentence(),
                value.unit())),
        rows);
  }

  private static List<String> partly(Figures figures) {
    return figures.scope().equals("agency")
        ? List.of("Counts what one agency holds, not the whole operation.")
        : List.of();
  }

  private static Column column(Figure figure) {
    return new Column(
        figure.name(),
        figure.version(),
        figure.title(),
        defined(figure.definition(), figure.exclusions()),
        figure.unit());
  }

  private static String defined(String sentence, String exclusions) {
    return exclusions.isBlank() ? sentence : sentence + " Left out: " + exclusions;
  }

  private static String label(String country) {
    return country.isEmpty() ? "all" : country.equals("-") ? "no country" : country;
  }

  private static List<@Nullable Double> cells(PressTable.Row row) {
    List<@Nullable Double> numbers = new ArrayList<>();
    row.cells()
        .forEach(cell -> {
          Long value = cell.value();
          numbers.add(value == null ? null : value.doubleValue());
        });
    return numbers;
  }

  private static List<@Nullable Double> numbers(List<Long> values) {
    List<@Nullable Double> numbers = new ArrayList<>();
    values.forEach(value -> numbers.add(value.doubleValue()));
    return numbers;
  }
}
