package dev.cordon.intake;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Every row of the sources that holds something of a person.
 *
 * @param accounts of the person
 * @param rows each once, with what became of it at intake
 * @param records how many records of each kind these rows gave, by the kind's name
 * @param texts how many sealed texts of the person each thread holds
 * @param notAttributable quarantined rows of the operation's sources: they could not be read, so
 *     nobody knows whose they are
 */
public record PersonRows(
    List<AccountName> accounts,
    List<Row> rows,
    Map<String, Long> records,
    Map<UUID, Long> texts,
    long notAttributable) {

  /** A row and its state: stored, quarantined or duplicate. */
  public record Row(Origin origin, String state) {}

  /** Copies what it is given. */
  public PersonRows {
    accounts = List.copyOf(accounts);
    rows = List.copyOf(rows);
    records = Map.copyOf(records);
    texts = Map.copyOf(texts);
  }
}
