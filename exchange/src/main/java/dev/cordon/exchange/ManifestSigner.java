package dev.cordon.exchange;

/** Signs the note over a manifest's digest. */
@FunctionalInterface
public interface ManifestSigner {

  /**
   * The text as a signed note (C2SP signed-note), signatures included. The text ends in newline.
   */
  String sign(String text);
}
