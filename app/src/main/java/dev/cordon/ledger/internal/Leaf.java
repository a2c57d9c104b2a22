package dev.cordon.ledger.internal;

import dev.cordon.access.AgencyId;
import dev.cordon.access.MemberId;
import dev.cordon.ledger.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The bytes of one leaf: lines of {@code name value}, in this order, for people and programs alike.
 * No personal data: who, why, to whom and which records are commitments.
 */
public record Leaf(List<String> lines) {

  /** The leaf of an entry. */
  public static Leaf of(UUID id, Instant at, Entry entry, MemberId member, Commitment commitment) {
    return new Leaf(
        List.of(
            "cordon-entry 1",
            "id " + id,
            "at " + at,
            "operation " + entry.operation().map(Object::toString).orElse("-"),
            "act " + entry.act(),
            "what " + entry.what(),
            "member " + hex(commitment.to("member", List.of(member.toString()))),
            "reason " + hex(commitment.to("reason", List.of(entry.reason()))),
            "recipient " + hex(commitment.to("recipient", recipient(entry))),
            "records "
                + entry.records().size()
                + " "
                + hex(commitment.to("records", entry.records()))));
  }

  /** As written: each line ended by a line feed, UTF-8. */
  public byte[] bytes() {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> recipient(Entry entry) {
    return entry.recipient().map(AgencyId::toString).stream().toList();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
