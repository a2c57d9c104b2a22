package dev.cordon.exchange;

/** A package failed one check; nothing of it may be used. */
public final class PackageRefusedException extends ExchangeException {

  private static final long serialVersionUID = 1L;

  private final Check check;

  /** The check that failed, and on what. */
  public PackageRefusedException(Check check, String detail) {
    super("Package refused, check '" + check.label() + "': " + detail);
    this.check = check;
  }

  /** The check that failed. */
  public Check check() {
    return check;
  }

  /** What is checked, in this order. */
  public enum Check {
    /** The manifest and its signed note are there and not oversized. */
    PRESENT("present"),
    /** The note is signed by a key the verifier trusts. */
    SIGNATURE("signature"),
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
    DIGESTS("digests");

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
