package dev.cordon.resolution;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
   */
  public record Link(
      String a,
      String b,
      String rule,
      String value,
      int holders,
      double weight,
      String flag,
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
   * The shortest chain of links from one account of a proposal to another; of equal ones that over
   * the heavier links.
   */
  public List<Link> path(OperationId operation, ProposalId proposal, String from, String to) {
    List<Link> links =
        graph(operation, List.of(proposal)).links().stream().filter(Link::joins).toList();
    Map<String, List<Link>> by = new HashMap<>();
    for (Link link : links) {
      by.computeIfAbsent(link.a(), unused -> new ArrayList<>()).add(link);
      by.computeIfAbsent(link.b(), unused -> new ArrayList<>()).add(link);
    }
    by.values()
        .forEach(
            own -> own.sort((first, second) -> Double.compare(second.weight(), first.weight())));
    Map<String, Link> via = new HashMap<>();
    Set<String> seen = new TreeSet<>(Set.of(from));
    List<String> front = List.of(from);
    while (!front.isEmpty() && !seen.contains(to)) {
      List<String> next = new ArrayList<>();
      for (String account : front) {
        for (Link link : by.getOrDefault(account, List.of())) {
          String other = link.a().equals(account) ? link.b() : link.a();
          if (seen.add(other)) {
            via.put(other, link);
            next.add(other);
          }
        }
      }
      front = next;
    }
    if (!seen.contains(to)) {
      throw new RefusedException("No chain of links leads from " + from + " to " + to + " here.");
    }
    List<Link> path = new ArrayList<>();
    for (String account = to; !account.equals(from); ) {
      Link link = via.get(account);
      if (link == null) {
        break;
      }
      path.add(link);
      account = link.a().equals(account) ? link.b() : link.a();
    }
    Collections.reverse(path);
    return List.copyOf(path);
  }

  /** A path as a sentence that can be read aloud. */
  public static String sentence(String from, String to, List<Link> path) {
    if (path.isEmpty()) {
      return from + " is one account; nothing had to be joined.";
    }
    StringBuilder text = new StringBuilder();
    text.append("The accounts ").append(from).append(" and ").append(to);
    text.append(" are proposed as one person's by ");
    text.append(path.size() == 1 ? "one link. " : path.size() + " links, one after another. ");
    String at = from;
    int step = 1;
    for (Link link : path) {
      String next = link.a().equals(at) ? link.b() : link.a();
      text.append(path.size() == 1 ? "" : "(" + step++ + ") ");
      text.append(at).append(" and ").append(next).append(": ").append(link.why()).append(' ');
      at = next;
    }
    return text.append(
            "A link is a proposal of written rules about two accounts; whether they are one"
                + " person's, a named person decides.")
        .toString();
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
