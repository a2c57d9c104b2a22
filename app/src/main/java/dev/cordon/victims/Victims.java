package dev.cordon.victims;

import dev.cordon.Columns;
import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.access.SealedAccess;
import dev.cordon.access.SealedAccesses;
import dev.cordon.access.SealedOpening;
import dev.cordon.access.SealedThing;
import dev.cordon.keys.ColumnPlace;
import dev.cordon.keys.SealedColumns;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of identified victims. The coordinator reads numbers, countries and states; what
 * names a child opens to victim identification only, one child at a time.
 */
@Service
@Transactional
public class Victims {

  private static final String TABLE = "victim_sealed";

  private final JdbcClient jdbc;
  private final Access access;
  private final SealedAccesses sealed;
  private final SealedColumns columns;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  Victims(
      JdbcClient jdbc,
      Access access,
      SealedAccesses sealed,
      SealedColumns columns,
      CurrentMember currentMember,
      Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.sealed = sealed;
    this.columns = columns;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** What is opened: the sealed values of one child. */
  public static SealedThing thing(UUID victim) {
    return new SealedThing(SealedThing.Kind.VICTIM, victim);
  }

  /** Registers an identified child. */
  public Victim add(OperationId operation, String country, SealedValues values) {
    requireIdentification(operation);
    if (Arrays.stream(Locale.getISOCountries()).noneMatch(country::equals)
        && !country.equals("XK")) {
      throw new RefusedException("a country is two letters of ISO 3166, such as DK");
    }
    if (values.names().isBlank() && values.notes().isBlank()) {
      throw new RefusedException("say by what the child was identified: names, or a note");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(VictimSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("country", country)
        .param("agency", currentMember.agency().value())
        .param("member", currentMember.member().value())
        .update();
    write(operation, id, values);
    ledger.append(
        Entry.of(operation, Act.COLLECTION, "victim", "registered as identified").touching(id));
    return get(operation, id);
  }

  /** Writes the sealed values anew; for a member who holds them open. */
  public void rewrite(OperationId operation, UUID victim, SealedValues values, String reason) {
    requireIdentification(operation);
    get(operation, victim);
    sealed.view(operation, thing(victim), "to write anew");
    write(operation, victim, values);
    ledger.append(
        Entry.of(operation, Act.ALTERATION, "victim-sealed-values", reason).touching(victim));
  }

  /** Notes that child protection has confirmed the child's safety. */
  public void safeguard(OperationId operation, UUID victim, String reason) {
    requireIdentification(operation);
    int changed =
        jdbc.sql(VictimSql.SAFEGUARD)
            .param("operation", operation.value())
            .param("victim", victim)
            .param("member", currentMember.member().value())
            .update();
    if (changed == 0) {
      throw new RefusedException("There is no such victim, or safety was confirmed already.");
    }
    ledger.append(Entry.of(operation, Act.DECISION, "victim-safeguarded", reason).touching(victim));
  }

  /** The register: numbers, countries, states. */
  @Transactional(readOnly = true)
  public Page<Victim> page(OperationId operation, int page) {
    requireReader(operation);
    return new Page<>(
        jdbc.sql(VictimSql.PAGE)
            .param("operation", operation.value())
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) -> victim(row))
            .list(),
        page,
        jdbc.sql(VictimSql.COUNT).param("operation", operation.value()).query(Long.class).single());
  }

  /** One of them, without sealed values. */
  @Transactional(readOnly = true)
  public Victim get(OperationId operation, UUID victim) {
    requireReader(operation);
    return jdbc.sql(VictimSql.GET)
        .param("operation", operation.value())
        .param("victim", victim)
        .query((row, number) -> victim(row))
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }

  /** Opens the sealed values of one child for the member asking. */
  public void open(
      OperationId operation, UUID victim, String reason, String legalBasis, Duration stands) {
    get(operation, victim);
    sealed.open(operation, thing(victim), reason, legalBasis, stands);
  }

  /** The opening of the member asking that stands. */
  @Transactional(readOnly = true)
  public Optional<SealedOpening> standing(OperationId operation, UUID victim) {
    return sealed.standing(operation, thing(victim));
  }

  /** Closes them for the member asking. */
  public void close(OperationId operation, UUID victim) {
    sealed.close(operation, thing(victim));
  }

  /** The sealed values the member asking holds open; entered in the ledger. */
  public SealedValues view(OperationId operation, UUID victim) {
    get(operation, victim);
    return read(operation, victim, sealed.view(operation, thing(victim), "sealed values"));
  }

  /** The sealed values of one child. */
  @Transactional(readOnly = true)
  public SealedValues read(OperationId operation, UUID victim, SealedAccess opened) {
    opened.require(operation, thing(victim));
    return jdbc.sql(VictimSql.SEALED)
        .param("operation", operation.value())
        .param("victim", victim)
        .query((row, number) -> values(operation, victim, row, opened))
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }

  /** Whether the member registers victims and opens sealed values. */
  @Transactional(readOnly = true)
  public boolean mayOpen(OperationId operation) {
    return sealed.isEntitled(operation, SealedThing.Kind.VICTIM);
  }

  private SealedValues values(
      OperationId operation, UUID victim, ResultSet row, SealedAccess opened) throws SQLException {
    UUID id = Columns.uuid(row, "id");
    return new SealedValues(
        open(operation, victim, id, "names", row, opened),
        open(operation, victim, id, "birth", row, opened),
        open(operation, victim, id, "whereabouts", row, opened),
        open(operation, victim, id, "contact", row, opened),
        open(operation, victim, id, "notes", row, opened));
  }

  private String open(
      OperationId operation,
      UUID victim,
      UUID row,
      String column,
      ResultSet values,
      SealedAccess opened)
      throws SQLException {
    return columns.open(
        new ColumnPlace(operation, TABLE, column, row),
        values.getBytes(column),
        thing(victim),
        opened);
  }

  private void write(OperationId operation, UUID victim, SealedValues values) {
    UUID id = UUID.randomUUID();
    SealedColumns.Sealer sealer = columns.sealer(operation);
    jdbc.sql(VictimSql.WRITE)
        .param("id", id)
        .param("victim", victim)
        .param("operation", operation.value())
        .param("names", sealer.seal(place(operation, "names", id), values.names()))
        .param("birth", sealer.seal(place(operation, "birth", id), values.birth()))
        .param(
            "whereabouts", sealer.seal(place(operation, "whereabouts", id), values.whereabouts()))
        .param("contact", sealer.seal(place(operation, "contact", id), values.contact()))
        .param("notes", sealer.seal(place(operation, "notes", id), values.notes()))
        .param("member", currentMember.member().value())
        .update();
  }

  private static ColumnPlace place(OperationId operation, String column, UUID row) {
    return new ColumnPlace(operation, TABLE, column, row);
  }

  private void requireIdentification(OperationId operation) {
    sealed.requireEntitled(operation, SealedThing.Kind.VICTIM);
  }

  private void requireReader(OperationId operation) {
    access.require(operation, Area.VICTIMS, Right.READ);
  }

  private static Victim victim(ResultSet row) throws SQLException {
    return new Victim(
        Columns.uuid(row, "id"),
        row.getString("number"),
        row.getString("country"),
        row.getString("agency_name"),
        row.getString("state").equals("safeguarded"),
        Columns.instant(row, "registered_at"));
  }
}
