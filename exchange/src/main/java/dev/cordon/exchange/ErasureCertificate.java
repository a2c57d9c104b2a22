package dev.cordon.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cordon.kernel.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A certificate of erasure or restriction: a statement, the entry of the ledger that commits to it,
 * and the proof that the entry has its place under a signed checkpoint. UTF-8 JSON.
 *
 * <p>Promises: {@link CertificateCheck} tells from the file and the ledger's key alone whether this
 * statement was entered in the ledger. Promises not: that the statement is true.
 *
 * @param statement texts, whole numbers, lists and objects of these; nothing else
 */
@JsonPropertyOrder({"form", "statement", "entry", "inclusion"})
public record ErasureCertificate(
    @JsonProperty(required = true) String form,
    @JsonProperty(required = true) Map<String, Object> statement,
    @JsonProperty(required = true) Entry entry,
    @JsonProperty(required = true) Inclusion inclusion) {

  /** The form this program writes and reads. */
  public static final String FORM = "cordon-erasure-certificate 1";

  /** What the entry of a certificate says it is about. */
  public static final String WHAT = "erasure-certificate";

  private static final int LARGEST_BYTES = 16 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * The entry that commits to the statement.
   *
   * @param leaf its lines, as the ledger's leaf has them
   * @param salt what opens its commitments, in hex
   * @param records the records it touched: the order, and the statement's digest
   */
  public record Entry(
      @JsonProperty(required = true) String leaf,
      @JsonProperty(required = true) String salt,
      @JsonProperty(required = true) List<String> records) {}

  /**
   * Where the entry stands.
   *
   * @param place from 0
   * @param proof the hashes from the leaf to the root, in hex
   * @param checkpoint the signed note
   */
  public record Inclusion(
      @JsonProperty(required = true) long place,
      @JsonProperty(required = true) List<String> proof,
      @JsonProperty(required = true) String checkpoint) {}

  /**
   * Reads a certificate.
   *
   * @throws PackageRefusedException when it is not one
   */
  public static ErasureCertificate read(byte[] bytes) {
    if (bytes.length > LARGEST_BYTES) {
      throw refused("it has " + bytes.length + " bytes, a certificate at most " + LARGEST_BYTES);
    }
    try {
      return JSON.readValue(bytes, ErasureCertificate.class);
    } catch (JacksonException failure) {
      throw refused("it is not a certificate: " + failure.getOriginalMessage());
    }
  }

  /** The record by which an entry commits to a statement. */
  public static String digest(Map<String, Object> statement) {
    return "sha256 " + Sha256.hex(canonical(statement));
  }

  /** A statement as bytes: keys in their order, no blanks. */
  public static byte[] canonical(Map<String, Object> statement) {
    return JSON.writeValueAsString(statement).getBytes(StandardCharsets.UTF_8);
  }

  /** The file. */
  public byte[] bytes() {
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsString(this)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static PackageRefusedException refused(String message) {
    return new PackageRefusedException(PackageRefusedException.Check.FORMAT, message);
  }
}
