package dev.cordon.resolution;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What holds a proposal together, as a graph and as a path from one account to another; and why an
 * account is in no proposal. The looks themselves are noted where the proposal is opened.
 */
@Service
@Transactional(readOnly = true)
public class LinkGraphs {

  /** Most links drawn; above that the page says how many there are. */
  public static final int MOST_LINKS = 1500;

  private final JdbcClient jdbc;
  private final Access access;

  LinkGraphs(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  /**
   * One reason between two accounts.
   *
   * @param value the value in common; empty where traces were added up or a person judged
   * @param holders how many accounts hold the value
   * @param caution why two people of one household could have left it, too; empty where not
   */
  public record Link(
      String a,
      String b,
      String rule,
      String value,
      int holders,
      double weight,
      String flag,
      String caution,
      String why,
      String parts) {

    /** Whether it joins. */
    public boolean joins() {
      return flag.isEmpty();
    }
  }

  /** An account of a drawing, with how much was paid with it and the proposal it is in. */
  public record Account(
      String name,
      @Nullable String handle,
      long payments,
      @Nullable String proposal,
      @Nullable ProposalId proposalId) {}

  /**
   * What is to be drawn.
   *
   * @param total how many links there are; more than drawn if above {@link #MOST_LINKS}
   */
  public record Graph(List<Account> accounts, List<Link> links, long total) {}

  /** The links of some proposals of one run, and the accounts they name. */
  public Graph graph(OperationId operation, List<ProposalId> proposals) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    List<java.util.UUID> ids = proposals.stream().map(ProposalId::value).toList();
    return new Graph(
        jdbc.sql(GraphSql.ACCOUNTS)
            .param("operation", operation.value())
            .param("proposals", ids)
            .query((row, number) ->
                new Account(
                    row.getString("name"),
                    row.getString("handle"),
                    row.getLong("payments"),
                    row.getString("number"),
                    row.getObject("id", java.util.UUID.class) == null
                        ? null
                        : new ProposalId(row.getObject("id", java.util.UUID.class))))
            .list(),
        jdbc.sql(GraphSql.LINKS)
            .param("operation", operation.value())
            .param("proposals", ids)
            .param("limit", MOST_LINKS)
            .query((row, number) ->
                new Link(
                    row.getString("a"),
                    row.getString("b"),
                    row.getString("rule"),
                    row.getString("value"),
                    row.getInt("holders"),
                    row.getDouble("weight"),
                    row.getString("flag"),
                    row.getString("caution"),
                    row.getString("why"),
                    row.getString("parts")))
            .list(),
        jdbc.sql(GraphSql.COUNT_LINKS)
            .param("operation", operation.value())
            .param("proposals", ids)
            .query(Long.class)
            .single());
  }

  /**
   * The chain of links from one account of a proposal to another that runs over the fewest links
   * with a caution, and of those the shortest.
   */
  public List<Link> path(OperationId operation, ProposalId proposal, String from, String to) {
    return LinkPath.find(graph(operation, List.of(proposal)).links(), from, to);
  }

  /** A reason for which accounts are in no proposal, and how many. */
  public record Reason(String reason, long accounts) {}

  /** The reasons for which accounts of the last run stand alone, most frequent first. */
  public List<Reason> aloneReasons(OperationId operation) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    return jdbc.sql(GraphSql.ALONE_REASONS)
        .param("operation", operation.value())
        .query((row, number) -> new Reason(row.getString("reason"), row.getLong("accounts")))
        .list();
  }

  /** An account that stands alone, and why. */
  public record Alone(ProposedAccount account, String reason) {}

  /** One page of the accounts that stand alone, of one reason or of all (empty). */
  public Page<Alone> alone(OperationId operation, String reason, int page) {
    access.require(operation, Area.PROPOSALS, Right.READ);
    return new Page<>(
        jdbc.sql(GraphSql.ALONE)
            .param("operation", operation.value())
            .param("reason", reason)
            .param("limit", Page.SIZE)
            .param("offset", Page.offset(page))
            .query((row, number) ->
                new Alone(ProposalRows.account(row, number), row.getString("alone_because")))
            .list(),
        page,
        jdbc.sql(GraphSql.COUNT_ALONE)
            .param("operation", operation.value())
            .param("reason", reason)
            .query(Long.class)
            .single());
  }
}
