package dev.cordon.formats.lists;

import dev.cordon.formats.Position;
import dev.cordon.formats.lists.ListedHash.NotAHash;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one row and tells it. For one thread, used again for each row. */
final class RowDraft {

  private static final int LONGEST_CATEGORY = 40;
  private static final int MOST_VENDOR_HASHES = 64;
  private static final Set<String> NOTHING = Set.of("", "null", "none", "n/a", "-");
  private static final Set<String> TRUE = Set.of("true", "1", "yes", "y");

  private final ListHandler handler;
  private final @Nullable HashKind assumed;
  private List<ListedHash> hashes = new ArrayList<>(3);
  private List<VendorHash> vendorHashes = List.of();
  private EnumSet<ListClaim> claims = EnumSet.noneOf(ListClaim.class);
  private final List<String> faults = new ArrayList<>();
  private String category = "";
  private String hash = "";
  private String hashType = "";
  private boolean isWithdrawn;

  /** With the kind of hashes whose kind nothing else tells. */
  RowDraft(ListHandler handler, @Nullable HashKind assumed) {
    this.handler = handler;
    this.assumed = assumed;
  }

  /** Takes a field. */
  void field(ListField field, String name, String text) {
    String value = text.strip();
    if (isNothing(value)) {
      return;
    }
    switch (field) {
      case MD5 -> hash(HashKind.MD5, value);
      case SHA1 -> hash(HashKind.SHA1, value);
      case SHA256 -> hash(HashKind.SHA256, value);
      case PDQ -> hash(HashKind.PDQ, value);
      case HASH -> hash = value;
      case HASH_TYPE -> hashType = value;
      case VENDOR -> vendor(name, value);
      case CATEGORY -> category(value);
      case SERIES -> claims.add(ListClaim.SERIES);
      case VICTIM_IDENTIFIED,
          OFFENDER_IDENTIFIED,
          DISTRIBUTED,
          SUSPECTED,
          SELF_GENERATED,
          BASELINE,
          PRECATEGORIZED ->
          claim(field, value);
    }
  }

  private static boolean isNothing(String value) {
    return value.length() <= 4 && NOTHING.contains(value.toLowerCase(Locale.ROOT));
  }

  private void claim(ListField field, String value) {
    ListClaim claim = field.claim();
    if (claim != null && value.length() <= 4 && TRUE.contains(value.toLowerCase(Locale.ROOT))) {
      claims.add(claim);
    }
  }

  private void category(String value) {
    if (value.length() > LONGEST_CATEGORY) {
      faults.add("the category is longer than " + LONGEST_CATEGORY + " characters");
    } else {
      category = value;
    }
  }

  void hash(HashKind kind, String value) {
    try {
      ListedHash read = ListedHash.parse(kind, value);
      Optional<ListedHash> other = hashes.stream().filter(one -> one.kind() == kind).findFirst();
      if (other.isEmpty()) {
        hashes.add(read);
      } else if (!other.get().equals(read)) {
        faults.add("a second " + kind.text() + " stands in the row");
      }
    } catch (NotAHash wrong) {
      faults.add(wrong.reason());
    }
  }

  /** A hash with its type beside it. */
  void typed(String type, String value) {
    if (isNothing(value.strip())) {
      return;
    }
    HashKind.named(type)
        .ifPresentOrElse(kind -> hash(kind, value.strip()), () -> vendor(type, value));
  }

  private void vendor(String name, String value) {
    if (value.length() > VendorHash.LONGEST) {
      faults.add("a hash of a vendor is longer than " + VendorHash.LONGEST + " characters");
      return;
    }
    if (vendorHashes.isEmpty()) {
      vendorHashes = new ArrayList<>(2);
    }
    if (vendorHashes.size() < MOST_VENDOR_HASHES) {
      vendorHashes.add(new VendorHash(name.length() > 64 ? name.substring(0, 64) : name, value));
    } else if (vendorHashes.size() == MOST_VENDOR_HASHES) {
      faults.add("more than " + MOST_VENDOR_HASHES + " hashes of vendors in one row");
    }
  }

  void fault(String reason) {
    faults.add(reason);
  }

  void withdraw() {
    isWithdrawn = true;
  }

  /** Whether there is anything that looks like a hash. */
  boolean hasHash() {
    return !hashes.isEmpty() || !vendorHashes.isEmpty() || !hash.isEmpty() || !faults.isEmpty();
  }

  /** Tells the row and begins the next. */
  void end(Position position) {
    untyped();
    if (!hashes.isEmpty() || !vendorHashes.isEmpty()) {
      handler.entry(new ListEntry(position, hashes, vendorHashes, category, claims, isWithdrawn));
      String rest = "; the row's other hashes are kept";
      faults.forEach(fault -> handler.broken(position, fault + rest));
    } else {
      handler.broken(position, faults.isEmpty() ? "holds no hash" : String.join("; ", faults));
    }
    clear();
  }

  private void untyped() {
    if (hash.isEmpty()) {
      return;
    }
    if (!hashType.isEmpty() && !hashType.equalsIgnoreCase("media")) {
      typed(hashType, hash);
      return;
    }
    HashKind kind =
        switch (hash.length()) {
          case 32 -> HashKind.MD5;
          case 40 -> HashKind.SHA1;
          default -> assumed;
        };
    if (kind == null) {
      faults.add(
          hash.length() == 64
              ? "64 hex digits may be sha256 or pdq: say which (--kind)"
              : "a hash of " + hash.length() + " characters is of no known kind");
    } else {
      hash(assumed == null ? kind : assumed, hash);
    }
  }

  void clear() {
    hashes = new ArrayList<>(3);
    vendorHashes = List.of();
    claims = EnumSet.noneOf(ListClaim.class);
    faults.clear();
    category = "";
    hash = "";
    hashType = "";
    isWithdrawn = false;
  }
}
