package dev.cordon.evidence.custody;

import dev.cordon.evidence.HandOver;
import dev.cordon.exchange.Receipt;
import dev.cordon.kernel.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How values are written in a report. */
public final class Shown {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.UK);

  Shown() {}

  /** A moment in UTC, to the second. */
  public String at(Instant at) {
    return SECOND.format(at.atOffset(ZoneOffset.UTC));
  }

  /** Who confirms a hand-over, the giver first. */
  public List<HandOver.Party> parties() {
    return List.of(HandOver.Party.values());
  }

  /** The hash of the leaf that proves an act, in hexadecimal. */
  public String leaf(Receipt proof) {
    return Hash.ofLeaf(proof.entry().getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A long word that may be broken, as a hash: with places to break it. */
  public String broken(String word) {
    return word.replaceAll("(.{8})(?=.)", "$1\u200B");
  }
}
