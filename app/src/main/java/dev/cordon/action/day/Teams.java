package dev.cordon.action.day;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Teams of a day and who is in them: a member's device is offered the sites of the own teams. */
@Service
@Transactional
public class Teams {

  private final JdbcClient jdbc;
  private final Access access;
  private final CurrentMember currentMember;
  private final Ledger ledger;

  Teams(JdbcClient jdbc, Access access, CurrentMember currentMember, Ledger ledger) {
    this.jdbc = jdbc;
    this.access = access;
    this.currentMember = currentMember;
    this.ledger = ledger;
  }

  /** A member, as a team names one. */
  public record Person(UUID id, String name) {}

  /**
   * A team of an agency.
   *
   * @param officers how many go, members of Cordon or not
   * @param members those in it who are members of Cordon
   */
  public record Team(
      UUID id,
      AgencyId agency,
      String name,
      int officers,
      String country,
      String agencyName,
      long sites,
      List<Person> members) {

    /** Copies the list. */
    public Team {
      members = List.copyOf(members);
    }
  }

  /** Makes a team of the own agency, or for the lead of any. */
  public UUID make(OperationId operation, UUID day, AgencyId agency, String name, int officers) {
    access.require(operation, Area.ACTION, Right.WRITE);
    UUID id = UUID.randomUUID();
    jdbc.sql(TeamSql.ADD)
        .param("id", id)
        .param("operation", operation.value())
        .param("agency", agency.value())
        .param("day", day)
        .param("name", name)
        .param("officers", officers)
        .update();
    ledger.append(Entry.of(operation, Act.DECISION, "team", "made a team").touching(id));
    return id;
  }

  /**
   * Puts a member into a team; the member's device is offered its sites.
   *
   * @throws RefusedException when the member is in it, or is none of the team's agency
   */
  public void join(OperationId operation, UUID team, UUID member) {
    change(
        operation,
        team,
        member,
        TeamSql.JOIN,
        "put into a team",
        "Only a member of the team's agency who is not in it can be put into it.");
  }

  /**
   * Takes a member out of a team.
   *
   * @throws RefusedException when the member is not in it
   */
  public void leave(OperationId operation, UUID team, UUID member) {
    change(
        operation,
        team,
        member,
        TeamSql.LEAVE,
        "taken out of a team",
        "That member is not in this team.");
  }

  private void change(
      OperationId operation, UUID team, UUID member, String sql, String done, String otherwise) {
    access.require(operation, Area.ACTION, Right.WRITE);
    int changed =
        jdbc.sql(sql)
            .param("operation", operation.value())
            .param("team", team)
            .param("member", member)
            .update();
    if (changed == 0) {
      throw new RefusedException(otherwise);
    }
    ledger.append(Entry.of(operation, Act.DECISION, "team-member", done).touching(team, member));
  }

  /** The officers of the own agency in the operation, at most 500. */
  @Transactional(readOnly = true)
  public List<Person> colleagues(OperationId operation) {
    return currentMember
        .get()
        .agency()
        .map(agency ->
            jdbc.sql(TeamSql.COLLEAGUES)
                .param("operation", operation.value())
                .param("agency", agency.value())
                .query((row, number) ->
                    new Person(Columns.uuid(row, "id"), row.getString("display_name")))
                .list())
        .orElseGet(List::of);
  }

  /** The teams of a day the reader may see. */
  @Transactional(readOnly = true)
  public List<Team> of(OperationId operation, UUID day) {
    Map<UUID, List<Person>> members = members(operation, day);
    return jdbc.sql(TeamSql.OF_DAY)
        .param("operation", operation.value())
        .param("day", day)
        .query((row, number) -> {
          UUID id = Columns.uuid(row, "id");
          return new Team(
              id,
              new AgencyId(Columns.uuid(row, "agency_id")),
              row.getString("name"),
              row.getInt("officers"),
              row.getString("country"),
              row.getString("agency_name"),
              row.getLong("sites"),
              members.getOrDefault(id, List.of()));
        })
        .list();
  }

  private Map<UUID, List<Person>> members(OperationId operation, UUID day) {
    Map<UUID, List<Person>> members = new HashMap<>();
    jdbc.sql(TeamSql.MEMBERS)
        .param("operation", operation.value())
        .param("day", day)
        .query(row -> {
          members
              .computeIfAbsent(Columns.uuid(row, "team_id"), any -> new ArrayList<>())
              .add(new Person(Columns.uuid(row, "member_id"), row.getString("display_name")));
        });
    return members;
  }
}
