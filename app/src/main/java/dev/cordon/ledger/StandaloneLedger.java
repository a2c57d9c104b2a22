package dev.cordon.ledger;

import dev.cordon.CordonException;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.SignedIn;
import dev.cordon.ground.DataDirectory;
import dev.cordon.ground.DatabaseAddress;
import dev.cordon.ground.Ground;
import dev.cordon.ground.Secrets;
import dev.cordon.kernel.merkle.Checkpoint;
import dev.cordon.kernel.merkle.Hash;
import dev.cordon.kernel.merkle.LogPolicy;
import dev.cordon.kernel.merkle.LogReader;
import dev.cordon.kernel.merkle.LogVerifier;
import dev.cordon.kernel.merkle.LogWriter;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.NoteSigner;
import dev.cordon.kernel.merkle.OpenedCheckpoint;
import dev.cordon.ledger.internal.OpeningLinks;
import dev.cordon.ledger.internal.WholeLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger of a data directory for a command at the machine, without the server around it: what
 * the operator did is entered as the installation's administrator, and the whole is verified. Not
 * thread-safe.
 *
 * <p>Promises: it gives no entry a place; that is the server's. So what it signs is never another
 * history than the server's.
 */
public final class StandaloneLedger implements AutoCloseable {

  private static final int BATCH = 1_000;
  private static final String KEY = "ledger-key";

  private static final String ADMINISTRATOR =
      """
      select id, sign_in_name, display_name from cordon.member
      where administrator and left_at is null and (:name = '' or sign_in_name = :name)
      order by joined_at limit 1
      """;
  private static final String NAME_MEMBER =
      """
      select set_config('cordon.member', :member, true)
      """;
  private static final String LEAVES =
      """
      select body from cordon.ledger_leaves(:from, :atMost)
      """;
  private static final String RECORD =
      """
      insert into cordon.ledger_checkpoint (size, root, note) values (:size, :root, :note)
      on conflict (size) do nothing
      """;

  private static final String FORGET_WITNESSED =
      """
      update cordon.ledger_witness set size = 0
      """;

  private final DataDirectory directory;
  private final SingleConnectionDataSource application;
  private final SingleConnectionDataSource owner;
  private final TransactionTemplate transaction;
  private final NoteSigner signer;

