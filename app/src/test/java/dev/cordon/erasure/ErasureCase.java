package dev.cordon.erasure;

import static org.awaitility.Awaitility.await;

import dev.cordon.DatabaseTest;
import dev.cordon.TestGround;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.Role;
import dev.cordon.access.SignedIn;
import dev.cordon.approval.ApprovalId;
import dev.cordon.approval.Approvals;
import dev.cordon.attribution.Attributions;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.intake.Sources;
import dev.cordon.keys.OperationKeys;
import dev.cordon.resolution.Category;
import dev.cordon.resolution.Proposal;
import dev.cordon.resolution.ProposalId;
import dev.cordon.resolution.Proposals;
import dev.cordon.resolution.Subject;
import dev.cordon.resolution.Subjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A shop with five accounts, a card processor's return and a forum, taken in and proposed; one
 * person of two accounts is confirmed. Names carry a mark nobody else has, so that a test can look
 * for them everywhere.
 */
abstract class ErasureCase extends DatabaseTest {

  private static final Path TINY = Path.of("src/test/resources/dev/cordon/resolution/tiny");
  private static final Path CUT = Path.of("src/test/resources/dev/cordon/intake/platform-cut");
  private static final Duration LONG = Duration.ofSeconds(60);

  @Autowired protected Sources sources;
  @Autowired protected Proposals proposals;
  @Autowired protected Subjects subjects;
  @Autowired protected Attributions attributions;
  @Autowired protected Approvals approvals;
  @Autowired protected Orders orders;
  @Autowired protected OperationKeys keys;
  @Autowired protected DataDirectory directory;

  @TempDir protected Path folder;

  /** In every name, address, card and payment of the person. */
  protected String mark = "";

  protected SignedIn guardian;

  @BeforeEach
  void personTakenInAndProposed() throws IOException {
    mark = "q" + UUID.randomUUID().toString().substring(0, 8);
    guardian = member(lead, operation, Role.DATA_PROTECTION_OFFICER);
    String facts = Files.readString(TINY.resolve("operation.yaml"));
    as(analyst, () -> sources.tell(operation, facts));
    for (String name : List.of("shop.sql", "card-processor.csv", "ip-country.csv")) {
      take(name, marked(Files.readString(TINY.resolve(name))));
    }
    take("forum.sql", Files.readString(CUT.resolve("forum.sql")));
    as(analyst, () -> proposals.propose(operation, "the usual rules"));
  }

  /** The two accounts of one person, and the person's card, carry the mark. */
  private String marked(String text) {
    return text.replace("Nyholt", "Nyholt" + mark)
        .replace("ask.nyholt@", "ask.nyholt." + mark + "@")
        .replace("other@", "other." + mark + "@")
        .replace("'ask2'", "'ask2" + mark + "'")
        .replace("'ask'", "'ask" + mark + "'")
        .replace("CARDONE", "CARDONE" + mark)
        .replace("ch_one", "ch_one_" + mark)
        .replace("ch_two", "ch_two_" + mark)
        .replace("Prøvevej 1", "Prøvevej " + mark)
        .replace("Andenvej 2", "Andenvej " + mark);
  }

  protected void take(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    with(analyst, () -> sources.take(operation, file, name));
  }

  protected Subject confirmed(String account) {
    ProposalId id = proposalOf(account).id();
    as(analyst, () -> proposals.open(operation, id));
    Subject subject =
        get(analyst, () -> subjects.confirm(operation, id, Category.SUSPECT, "card of " + mark));
    as(analyst, () -> attributions.open(operation, subject.id()));
    as(analyst, () -> attributions.decide(operation, subject.id(), "SE", "lives " + mark));
    return subject;
  }

  protected Proposal proposalOf(String account) {
    return get(
        analyst,
        () ->
            proposals.page(operation, null, 1).rows().stream()
                .filter(one ->
                    proposals.accounts(operation, one.id(), 1).rows().stream()
                        .anyMatch(
                            held -> held.system().equals("shop") && held.account().equals(account)))
                .findFirst()
                .orElseThrow());
  }

  protected ErasureOrder entered(OrderKind kind, Chosen chosen) {
    return get(guardian, () -> orders.enter(operation, kind, ordered(), chosen));
  }

  protected static Ordered ordered() {
    return new Ordered(
        "Court of Example",
        "Order 77",
        LocalDate.of(2026, 3, 1),
        "Directive (EU) 2016/680 Art. 16");
  }

  /** Asked for, approved, and carried out to its end. */
  protected ErasureOrder carriedOut(ErasureOrder order) {
    approve(order);
    await().atMost(LONG).until(() -> state(order) == ErasureOrder.State.DONE);
    return get(guardian, () -> orders.get(operation, order.id()));
  }

  protected void approve(ErasureOrder order) {
    ApprovalId approval =
        get(guardian, () -> orders.ask(operation, order.id(), "the order stands"));
    as(coordinator, () -> approvals.approve(operation, approval, "read it"));
  }

  protected ErasureOrder.State state(ErasureOrder order) {
    return get(guardian, () -> orders.get(operation, order.id())).state();
  }

  /** Every column of every table of the operation that holds the text, as table.column. */
  protected List<String> holding(String text) throws SQLException {
    DatabaseAddress address = TestGround.ground().address();
    List<String> found = new ArrayList<>();
    try (Connection owner =
        DriverManager.getConnection(
            address.url(), DatabaseAddress.OWNER, address.ownerPassword())) {
      owner.setAutoCommit(false);
      try (PreparedStatement count =
          owner.prepareStatement("select set_config('cordon.counting', ?, true)")) {
        count.setString(1, operation.toString());
        count.execute();
      }
      for (String[] column : columns(owner)) {
        String sql =
            "select count(*) from cordon.%s t where t.operation_id = ? and position(lower(?) in lower(%s)) > 0"
                .formatted(column[0], words(column));
        try (PreparedStatement look = owner.prepareStatement(sql)) {
          look.setObject(1, operation.value());
          look.setString(2, text);
          try (ResultSet held = look.executeQuery()) {
            held.next();
            if (held.getLong(1) > 0) {
              found.add(column[0] + "." + column[1]);
            }
          }
        }
      }
      owner.rollback();
    }
    return found;
  }

  private static String words(String[] column) {
    return column[2].equals("bytea")
        ? "encode(t." + column[1] + ", 'escape')"
        : "t." + column[1] + "::text";
  }

  private static List<String[]> columns(Connection owner) throws SQLException {
    List<String[]> columns = new ArrayList<>();
    try (PreparedStatement all =
            owner.prepareStatement(
                """
                select c.relname, a.attname, a.atttypid::regtype::text from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relnamespace = 'cordon'::regnamespace and c.relkind in ('r', 'p')
                  and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'operation_id')
                """);
        ResultSet row = all.executeQuery()) {
      while (row.next()) {
        columns.add(new String[] {row.getString(1), row.getString(2), row.getString(3)});
      }
    }
    return columns;
  }

  protected static <T> T with(SignedIn member, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    CurrentMember.as(member, () -> result.set(work.get()));
    return result.get();
  }

  protected static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
