package dev.cordon.cli;

import dev.cordon.exchange.ExchangeException;
import dev.cordon.exchange.TimeStamps;
import dev.cordon.kernel.merkle.LogVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A whole ledger: its files, then the time stamps over checkpoints it kept. */
final class LedgerVerification {

  private static final String TIME_STAMPS = "time-stamps";

  /** A checkpoint as it was stamped: text of three lines, an empty one, the log's signature. */
  private static final int STAMPED_LINES = 5;

  private LedgerVerification() {}

  static List<Finding> of(Path ledger, Trust trust) {
    List<Finding> findings = new ArrayList<>();
    for (LogVerifier.Step step : LogVerifier.verify(ledger, trust.asPolicy())) {
      findings.add(
          new Finding(step.check().name().toLowerCase(Locale.ROOT), step.held(), step.detail()));
    }
    if (findings.getLast().held() && Files.isDirectory(ledger.resolve(TIME_STAMPS))) {
      findings.add(timeStamps(ledger, trust));
    }
    return findings;
  }

  private static Finding timeStamps(Path ledger, Trust trust) {
    try (Stream<Path> files = Files.list(ledger.resolve(TIME_STAMPS))) {
      List<Path> stamps = files.filter(file -> !file.toString().endsWith(".new")).sorted().toList();
      if (trust.authorities().isEmpty()) {
        return new Finding(
            "time-stamp",
            true,
            stamps.size()
                + " time stamps are there and were not checked: give the authority's certificate"
                + " with --time-stamp-authority");
      }
      Instant latest = Instant.EPOCH;
      for (Path stamp : stamps) {
        Instant at = time(ledger, stamp, trust);
        latest = at.isAfter(latest) ? at : latest;
      }
      return new Finding(
          "time-stamp", true, stamps.size() + " time stamps hold, the latest of " + latest);
    } catch (ExchangeException | IOException refused) {
      return new Finding("time-stamp", false, String.valueOf(refused.getMessage()));
    }
  }

  private static Instant time(Path ledger, Path stamp, Trust trust) throws IOException {
    Path checkpoint = ledger.resolve("checkpoints").resolve(String.valueOf(stamp.getFileName()));
    try {
      if (Files.size(stamp) > TimeStamps.LARGEST_BYTES) {
        throw new ExchangeException("it is larger than a time stamp can be");
      }
      return TimeStamps.verify(
          Files.readAllBytes(stamp), stamped(Files.readString(checkpoint)), trust.authorities());
    } catch (ExchangeException refused) {
      throw new ExchangeException(stamp.getFileName() + ": " + refused.getMessage(), refused);
    }
  }

  /** Cosignatures came after the stamp was asked for. */
  private static byte[] stamped(String kept) {
    StringBuilder text = new StringBuilder();
    kept.lines().limit(STAMPED_LINES).forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
