package dev.cordon.formats.profiles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A profile proposed for a table nobody knows, from the names of its columns and some of its
 * values: each column with what it seems to hold, how sure that is and why. A proposal, to be
 * corrected by a person. Free text is never proposed to be shown: of it only the length is taken;
 * the reasons hold no values.
 */
public record ProfileProposal(TableProfile table, List<Column> columns) {

  /** How sure a guess is. */
  public enum Confidence {
    /** Name and values agree. */
    SURE,
    /** The values leave little doubt. */
    LIKELY,
    /** The name says so, or the values might be it. */
    GUESS,
    /** Nothing is known. */
    NONE
  }

  /**
   * A column and what it seems to hold.
   *
   * @param filter how a time or an amount is to be read
   */
  public record Column(
      String name,
      ColumnMeaning meaning,
      Confidence confidence,
      @Nullable String filter,
      String reason) {}

  /** Copies the list. */
  public ProfileProposal {
    columns = List.copyOf(columns);
  }

  /**
   * Proposes a profile.
   *
   * @param name what the table is to be called
   * @param form sql, csv or json
   * @param columns the columns' names
   * @param rows sampled rows; null for values that are missing or were not kept
   */
  public static ProfileProposal of(
      String name, String form, List<String> columns, List<List<@Nullable String>> rows) {
    return of(new TableSample(name, form, form.equals("json") ? name : null, null, columns, rows));
  }

  /** Proposes a profile for a sampled table. */
  public static ProfileProposal of(TableSample sample) {
    List<Column> judged = new ArrayList<>();
    for (int index = 0; index < sample.columns().size(); index++) {
      judged.add(judge(sample.columns().get(index), sample.values(index)));
    }
    noteRowKey(judged, sample);
    return new ProfileProposal(
        ProposedTable.of(sample, judged, ProposedTable.looksLikeAccounts(judged), Map.of()),
        judged);
  }

  /**
   * What a person makes of a sampled table.
   *
   * @param choices what each column means, in the columns' order
   * @param areAccounts whether each row is an account
   * @param statuses what the words of the column of states mean; none: the usual words
   */
  public static ProfileProposal corrected(
      TableSample sample, List<Choice> choices, boolean areAccounts, Map<String, String> statuses) {
    if (choices.size() != sample.columns().size()) {
      throw new IllegalArgumentException(
          choices.size() + " choices for " + sample.columns().size() + " columns");
    }
    List<Column> chosen = new ArrayList<>();
    for (int index = 0; index < choices.size(); index++) {
      Choice choice = choices.get(index);
      chosen.add(
          new Column(
              sample.columns().get(index),
              choice.meaning(),
              Confidence.SURE,
              choice.filter(),
              "chosen by a person"));
    }
    return new ProfileProposal(ProposedTable.of(sample, chosen, areAccounts, statuses), chosen);
  }

  /**
   * What a person says a column means.
   *
   * @param filter how a time is read, or an amount
   */
  public record Choice(ColumnMeaning meaning, @Nullable String filter) {}

  /** What the usual word of a payment's state means; null for other words. */
  public static @Nullable String usualStatus(String word) {
    return ProposedTable.usualStatus(word);
  }

  /** Whether the rows are taken as accounts. */
  public boolean areAccounts() {
    return table.mappings().stream().anyMatch(mapping -> mapping.account() != null);
  }

