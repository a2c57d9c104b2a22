package dev.cordon.casework;

import org.jspecify.annotations.Nullable;

/**
 * One thing found in a document.
 *
 * @param severity how grave it is
 * @param focus the node it is about, as the document names it
 * @param path the property it is about; null where it is about the node or a term
 * @param value the value it is about, where there is one
 * @param constraint which constraint failed: the local name of the SHACL component, or {@code
 *     UnknownTerm}
 * @param message in the words of the shape
 */
public record Finding(
    Severity severity,
    String focus,
    @Nullable String path,
    @Nullable String value,
    String constraint,
    String message) {

  /** How grave a finding is; in the order of SHACL, section 2.1.4. */
  public enum Severity {
    /** Worth knowing; the document conforms all the same. */
    INFO,
    /** Allowed now and not in a later version. */
    WARNING,
    /** The document does not conform. */
    VIOLATION
  }
}