  private StandaloneLedger(DataDirectory directory, DatabaseAddress address) {
    this.directory = directory;
    this.application =
        new SingleConnectionDataSource(
            address.url(), DatabaseAddress.APPLICATION, address.applicationPassword(), true);
    this.owner =
        new SingleConnectionDataSource(
            address.url(), DatabaseAddress.OWNER, address.ownerPassword(), true);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(application));
    this.signer = signer(directory);
  }

  /** Of an open ground. Close this before it. */
  public static StandaloneLedger of(Ground ground) {
    return new StandaloneLedger(ground.directory(), ground.address());
  }

  private static NoteSigner signer(DataDirectory directory) {
    Secrets secrets = new Secrets(directory.secrets());
    return NoteSigner.parse(
        secrets.text(
            KEY,
            () -> {
              throw new CordonException(
                  directory.root()
                      + " has no ledger yet: start the server there once, then try again.");
            }));
  }

  /** The key that verifies this ledger. */
  public NoteKey key() {
    return signer.key();
  }

  /** A text, ending in a line feed, as a note signed by the ledger's key; never a checkpoint. */
  public String sign(String text) {
    if (text.startsWith(key().name() + "\n")) {
      throw new IllegalArgumentException("checkpoints are signed where they are made");
    }
    return signer.sign(text);
  }

  /** The last checkpoint in the files. */
  public Optional<Checkpoint> last() {
    return new LogReader(directory.ledger(), key())
        .lastNote()
        .map(note -> OpenedCheckpoint.open(note, key()).checkpoint());
  }

  /**
   * Enters an act as the administrator. It gets its place when the server next gives places.
   *
   * @param name the administrator's sign-in name; empty for the first there is
   */
  public EntryId append(Entry entry, String name) {
    SignedIn administrator = administrator(name);
    JdbcClient jdbc = JdbcClient.create(application);
    Ledger ledger = new Ledger(jdbc, CurrentMember.outsideServer(), event -> {});
    return as(
        administrator,
        () -> {
          jdbc.sql(NAME_MEMBER)
              .param("member", administrator.member().toString())
              .query(String.class)
              .single();
          return ledger.append(entry);
        });
  }

  private EntryId as(SignedIn member, Supplier<EntryId> work) {
    List<EntryId> appended = new ArrayList<>();
    CurrentMember.as(
        member, () -> transaction.executeWithoutResult(status -> appended.add(work.get())));
    return appended.getFirst();
  }

  private SignedIn administrator(String name) {
    return JdbcClient.create(owner)
        .sql(ADMINISTRATOR)
        .param("name", name)
        .query((row, number) ->
            new SignedIn(
                row.getString("sign_in_name"),
                row.getString("display_name"),
                new MemberId(row.getObject("id", UUID.class)),
                null,
                true))
        .optional()
        .orElseThrow(() ->
            new CordonException(
                name.isEmpty()
                    ? "the installation has no administrator yet: start the server once."
                    : "there is no administrator with the sign-in name " + name + "."));
  }

  /**
   * Writes the files on to the last entry that has a place in the database: a copy's files may be
   * behind its database. Only for a directory whose server is stopped.
   */
  public Checkpoint catchUp() {
    JdbcClient jdbc = JdbcClient.create(application);
    LogWriter log = LogWriter.open(directory.ledger(), signer);
    long before = log.size();
    List<byte[]> leaves = leaves(jdbc, before);
    while (!leaves.isEmpty()) {
      leaves.forEach(log::append);
      leaves = leaves(jdbc, log.size());
    }
    Optional<Checkpoint> last = last();
    if (last.isPresent() && log.size() == before) {
      return last.get();
    }
    LogWriter.Published published = log.publish();
    jdbc.sql(RECORD)
        .param("size", published.checkpoint().size())
        .param("root", published.checkpoint().root().bytes())
        .param("note", published.note())
        .update();
    return published.checkpoint();
  }

  /**
   * Lets the ledger go on under a new name and key: the server's next start makes them and
   * publishes all entries anew. The files so far, which verify what was handed out before, are
   * moved to {@code ledger-before}. For a ledger that was put back behind what it had published:
   * going on under the same name it would contradict itself. Only while the server is stopped; this
   * object signs nothing afterwards.
   */
  public void beginAnew() {
    try {
      Path before = directory.root().resolve("ledger-before");
      Files.move(directory.ledger(), before, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(new Secrets(directory.secrets()).file(KEY));
      JdbcClient.create(application).sql(FORGET_WITNESSED).update();
    } catch (IOException failed) {
      throw new CordonException(
          "the ledger in " + directory.root() + " can not be given a new name.", failed);
    }
  }

  private static List<byte[]> leaves(JdbcClient jdbc, long from) {
    return jdbc.sql(LEAVES)
        .param("from", from)
        .param("atMost", BATCH)
        .query((row, number) -> row.getBytes("body"))
        .list();
  }

  /**
   * Verifies the files, every link to the database, what opens the entries, and that this tree has
   * the claimed roots at the claimed sizes; the last finding is the one that failed, where one did.
   *
   * @param trusted the ledger's key as received by another way; null for the one of this directory
   */
  public List<VerificationFinding> verify(Map<Long, Hash> claimed, @Nullable NoteKey trusted) {
    NoteKey by = trusted == null ? key() : trusted;
    List<VerificationFinding> findings = new ArrayList<>();
    WholeLedger.verify(directory.ledger(), by, JdbcClient.create(owner))
        .forEach(found ->
            findings.add(new VerificationFinding(found.check(), found.held(), found.detail())));
    if (findings.getLast().held()) {
      WholeLedger.Finding opened = OpeningLinks.verify(owner);
      findings.add(new VerificationFinding(opened.check(), opened.held(), opened.detail()));
    }
    if (findings.getLast().held() && !claimed.isEmpty()) {
      findings.add(claims(new TreeMap<>(claimed), by));
    }
    return List.copyOf(findings);
  }

  private VerificationFinding claims(Map<Long, Hash> claimed, NoteKey by) {
    LogVerifier.Step last =
        LogVerifier.verify(directory.ledger(), LogPolicy.trusting(by), claimed).getLast();
    return new VerificationFinding(
        "continuation",
        last.held(),
        last.held()
            ? "the ledger has the roots it had at " + claimed.keySet() + " entries"
            : last.check().name().toLowerCase(Locale.ROOT) + ": " + last.detail());
  }

  @Override
  public void close() {
    application.destroy();
    owner.destroy();
  }
}