  private static Column judge(String name, List<String> values) {
    ColumnNames.Hint hint = ColumnNames.of(name);
    List<ValueShapes.Found> shapes = ValueShapes.of(values);
    if (ValueShapes.isText(values) && shapes.isEmpty()) {
      return new Column(
          name,
          ColumnMeaning.TEXT,
          Confidence.LIKELY,
          null,
          "its values read like free text: they stay sealed");
    }
    for (ValueShapes.Found shape : shapes) {
      if (hint != null && agree(hint.meaning(), shape.meaning())) {
        boolean minor = hint.meaning() == ColumnMeaning.AMOUNT_MINOR;
        return new Column(
            name,
            hint.meaning(),
            Confidence.SURE,
            minor ? "minor" : shape.filter(),
            "the name says " + hint.words() + " and " + share(shape, values));
      }
    }
    Optional<ValueShapes.Found> telling =
        shapes.stream().filter(ValueShapes.Found::isTelling).findFirst();
    if (telling.isPresent()) {
      ValueShapes.Found shape = telling.get();
      return new Column(
          name, shape.meaning(), Confidence.LIKELY, shape.filter(), share(shape, values));
    }
    if (hint != null) {
      return hinted(name, hint, values);
    }
    if (!shapes.isEmpty() && shapes.getFirst().meaning() == ColumnMeaning.CREATED) {
      ValueShapes.Found shape = shapes.getFirst();
      return new Column(
          name, shape.meaning(), Confidence.GUESS, shape.filter(), share(shape, values));
    }
    return new Column(
        name,
        ColumnMeaning.UNKNOWN,
        Confidence.NONE,
        null,
        "neither name nor values say what it is");
  }

  private static String share(ValueShapes.Found shape, List<String> values) {
    return shape.fitting() + " of " + values.size() + " values look like " + shape.words();
  }

  private static boolean agree(ColumnMeaning name, ColumnMeaning values) {
    return name == values || name == ColumnMeaning.AMOUNT_MINOR && values == ColumnMeaning.AMOUNT;
  }

  /** A name alone: a guess, unless the values cannot be what it says. */
  private static Column hinted(String name, ColumnNames.Hint hint, List<String> values) {
    boolean numbers = !values.isEmpty() && values.stream().allMatch(ProfileProposal::isNumber);
    boolean cannot =
        switch (hint.meaning()) {
          case EMAIL, IP, WALLET, IBAN, TRANSACTION, CREATED -> !values.isEmpty();
          case AMOUNT, AMOUNT_MINOR -> !values.isEmpty() && !numbers;
          case HANDLE, PERSON_NAME, CITY, ADDRESS, COUNTRY, CURRENCY, USER_AGENT -> numbers;
          default -> false;
        };
    if (cannot) {
      return new Column(
          name,
          ColumnMeaning.UNKNOWN,
          Confidence.NONE,
          null,
          "the name says " + hint.words() + ", the values do not look like it");
    }
    String filter =
        switch (hint.meaning()) {
          case AMOUNT -> "major";
          case AMOUNT_MINOR -> "minor";
          case CREATED -> "auto";
          default -> null;
        };
    return new Column(
        name, hint.meaning(), Confidence.GUESS, filter, "the name says " + hint.words());
  }

  private static boolean isNumber(String text) {
    return text.strip().matches("-?\\d{1,18}([.,]\\d{1,6})?");
  }

  /** The first column of numbers that never repeat, when its name ends in id or it stands first. */
  private static void noteRowKey(List<Column> columns, TableSample sample) {
    int rows = sample.rows().size();
    for (int index = 0; index < columns.size() && rows > 1; index++) {
      Column column = columns.get(index);
      String words = ColumnNames.words(column.name());
      boolean named = words.equals("id") || words.endsWith("id") || index == 0;
      List<String> values = sample.values(index);
      boolean unique = values.size() == rows && new HashSet<>(values).size() == values.size();
      boolean free =
          column.meaning() == ColumnMeaning.UNKNOWN
              || column.meaning() == ColumnMeaning.ACCOUNT_KEY
              || column.meaning() == ColumnMeaning.ORDER_KEY;
      if (named && unique && free && values.stream().allMatch(ProfileProposal::isNumber)) {
        if (column.meaning() == ColumnMeaning.UNKNOWN) {
          columns.set(
              index,
              new Column(
                  column.name(),
                  ColumnMeaning.ROW_KEY,
                  Confidence.LIKELY,
                  null,
                  "its numbers never repeat in the sample"));
        }
        return;
      }
    }
  }

  /** The columns by meaning, the first of each. */
  static Map<ColumnMeaning, Column> first(List<Column> columns) {
    Map<ColumnMeaning, Column> first = new LinkedHashMap<>();
    columns.forEach(column -> first.putIfAbsent(column.meaning(), column));
    return first;
  }
}
