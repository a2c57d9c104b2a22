package dev.cordon.correspondence;

import dev.cordon.Columns;
import dev.cordon.access.CurrentMember;
import dev.cordon.access.HandlingCode;
import dev.cordon.access.OperationId;
import dev.cordon.correspondents.AgencyKeys;
import dev.cordon.correspondents.PeerKey;
import dev.cordon.exchange.CheckedPackage;
import dev.cordon.exchange.KnownKey;
import dev.cordon.exchange.PackageContents;
import dev.cordon.exchange.PackageExpectation;
import dev.cordon.exchange.PackageFolder;
import dev.cordon.exchange.PackageManifest;
import dev.cordon.exchange.PackageRefusedException;
import dev.cordon.exchange.PackageRefusedException.Check;
import dev.cordon.exchange.PackageTerms;
import dev.cordon.exchange.PackageTrust;
import dev.cordon.ledger.Act;
import dev.cordon.ledger.Entry;
import dev.cordon.ledger.Ledger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks an opened package and stores it; the caller's transaction holds all of it. */
@Component
class PackageArrivals {

  private final JdbcClient jdbc;
  private final ReceivedContent received;
  private final CurrentMember currentMember;
  private final Ledger ledger;
  private final AgencyKeys keys;
  private final Own own;
  private final ArrivalReceipts receipts;

  PackageArrivals(
      JdbcClient jdbc,
      ReceivedContent received,
      CurrentMember currentMember,
      Ledger ledger,
      AgencyKeys keys,
      Own own,
      ArrivalReceipts receipts) {
    this.jdbc = jdbc;
    this.received = received;
    this.currentMember = currentMember;
    this.ledger = ledger;
    this.keys = keys;
    this.own = own;
    this.receipts = receipts;
  }

  private record Known(UUID id, String manifestSha256) {}

  Arrival take(OperationId operation, Map<String, byte[]> files, byte[] sealed, Way way) {
    PeerKey signer = signer(operation, files);
    PackageManifest manifest =
        PackageTrust.check(files, List.of(signer.known()), expectation(signer)).requireHeld();
    String digest = PackageFolder.sha256(bytes(files, "manifest.json"));
    Optional<Known> known = known(operation, signer, manifest);
    if (known.isPresent()) {
      return again(operation, signer, manifest, known.get(), digest);
    }
    Own.Agency agency = own.agency(operation);
    PackageTerms terms = manifest.requiredTerms();
    requireOurs(agency, manifest, terms);
    PackageContents content = PackageContents.read(files, terms.country());
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    UUID id =
        received.add(
            operation,
            agency,
            new ReceivedContent.Came(signer, manifest, files, sealed, digest, way, at),
            content);
    ledger.append(
        Entry.of(
                operation,
                Act.COLLECTION,
                "package-received",
                way == Way.PUSH
                    ? "arrived from the sender's server; taken in for the member who keeps this"
                        + " door"
                    : "taken in from a file")
            .touching(id, "sha256 " + digest));
    return new Arrival(
        "Package "
            + manifest.number()
            + ", version "
            + manifest.version()
            + ", of "
            + terms.senderName()
            + " is here: every check held.",
        true,
        Optional.of(id),
        receipt(signer, manifest, digest, at));
  }

  private PeerKey signer(OperationId operation, Map<String, byte[]> files) {
    List<PeerKey> all = keys.all(operation);
    CheckedPackage first =
        PackageTrust.check(
            files, all.stream().map(PackageArrivals::asAnybody).toList(), PackageExpectation.NONE);
    if (first.signer() == null) {
      PackageManifest unused = first.requireHeld();
    }
    PeerKey signer =
        all.stream()
            .filter(key -> key.noteKey().equals(first.signer()))
            .findFirst()
            .orElseThrow(
                () -> new PackageRefusedException(Check.SIGNATURE, "no known key signed it"));
    Trust.require(signer);
    if (signer.peerOperation() == null || signer.ourIdThere() == null) {
      throw new PackageRefusedException(
          Check.OPERATION,
          "the key card of "
              + signer.peerName()
              + " names no operation and no recipient. Ask for a card made for your agency");
    }
    return signer;
  }

  // Only to find out whose key signed: what it may be used for is checked after that.
  private static KnownKey asAnybody(PeerKey key) {
    return KnownKey.of(key.noteKey());
  }

  private static PackageExpectation expectation(PeerKey signer) {
    return new PackageExpectation(
        Set.of(String.valueOf(signer.ourIdThere())),
        String.valueOf(signer.peerOperation()),
        null,
        null);
  }

  private static void requireOurs(Own.Agency agency, PackageManifest manifest, PackageTerms terms) {
    if (!terms.country().equals(agency.country())) {
      throw new PackageRefusedException(
          Check.CONTENT,
          "it holds subjects of " + terms.country() + ", this agency is of " + agency.country());
    }
    if (Arrays.stream(HandlingCode.values())
        .noneMatch(code -> code.name().equals(manifest.handlingCode()))) {
      throw new PackageRefusedException(Check.FORMAT, "its handling code is none of H0 to H3");
    }
    if (!manifest.number().matches("[A-Za-z0-9-]{1,40}") || manifest.version() < 1) {
      throw new PackageRefusedException(Check.FORMAT, "its number or version is none");
    }
  }

  private Optional<Known> known(OperationId operation, PeerKey signer, PackageManifest manifest) {
    return jdbc.sql(ReceivedSql.KNOWN)
        .param("operation", operation.value())
        .param("peer", signer.peer().value())
        .param("number", manifest.number())
        .param("version", manifest.version())
        .query((row, place) -> new Known(Columns.uuid(row, "id"), row.getString("manifest_sha256")))
        .optional();
  }

  private Arrival again(
      OperationId operation, PeerKey signer, PackageManifest manifest, Known known, String digest) {
    if (!known.manifestSha256().equals(digest)) {
      throw new PackageRefusedException(
          Check.VERSION,
          "another package "
              + manifest.number()
              + ", version "
              + manifest.version()
              + ", is here already");
    }
    ledger.append(
        Entry.of(operation, Act.DECISION, "package-repeated", "arrived again; nothing was changed")
            .touching(known.id(), "sha256 " + digest));
    Instant at =
        jdbc.sql(ReceivedSql.TOLD)
            .param("operation", operation.value())
            .param("received", known.id())
            .query((row, place) -> Columns.instant(row, "taken_at"))
            .single();
    return new Arrival(
        "Package "
            + manifest.number()
            + ", version "
            + manifest.version()
            + ", was here already; nothing was changed.",
        false,
        Optional.of(known.id()),
        receipt(signer, manifest, digest, at));
  }

  private String receipt(PeerKey signer, PackageManifest manifest, String digest, Instant at) {
    return receipts.forPackage(
        signer,
        UUID.fromString(manifest.operation()),
        manifest.number(),
        manifest.version(),
        digest,
        at,
        currentMember.get().displayName());
  }

  private static byte[] bytes(Map<String, byte[]> files, String path) {
    return Objects.requireNonNull(files.get(path), path);
  }
}
