package dev.cordon.evidence;

import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.NotPermittedException;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entering seized things into the register, many at once: all lines of a sheet or none. A sheet
 * sent twice, as over a bad connection, is entered once.
 */
@Service
@Transactional
public class Sheets {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Register register;
  private final CustodyClock clock;

  Sheets(
      JdbcClient jdbc,
      Access access,
      CurrentMember currentMember,
      Register register,
      CustodyClock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.register = register;
    this.clock = clock;
  }

  /**
   * Enters the things of a sheet for the member's agency.
   *
   * @return the exhibits, in the order of the lines
   * @throws SheetRefusedException naming every line that can not be entered; nothing was
   */
  public List<Exhibit> enter(OperationId operation, Sheet sheet) {
    access.require(operation, Area.EVIDENCE, Right.WRITE);
    AgencyId agency = currentMember.get().agency().orElseThrow(NotPermittedException::new);
    jdbc.sql(CustodySql.LOCK)
        .param("exhibit", "sheet " + sheet.id())
        .query(String.class)
        .optional();
    List<Exhibit> known = ofSheet(operation, sheet.id());
    if (!known.isEmpty()) {
      return known;
    }
    List<Sheet.Problem> problems = new ArrayList<>(SheetCheck.of(sheet));
    if (sheet.at().isAfter(clock.now())) {
      problems.add(new Sheet.Problem(0, "the seizure at " + sheet.at() + " lies in the future"));
    }
    if (sheet.at().isBefore(Instant.parse("2000-01-01T00:00:00Z"))) {
      problems.add(new Sheet.Problem(0, "the seizure at " + sheet.at() + " lies before 2000"));
    }
    problems.addAll(taken(operation, agency, sheet));
    if (!problems.isEmpty()) {
      throw new SheetRefusedException(problems);
    }
    for (Sheet.Line line : sheet.lines()) {
      add(operation, agency, sheet, line);
    }
    return ofSheet(operation, sheet.id());
  }

  /** The exhibits of a sheet the reader may see, in the order of its lines. */
  @Transactional(readOnly = true)
  public List<Exhibit> ofSheet(OperationId operation, UUID sheet) {
    return jdbc.sql(EvidenceSql.OF_SHEET)
        .param("operation", operation.value())
        .param("sheet", sheet)
        .query(EvidenceRows::exhibit)
        .list();
  }

  private List<Sheet.Problem> taken(OperationId operation, AgencyId agency, Sheet sheet) {
    List<Sheet.Problem> problems = new ArrayList<>();
    for (Sheet.Line line : sheet.lines()) {
      String mark = Words.orNull(line.ownNumber());
      if (mark == null) {
        continue;
      }
      jdbc.sql(EvidenceSql.BY_OWN_NUMBER)
          .param("operation", operation.value())
          .param("agency", agency.value())
          .param("ownNumber", mark)
          .query(String.class)
          .optional()
          .ifPresent(number ->
              problems.add(
                  new Sheet.Problem(
                      line.number(), "own number " + mark + " is that of exhibit " + number)));
    }
    return problems;
  }

  private void add(OperationId operation, AgencyId agency, Sheet sheet, Sheet.Line line) {
    NewExhibit exhibit =
        new NewExhibit(
            agency,
            sheet.country(),
            sheet.at().atZone(sheet.zone()).getYear(),
            sheet.imported() ? NewExhibit.Origin.IMPORTED : NewExhibit.Origin.ENTERED,
            line.kind().strip(),
            line.classOrSuggested(),
            line.description().strip(),
            Words.orNull(line.ownNumber()),
            Words.orNull(line.serial()),
            Words.orNull(line.foundIn()),
            Words.orNull(line.seal()),
            sheet.at(),
            sheet.place().strip(),
            sheet.officer().strip(),
            sheet.officer().strip(),
            sheet.at(),
            null,
            null,
            sheet.measure(),
            sheet.warrant(),
            Words.orNull(sheet.legalBasis()),
            sheet.id(),
            line.number());
    register.add(
        operation,
        exhibit,
        register.nextNumber(operation, exhibit),
        sheet.imported() ? "seized, entered from a file" : "seized, entered in the register");
  }
}
