package dev.cordon.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receipt for whoever handed a source over, with what proves it: the words, the entry of the
 * ledger that commits to them, and its place under a signed checkpoint.
 *
 * @param format the version of this form
 * @param statement the receipt's words: lines of {@code name value}, each ended by a line feed
 * @param entry the exact text of the ledger's entry
 * @param salt what opens the entry's commitment to its records, 32 bytes in hex
 * @param records what the entry commits to, in its order; one names the statement's SHA-256
 * @param place of the entry in the tree, from 0
 * @param proof the hashes that lead from the entry's leaf to the root, in hex
 * @param checkpoint the signed note that covers it
 * @param key what the note is checked with; to be compared with the one received by another way
 */
@JsonPropertyOrder({
  "format",
  "statement",
  "entry",
  "salt",
  "records",
  "place",
  "proof",
  "checkpoint",
  "key"
})
public record Receipt(
    @JsonProperty(required = true) String format,
    @JsonProperty(required = true) String statement,
    @JsonProperty(required = true) String entry,
    @JsonProperty(required = true) String salt,
    @JsonProperty(required = true) List<String> records,
    @JsonProperty(required = true) long place,
    @JsonProperty(required = true) List<String> proof,
    @JsonProperty(required = true) String checkpoint,
    @JsonProperty(required = true) String key) {

  /** The form this version writes and reads. */
  public static final String FORMAT = "cordon-receipt/v1";

  /** The most bytes a receipt has. */
  public static final int LARGEST_BYTES = 1_000_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** Copies the lists; refuses another form and what is missing. */
  public Receipt {
    requirePresent(format, statement, entry, salt, records, proof, checkpoint, key);
    if (!format.equals(FORMAT)) {
      throw new ExchangeException("its format is " + format + ", not " + FORMAT);
    }
    records = List.copyOf(records);
    proof = List.copyOf(proof);
  }

  /** How the statement's digest stands among the records of the entry. */
  public static String recordOf(String statementSha256) {
    return "statement sha256:" + statementSha256;
  }

  /** The receipt's bytes as JSON; the same receipt gives the same bytes. */
  public byte[] toBytes() {
    return MAPPER.writeValueAsBytes(this);
  }

  /** Reads a receipt strictly. */
  public static Receipt read(byte[] json) {
    if (json.length > LARGEST_BYTES) {
      throw new ExchangeException(
          "it has " + json.length + " bytes; a receipt has at most " + LARGEST_BYTES);
    }
    try {
      return MAPPER.readValue(json, Receipt.class);
    } catch (JacksonException failure) {
      throw new ExchangeException("not a receipt: " + failure.getOriginalMessage(), failure);
    }
  }

  private static void requirePresent(@Nullable Object... parts) {
    for (Object part : parts) {
      if (part == null) {
        throw new ExchangeException("a part of the receipt is null");
      }
    }
  }
}
