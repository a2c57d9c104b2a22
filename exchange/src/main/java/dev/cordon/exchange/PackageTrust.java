package dev.cordon.exchange;

import dev.cordon.exchange.CheckedPackage.Result;
import dev.cordon.exchange.PackageManifest.FileEntry;
import dev.cordon.exchange.PackageRefusedException.Check;
import dev.cordon.kernel.merkle.Note;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.kernel.merkle.ProofException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who signed a package, and whether it is whole and for the one who checks: every check named, one
 * after the other. Nothing of a package may be used unless all held.
 *
 * <p>Promises: the files are, byte for byte, what the holder of one of the known keys signed. Does
 * not promise that the sender was right. One use, one thread.
 */
public final class PackageTrust {

  private static final int LARGEST_MANIFEST_BYTES = 16 << 20;

  private final List<KnownKey> keys;
  private final PackageExpectation expectation;
  private final List<Result> results = new ArrayList<>();

  private PackageTrust(List<KnownKey> keys, PackageExpectation expectation) {
    this.keys = List.copyOf(keys);
    this.expectation = expectation;
  }

  /**
   * Checks a package of today's form.
   *
   * @param files a bag's files, as {@link SealedPackage#open}, {@link PackageArchive#read} or
   *     {@link BagFolder#read} give them
   */
  public static CheckedPackage check(
      Map<String, byte[]> files, List<KnownKey> keys, PackageExpectation expectation) {
    return new PackageTrust(keys, expectation).checked(files);
  }

  private CheckedPackage checked(Map<String, byte[]> files) {
    KnownKey signer = null;
    PackageManifest manifest = null;
    try {
      Bag.check(files);
      held(Check.BAG, "complete, each of its " + files.size() + " files as listed");
      byte[] bytes = present(files, PackageFolder.MANIFEST);
      String note = BagList.text(PackageFolder.NOTE, present(files, PackageFolder.NOTE));
      held(Check.PRESENT, "manifest and signed note are there");
      signer = signer(note);
      held(Check.SIGNATURE, "by " + signer.key().name());
      requireDigest(note, signer, bytes);
      held(Check.MANIFEST_DIGEST, "the signed note is about this manifest");
      manifest = read(bytes);
      held(Check.FORMAT, "format " + manifest.format());
      requireKey(signer, manifest);
      requireListed(manifest, files);
      requireCanonical(manifest, bytes, note, files);
    } catch (PackageRefusedException refused) {
      results.add(new Result(refused.check(), false, refused.detail()));
      return new CheckedPackage(results, manifest, signer == null ? null : signer.key());
    }
    meet(manifest, signer);
    meetReceipt(files);
    meetContent(manifest, files);
    return new CheckedPackage(results, manifest, signer.key());
  }

  private void held(Check check, String detail) {
    results.add(new Result(check, true, detail));
  }

  private void found(Check check, boolean held, String detail) {
    results.add(new Result(check, held, detail));
  }

