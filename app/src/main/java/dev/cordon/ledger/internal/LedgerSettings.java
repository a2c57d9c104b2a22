package dev.cordon.ledger.internal;

import dev.cordon.CordonException;
import dev.cordon.kernel.KernelException;
import dev.cordon.kernel.merkle.LogPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who vouches for the ledger from outside. Without these settings no connection is made and no
 * checkpoint of others is cosigned.
 *
 * @param witnesses a policy file (C2SP tlog-policy): whom to ask, with their addresses
 * @param witnessFor a policy file: whose logs to cosign, and nobody else's
 * @param keepEvery how often a checkpoint is kept for good and witnesses are asked
 * @param timeStampAuthority where to ask for time stamps (RFC 3161)
 * @param timeStampCertificates the authority's certificates, PEM: what its stamps are checked with
 */
@ConfigurationProperties("cordon.ledger")
public record LedgerSettings(
    @Nullable Path witnesses,
    @Nullable Path witnessFor,
    @DefaultValue("10m") Duration keepEvery,
    @Nullable URI timeStampAuthority,
    @Nullable Path timeStampCertificates) {

  /** Whom to ask; nobody without a file. */
  LogPolicy asked() {
    return policy(witnesses, "cordon.ledger.witnesses");
  }

  /** Whose logs are cosigned; nobody's without a file. */
  LogPolicy witnessed() {
    return policy(witnessFor, "cordon.ledger.witness-for");
  }

  private static LogPolicy policy(@Nullable Path file, String setting) {
    if (file == null) {
      return LogPolicy.trusting();
    }
    try {
      return LogPolicy.parse(Files.readString(file));
    } catch (IOException | KernelException refused) {
      throw new CordonException(
          setting + " names " + file + ", which is no policy file: " + refused.getMessage(),
          refused);
    }
  }
}
