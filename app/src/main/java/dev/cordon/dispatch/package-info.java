/**
 * One signed, versioned, recallable package for each receiving agency; its outcome comes back.
 *
 * <p>Takes: confirmed and attributed subjects. Gives: packages, receipts, outcomes. Tells: {@code
 * PackageDispatched}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "web",
      "access",
      "approval",
      "correspondents",
      "ground",
      "ledger",
      "intake",
      "resolution",
      "attribution",
      "deconfliction",
      "law",
      "protection"
    })
package dev.cordon.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
