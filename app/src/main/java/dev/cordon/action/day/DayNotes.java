package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Minutes, lessons and what a day came to, country by country. */
@Service
@Transactional
public class DayNotes {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  DayNotes(JdbcClient jdbc, Access access, CurrentMember currentMember, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** What kind of note. */
  public enum Kind {
    MINUTE,
    LESSON
  }

  /**
   * A note.
   *
   * @param country of the agency that wrote it; null for the lead's
   */
  public record Note(Kind kind, Instant at, String words, String by, @Nullable String country) {}

  /** Measures of a kind that count, by country: corrections taken into account. */
  public record Counted(Map<String, Map<String, Long>> byCountry) {

    /** Copies the map. */
    public Counted {
      byCountry = Map.copyOf(byCountry);
    }

    /** How many of a kind in a country. */
    public long of(String country, String kind) {
      return byCountry.getOrDefault(country, Map.of()).getOrDefault(kind, 0L);
    }
  }

  /** Writes a note; the lead's, or the own agency's. */
  public void write(OperationId operation, UUID day, Kind kind, Instant at, String words) {
    access.require(operation, Area.ACTION_COMMAND, Right.WRITE);
    boolean lead = access.holdsForWhole(operation, Area.ACTION_COMMAND, Right.WRITE);
    UUID id = UUID.randomUUID();
    jdbc.sql(AfterSql.ADD_NOTE)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", lead ? null : currentMember.agency().value())
        .param("day", day)
        .param("kind", kind.name().toLowerCase(Locale.ROOT))
        .param("at", Columns.parameter(at))
        .param("words", words)
        .update();
    ledger.append(
        Entry.of(
                operation,
                Act.COLLECTION,
                "day-note",
                "wrote a " + kind.name().toLowerCase(Locale.ROOT))
            .touching(id, day));
  }

  /** The notes the reader may see: minutes by time, then lessons. */
  @Transactional(readOnly = true)
  public Map<Kind, List<Note>> all(OperationId operation, UUID day) {
    List<Note> notes =
        jdbc.sql(AfterSql.NOTES)
            .param("operation", operation.value())
            .param("day", day)
            .query((row, number) ->
                new Note(
                    Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    Columns.instant(row, "happened_at"),
                    row.getString("words"),
                    row.getString("writer"),
                    row.getString("country")))
            .list();
    Map<Kind, List<Note>> byKind = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      byKind.put(kind, notes.stream().filter(note -> note.kind() == kind).toList());
    }
    return byKind;
  }

  /** The measures of a day that count. */
  @Transactional(readOnly = true)
  public Counted measures(OperationId operation, UUID day) {
    Map<String, Map<String, Long>> byCountry = new TreeMap<>();
    jdbc.sql(AfterSql.MEASURES)
        .param("operation", operation.value())
        .param("day", day)
        .query(row -> {
          byCountry
              .computeIfAbsent(row.getString("country"), any -> new TreeMap<>())
              .put(row.getString("kind"), row.getLong("counted"));
        });
    return new Counted(byCountry);
  }
}
