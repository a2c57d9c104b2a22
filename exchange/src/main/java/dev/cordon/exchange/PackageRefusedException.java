package dev.cordon.exchange;

/** A package failed one check; nothing of it may be used. */
public final class PackageRefusedException extends ExchangeException {

  private static final long serialVersionUID = 1L;

  private final Check check;
  private final String detail;

  /** The check that failed, and on what. */
  public PackageRefusedException(Check check, String detail) {
    super("Package refused, check '" + check.label() + "': " + detail);
    this.check = check;
    this.detail = detail;
  }

  /** The check that failed. */
  public Check check() {
    return check;
  }

  /** What was found, without the check's name. */
  public String detail() {
    return detail;
  }

  /** What is checked, in this order. */
  public enum Check {
    /** It is sealed, and one of the given keys opens it. */
    SEALED("sealed to this key"),
    /** What was sealed came whole and unchanged. */
    UNCHANGED("sealed content"),
    /** The archive inside can be read and holds plain files only. */
    ARCHIVE("archive"),
    /** It is no larger than a package can be. */
    BOUNDS("bounds"),
    /** The folder's own lists (BagIt) can be read. */
    BAG("bag"),
    /** The manifest and its signed note are there and not oversized. */
    PRESENT("present"),
    /** The note is signed by a key the verifier trusts. */
    SIGNATURE("signature"),
    /** The key that signed was in use then and not revoked. */
    KEY("signer's key"),
    /** The note's digest is that of the manifest. */
    MANIFEST_DIGEST("manifest digest"),
    /** The manifest is one this version can read. */
    FORMAT("format"),
    /** Every listed path stays inside the package. */
    PATHS("paths"),
    /** The package holds the listed files and no others. */
    FILES("files"),
    /** Every file has its listed size. */
    SIZES("sizes"),
    /** Every file has its listed digest. */
    DIGESTS("digests"),
    /** The agency it names as sender is the one whose key signed. */
    SENDER("sender"),
    /** It is for the one who checks. */
    RECIPIENT("recipient"),
    /** It is of the operation that is expected. */
    OPERATION("operation"),
    /** It is newer than the version that is there. */
    VERSION("version"),
    /** The receipt of its release, where there is one, is about it and holds. */
    RECEIPT("ledger receipt"),
    /** Its rows belong together, and its subjects to the recipient's country. */
    CONTENT("content");

    private final String label;

    Check(String label) {
      this.label = label;
    }

    /** As a reader sees it. */
    public String label() {
      return label;
    }
  }
}
