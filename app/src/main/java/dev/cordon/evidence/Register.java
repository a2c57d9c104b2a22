package dev.cordon.evidence;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes exhibits into the register: the row, where it came from, and the first act. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Register {

  private final JdbcClient jdbc;
  private final CurrentMember currentMember;
  private final Chain chain;
  private final CustodyClock clock;
  private final ApplicationEventPublisher events;

  Register(
      JdbcClient jdbc,
      CurrentMember currentMember,
      Chain chain,
      CustodyClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.currentMember = currentMember;
    this.chain = chain;
    this.clock = clock;
    this.events = events;
  }

  /** The next number of the agency's series of the year and country. */
  String nextNumber(OperationId operation, NewExhibit exhibit) {
    // A series of the agency: gaps would tell it how much others of the same country seized.
    String series =
        "exhibit-%d-%s-%s".formatted(exhibit.year(), exhibit.country(), exhibit.agency());
    return "%d-%s-%04d".formatted(exhibit.year(), exhibit.country(), next(operation, series));
  }

  /** The next number of a part of an exhibit. */
  String nextPart(OperationId operation, Exhibit whole) {
    return whole.number() + "." + next(operation, "part-" + whole.id());
  }

  private int next(OperationId operation, String series) {
    return jdbc.sql(EvidenceSql.NEXT_NUMBER)
        .param("operation", operation.value())
        .param("series", series)
        .query(Integer.class)
        .single();
  }

  /** Enters an exhibit under its number. */
  UUID add(OperationId operation, NewExhibit exhibit, String number, String words) {
    UUID id = UUID.randomUUID();
    jdbc.sql(EvidenceSql.ADD_EXHIBIT)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", exhibit.agency().value())
        .param("number", number)
        .param("item", exhibit.item(), Types.OTHER)
        .param("measure", exhibit.measure(), Types.OTHER)
        .param("kind", exhibit.kind())
        .param("itemClass", exhibit.itemClass().text())
        .param("description", exhibit.description())
        .param("ownNumber", exhibit.ownNumber())
        .param("serial", exhibit.serial())
        .param("foundIn", exhibit.foundIn())
        .param("seal", exhibit.seal())
        .param("country", exhibit.country())
        .param("at", Columns.parameter(exhibit.at()))
        .param("place", exhibit.place())
        .param("officer", exhibit.officer())
        .param("warrant", exhibit.warrant(), Types.OTHER)
        .param("legalBasis", exhibit.legalBasis())
        .param("origin", exhibit.origin().text())
        .param("sheet", exhibit.sheet(), Types.OTHER)
        .param("line", exhibit.sheetLine(), Types.INTEGER)
        .param("member", currentMember.member().value())
        .param("now", Columns.parameter(clock.now()))
        .update();
    chain.open(operation, exhibit, id, number, words);
    events.publishEvent(new ExhibitSealed(operation, exhibit.agency(), id, number));
    return id;
  }

  /** Notes from which exhibits one came to be. */
  void cameFrom(OperationId operation, UUID exhibit, NewExhibit.Origin how, List<Exhibit> wholes) {
    for (Exhibit whole : wholes) {
      jdbc.sql(EvidenceSql.ADD_ORIGIN)
          .param("exhibit", exhibit)
          .param("from", whole.id())
          .param("operation", operation.value())
          .param("agency", whole.agency().value())
          .param("how", how.name().toLowerCase(Locale.ROOT))
          .update();
    }
  }
}
