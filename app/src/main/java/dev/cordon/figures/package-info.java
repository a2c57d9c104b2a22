/**
 * Numbers with their definition, their as-of time and the records behind each.
 *
 * <p>Takes: the read-only views each stage publishes. Gives: figures. Tells: {@code
 * FiguresPublished}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "access",
      "ledger",
      "web",
      "intake",
      "resolution",
      "attribution",
      "dispatch",
      "action",
      "evidence",
      "triage"
    })
package dev.cordon.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
