package dev.cordon.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.SignedIn;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.ground.Ground;
import dev.cordon.ledger.internal.LedgerKey;
import dev.cordon.ledger.internal.LedgerParts;
import dev.cordon.ledger.internal.Sequencer;
import dev.cordon.ledger.internal.WholeLedger;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes changes, each with its entry in one transaction, from several threads, while a sequencer
 * publishes; says on standard output which were acknowledged. As a process of its own it can be
 * killed, and its database with it. Another run checks what is left.
 */
final class LedgerChild {

  private static final int WRITERS = 8;

  private final Ground ground;
  private final JdbcClient jdbc;
  private final JdbcClient owner;
  private final TransactionTemplate transactions;
  private final JdbcTransactionManager manager;
  private final Ledger ledger;
  private final LedgerKey key;
  private final SignedIn member;

  private LedgerChild(Path directory) throws ReflectiveOperationException {
    this.ground = Ground.embedded(DataDirectory.open(directory));
    DatabaseAddress address = ground.address();
    this.owner =
        JdbcClient.create(
            new DriverManagerDataSource(
                address.url(), DatabaseAddress.OWNER, address.ownerPassword()));
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(address.url());
    pool.setUsername(DatabaseAddress.APPLICATION);
    pool.setPassword(address.applicationPassword());
    pool.setMaximumPoolSize(WRITERS + 2);
    HikariDataSource source = new HikariDataSource(pool);
    this.jdbc = JdbcClient.create(source);
    this.manager = new JdbcTransactionManager(source);
    this.transactions = new TransactionTemplate(manager);
    Constructor<CurrentMember> constructor = CurrentMember.class.getDeclaredConstructor();
    constructor.setAccessible(true);
    this.ledger = new Ledger(jdbc, constructor.newInstance(), event -> {});
    this.key = LedgerParts.key(ground.directory());
    this.member = administrator();
    owner
        .sql(
            "create table if not exists cordon.test_change (id uuid primary key, entry_id uuid not null)")
        .update();
    owner.sql("grant select, insert on cordon.test_change to cordon_app").update();
  }

  /** Directory, then {@code write}, or {@code check} and the file of what was acknowledged. */
  public static void main(String[] arguments) throws Exception {
    LedgerChild child = new LedgerChild(Path.of(arguments[0]));
    if (arguments[1].equals("write")) {
      child.write();
      return;
    }
    String fault = child.check(Files.readAllLines(Path.of(arguments[2])));
    child.ground.close();
    System.out.println(fault.isEmpty() ? "WHOLE" : "BROKEN " + fault);
    System.out.flush();
    System.exit(0);
  }

  private void write() throws InterruptedException {
    Thread sequencer = Thread.ofPlatform().daemon().start(this::publishForEver);
    System.out.println("READY");
    for (int writer = 0; writer < WRITERS; writer++) {
      Thread.ofPlatform().start(() -> CurrentMember.as(member, this::writeForEver));
    }
    sequencer.join();
  }

  private void writeForEver() {
    while (true) {
      UUID change = UUID.randomUUID();
      transactions.executeWithoutResult(status -> {
        name();
        EntryId entry =
            ledger.append(
                Entry.ofInstallation(Act.ALTERATION, "test-change", "killed at any moment")
                    .touching(change));
        jdbc.sql("insert into cordon.test_change (id, entry_id) values (?, ?)")
            .params(change, entry.value())
            .update();
      });
      // After the commit: from here on it must never be lost.
      System.out.println(change);
    }
  }

  private void publishForEver() {
    Sequencer sequencer = LedgerParts.sequencer(jdbc, manager, ground.directory(), key);
    while (true) {
      sequencer.sequence();
    }
  }

  private String check(List<String> acknowledged) {
    Set<UUID> kept =
        new HashSet<>(owner.sql("select id from cordon.test_change").query(UUID.class).list());
    long lost = acknowledged.stream().filter(id -> !kept.contains(UUID.fromString(id))).count();
    long changesAlone =
        count(
            "select count(*) from cordon.test_change c where not exists (select from cordon.ledger_entry e where e.id = c.entry_id)");
    long entriesAlone =
        count(
            "select count(*) from cordon.ledger_entry e where e.what = 'test-change' and not exists (select from cordon.test_change c where c.entry_id = e.id)");
    if (lost + changesAlone + entriesAlone > 0) {
      return "lost " + lost + ", changes alone " + changesAlone + ", entries alone " + entriesAlone;
    }
    long size = LedgerParts.sequencer(jdbc, manager, ground.directory(), key).sequence();
    if (size < acknowledged.size()) {
      return "the tree has " + size + " entries of " + acknowledged.size();
    }
    return WholeLedger.verify(ground.directory().ledger(), key.signer().key(), jdbc).stream()
        .filter(found -> !found.held())
        .map(WholeLedger.Finding::toString)
        .findFirst()
        .orElse("");
  }

  private long count(String sql) {
    return owner.sql(sql).query(Long.class).single();
  }

  private void name() {
    jdbc.sql("select set_config('cordon.member', ?, true)")
        .params(member.member().toString())
        .query(String.class)
        .single();
  }

  private SignedIn administrator() {
    jdbc.sql("select cordon.first_administrator('administrator', '!')").query().listOfRows();
    UUID id = jdbc.sql("select id from cordon.sign_in('administrator')").query(UUID.class).single();
    return new SignedIn("administrator", "Administrator", new MemberId(id), null, true);
  }
}
