package dev.cordon.dispatch;

import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.OperationId;
import dev.cordon.access.ReadingReason;
import dev.cordon.access.ReadingReasons;
import dev.cordon.access.Right;
import dev.cordon.exchange.PackageBag;
import dev.cordon.exchange.PackageManifest;
import dev.cordon.exchange.SealedPackage;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Released packages as files, to be taken along or sent; the bytes are those that were signed. */
@Service
@Transactional
public class PackageCopies {

  private final Access access;
  private final Ledger ledger;
  private final ReadingReasons reasons;
  private final IntelligencePackages packages;
  private final Signing signing;
  private final ReleaseReceipts receipts;

  PackageCopies(
      Access access,
      Ledger ledger,
      ReadingReasons reasons,
      IntelligencePackages packages,
      Signing signing,
      ReleaseReceipts receipts) {
    this.access = access;
    this.ledger = ledger;
    this.reasons = reasons;
    this.packages = packages;
    this.signing = signing;
    this.receipts = receipts;
  }

  /**
   * A released package's files with its manifest and signed note, a whole bag where it is one;
   * taking a copy is an entry.
   */
  public Map<String, byte[]> copy(OperationId operation, PackageId id) {
    return taken(operation, id, "took a copy of the package");
  }

  /**
   * A released package sealed to its recipient's keys (age), for any channel; taking it is an
   * entry.
   *
   * @param recipients public keys, {@code age1…}; whoever calls has checked whose they are
   */
  public byte[] sealed(OperationId operation, PackageId id, List<String> recipients) {
    Map<String, byte[]> bag =
        taken(operation, id, "took the package sealed to its recipient's keys");
    IntelligencePackage released = packages.get(operation, id);
    if (!released.form().isBag()) {
      throw new RefusedException(
          "Package "
              + released.number()
              + ", version "
              + released.version()
              + ", is of the first form and can not be sealed. Draft a new version.");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PackageManifest manifest =
        PackageManifest.read(Objects.requireNonNull(bag.get("manifest.json")));
    SealedPackage.seal(PackageBag.top(manifest), bag, recipients, out);
    return out.toByteArray();
  }

  private Map<String, byte[]> taken(OperationId operation, PackageId id, String what) {
    access.require(operation, Area.PACKAGES, Right.READ);
    ReadingReason reason = reasons.require(operation);
    IntelligencePackage released = packages.get(operation, id);
    Map<String, byte[]> all = signing.copy(released, receipts.of(released));
    ledger.append(
        Entry.of(operation, Act.CONSULTATION, "package-copy", reason.about(what))
            .to(released.recipient())
            .touching(id));
    return all;
  }

  /**
   * The whole bag of a released package, to be sealed and sent; the caller enters that it goes.
   *
   * @throws RefusedException while it is not released, and for one signed in the form of earlier
   *     versions
   */
  @Transactional(readOnly = true)
  public SortedMap<String, byte[]> bag(OperationId operation, PackageId id) {
    access.require(operation, Area.PACKAGES, Right.RELEASE);
    IntelligencePackage released = packages.get(operation, id);
    if (!released.form().isBag()) {
      throw new RefusedException(
          "Package "
              + released.number()
              + " was signed in the form of an earlier version, which is handed over as a folder."
              + " Release a new version to send it sealed.");
    }
    return new TreeMap<>(signing.copy(released, receipts.of(released)));
  }
}
