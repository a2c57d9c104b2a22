/**
 * What is asked of banks, processors, exchanges, mail and access providers, until when.
 *
 * <p>Takes: selectors and subjects. Gives: requests with legal basis, channel, deadline and answer.
 * An answer is a source like any other and is linked here.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "web",
      "access",
      "ledger",
      "intake",
      "reference",
      "resolution",
      "attribution"
    })
package dev.cordon.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
