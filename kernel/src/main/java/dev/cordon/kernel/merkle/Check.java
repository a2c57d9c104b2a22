package dev.cordon.kernel.merkle;

/** What a verifier looks at, in the order in which it does. */
public enum Check {
  /** Sizes and places fit together. */
  BOUNDS,
  /** There are exactly as many bytes or hashes as the sizes demand. */
  LENGTH,
  /** The form is the one the format prescribes. */
  FORM,
  /** The hashes lead to the root. */
  ROOT,
  /** A file that must be there is there. */
  PRESENCE,
  /** The file's hashes are those of what it stands for. */
  TILE,
  /** The key is one of the trusted ones. */
  KEY,
  /** The signature is the key's over exactly this text. */
  SIGNATURE,
  /** Enough of the trusted witnesses cosigned. */
  QUORUM,
  /** Each checkpoint kept from before is of this very tree. */
  HISTORY,
  /** No file is there that is no part of the log. */
  STRAY
}