  private static byte[] present(Map<String, byte[]> files, String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new PackageRefusedException(Check.PRESENT, name + " is missing");
    }
    if (content.length > LARGEST_MANIFEST_BYTES) {
      throw new PackageRefusedException(
          Check.PRESENT, name + " is larger than " + LARGEST_MANIFEST_BYTES + " bytes");
    }
    return content;
  }

  private KnownKey signer(String note) {
    String reason = "no known key signed it";
    for (KnownKey known : keys) {
      try {
        String unused = new Note(note).open(known.key());
        return known;
      } catch (ProofException other) {
        if (other.check() != dev.cordon.kernel.merkle.Check.KEY) {
          reason = String.valueOf(other.getMessage());
        }
      }
    }
    throw new PackageRefusedException(Check.SIGNATURE, reason);
  }

  private static void requireDigest(String note, KnownKey signer, byte[] manifest) {
    if (!new Note(note).open(signer.key()).equals(PackageFolder.textToSign(manifest))) {
      throw new PackageRefusedException(
          Check.MANIFEST_DIGEST, "the signed note is about another manifest");
    }
  }

  private static PackageManifest read(byte[] bytes) {
    try {
      PackageManifest manifest = PackageManifest.read(bytes);
      if (manifest.format() == PackageManifest.BAG) {
        return manifest;
      }
      throw new PackageRefusedException(
          Check.FORMAT, "format " + manifest.format() + " is a plain folder, not a bag");
    } catch (PackageRefusedException refused) {
      throw refused;
    } catch (ExchangeException unreadable) {
      throw new PackageRefusedException(Check.FORMAT, String.valueOf(unreadable.getMessage()));
    }
  }

  private void requireKey(KnownKey signer, PackageManifest manifest) {
    String objection = signer.objection(manifest.releasedAt());
    if (objection != null) {
      throw new PackageRefusedException(Check.KEY, objection);
    }
    held(Check.KEY, signer.described());
  }

  private void requireListed(PackageManifest manifest, Map<String, byte[]> files) {
    Set<String> listed =
        manifest.files().stream()
            .map(FileEntry::path)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> payload = new TreeSet<>(files.keySet());
    payload.removeIf(path -> !path.startsWith("data/"));
    if (!listed.equals(payload)) {
      payload.removeAll(listed);
      throw new PackageRefusedException(
          Check.FILES,
          payload.isEmpty()
              ? "a file the manifest lists is missing"
              : BagPaths.shown(payload.iterator().next()) + " is not listed in the manifest");
    }
    for (FileEntry entry : manifest.files()) {
      byte[] content = present(files, entry.path(), Check.FILES);
      if (content.length != entry.size()) {
        throw new PackageRefusedException(
            Check.SIZES,
            entry.path() + " has " + content.length + " bytes, listed are " + entry.size());
      }
      if (!PackageFolder.sha256(content).equals(entry.sha256())) {
        throw new PackageRefusedException(Check.DIGESTS, entry.path() + " was changed");
      }
    }
    held(Check.FILES, "each of " + listed.size() + " files as signed");
  }

  private static byte[] present(Map<String, byte[]> files, String path, Check check) {
    byte @Nullable [] content = files.get(path);
    if (content == null) {
      throw new PackageRefusedException(check, path + " is missing");
    }
    return content;
  }

  /** Whatever is not signed must follow from what is: nothing can be slipped in beside it. */
  private static void requireCanonical(
      PackageManifest manifest, byte[] bytes, String note, Map<String, byte[]> files) {
    Map<String, byte[]> payload = new TreeMap<>(files);
    payload.keySet().removeIf(path -> !path.startsWith("data/"));
    Map<String, byte[]> expected =
        PackageBag.of(bytes, note, payload, files.get(PackageBag.RECEIPT));
    Set<String> more = new TreeSet<>(files.keySet());
    more.removeAll(expected.keySet());
    if (!more.isEmpty()) {
      throw new PackageRefusedException(
          Check.FILES, BagPaths.shown(more.iterator().next()) + " belongs to no package");
    }
    for (Map.Entry<String, byte[]> file : expected.entrySet()) {
      if (!Arrays.equals(file.getValue(), files.get(file.getKey()))) {
        throw new PackageRefusedException(
            Check.BAG,
            file.getKey() + " is not what follows from the manifest of " + manifest.number());
      }
    }
  }

  private void meet(PackageManifest manifest, KnownKey signer) {
    PackageTerms terms = manifest.requiredTerms();
    String agency = signer.agency();
    if (agency != null) {
      found(
          Check.SENDER,
          agency.equals(terms.sender()),
          "it names "
              + terms.senderName()
              + " as its sender"
              + (agency.equals(terms.sender()) ? "" : ", the key is another agency's"));
    }
    Set<String> recipients = expectation.recipients();
    if (recipients != null) {
      boolean ours =
          recipients.contains(manifest.recipient()) || recipients.contains(terms.recipientName());
      found(Check.RECIPIENT, ours, "it is for " + terms.recipientName());
    }
    String operation = expectation.operation();
    if (operation != null) {
      found(
          Check.OPERATION,
          operation.equals(manifest.operation()),
          "it is of operation " + terms.operationName());
    }
    meetNumber(manifest);
  }

  /** The ledger's key is its own word here; whoever has it by another way compares it. */
  private void meetReceipt(Map<String, byte[]> files) {
    byte[] json = files.get(PackageBag.RECEIPT);
    if (json == null) {
      return;
    }
    try {
      Receipt receipt = Receipt.read(json);
      String digest = PackageFolder.sha256(present(files, PackageFolder.MANIFEST));
      boolean about = receipt.statement().contains("\nmanifest-sha256 " + digest + "\n");
      boolean proved =
          ReceiptVerifier.verify(json, List.of(NoteKey.parse(receipt.key())), Optional.empty())
              .stream()
              .allMatch(ReceiptVerifier.Step::held);
      found(
          Check.RECEIPT,
          about && proved,
          about
              ? (proved
                  ? "the release is entry "
                      + receipt.place()
                      + " of the ledger with key "
                      + receipt.key()
                  : "its proof does not hold")
              : "it is about another package");
    } catch (ExchangeException | ProofException malformed) {
      found(Check.RECEIPT, false, String.valueOf(malformed.getMessage()));
    }
  }

  private void meetContent(PackageManifest manifest, Map<String, byte[]> files) {
    try {
      PackageContents contents = PackageContents.read(files, manifest.requiredTerms().country());
      held(
          Check.CONTENT,
          contents.subjects().size()
              + " subjects of "
              + manifest.requiredTerms().country()
              + ", "
              + contents.rows().size()
              + " records of theirs");
    } catch (PackageRefusedException refused) {
      found(refused.check(), false, refused.detail());
    }
  }

  private void meetNumber(PackageManifest manifest) {
    String number = expectation.number();
    String shown = manifest.number() + ", version " + manifest.version();
    if (number != null) {
      found(Check.VERSION, number.equals(manifest.number()), "it is " + shown);
    }
    Integer there = expectation.newerThan();
    if (there != null) {
      found(
          Check.VERSION,
          manifest.version() > there,
          "it is " + shown + "; version " + there + " is there already");
    }
  }
}
