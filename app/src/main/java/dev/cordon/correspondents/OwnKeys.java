package dev.cordon.correspondents;

import dev.cordon.access.Access;
import dev.cordon.exchange.SealingKey;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.NoteSigner;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The installation's own keys, made at the first start.
 *
 * <p>Promises: on disk they are wrapped like the operations' keys; a change is on disk as a whole
 * or not at all; what was sealed to an earlier key still opens. Thread-safe.
 */
@Component
public class OwnKeys {

  /** The name notes of this installation carry. */
  public static final String NAME = "cordon.dispatch";

  private final OwnKeyFile file;
  private final Access access;
  private final Ledger ledger;
  private List<OwnKey> keys;

  OwnKeys(OwnKeyFile file, Access access, Ledger ledger) {
    this.file = file;
    this.access = access;
    this.ledger = ledger;
    this.keys = file.read();
    if (keys.isEmpty()) {
      OwnKey first = fresh(file.bareSigner().orElseGet(() -> NoteSigner.generate(NAME)));
      file.write(List.of(first));
      keys = List.of(first);
    }
    file.removeBare();
  }

  /** One version of the own keys, without what is secret. */
  public record Shown(NoteKey noteKey, String ageRecipient, String fingerprint, Instant madeAt) {}

  /** Signs a text, which ends in a line feed, with the newest key. */
  public String sign(String text) {
    return newest().signer().sign(text);
  }

  /** The newest keys. */
  public Shown current() {
    return shown(newest());
  }

  /** All versions, the newest first. */
  public synchronized List<Shown> all() {
    return keys.reversed().stream().map(OwnKeys::shown).toList();
  }

  /** Every key this installation ever signed with. */
  public synchronized NoteKey[] noteKeys() {
    return keys.stream().map(key -> key.signer().key()).toArray(NoteKey[]::new);
  }

  /** The secret age keys, to open what is sealed to any of them. */
  public synchronized List<String> identities() {
    return keys.reversed().stream().map(OwnKey::identity).toList();
  }

  /** Whether something is meant for one of the own keys. */
  public synchronized boolean isOwn(String ageRecipient) {
    return keys.stream().anyMatch(key -> key.recipient().equals(ageRecipient));
  }

  /** Makes new keys; the earlier ones go on opening. For the administrator. */
  @Transactional
  public void rotate(String reason) {
    access.requireAdministrator();
    OwnKey next = fresh(NoteSigner.generate(NAME));
    ledger.append(
        Entry.ofInstallation(Act.DECISION, "own-key", reason).touching(next.fingerprint()));
    synchronized (this) {
      List<OwnKey> more = new ArrayList<>(keys);
      more.add(next);
      file.write(more);
      keys = List.copyOf(more);
    }
  }

  private synchronized OwnKey newest() {
    return keys.getLast();
  }

  private static OwnKey fresh(NoteSigner signer) {
    SealingKey age = SealingKey.generate();
    return new OwnKey(signer, age.identity(), age.recipient(), Instant.now());
  }

  private static Shown shown(OwnKey key) {
    return new Shown(key.signer().key(), key.recipient(), key.fingerprint(), key.madeAt());
  }
}
