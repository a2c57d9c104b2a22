package dev.cordon.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a package is and which files it holds, each with size and SHA-256.
 *
 * @param format the version of this form
 * @param number the package's number
 * @param version its version
 * @param operation the operation's id
 * @param recipient the receiving agency's id
 * @param handlingCode H0 to H3
 * @param releasedAt when it was released
 * @param terms what goes with it; null in the first form
 * @param files its files, by path
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "format",
  "number",
  "version",
  "operation",
  "recipient",
  "handling_code",
  "released_at",
  "terms",
  "files"
})
public record PackageManifest(
    @JsonProperty(required = true) int format,
    @JsonProperty(required = true) String number,
    @JsonProperty(required = true) int version,
    @JsonProperty(required = true) String operation,
    @JsonProperty(required = true) String recipient,
    @JsonProperty(value = "handling_code", required = true) String handlingCode,
    @JsonProperty(value = "released_at", required = true) Instant releasedAt,
    @JsonProperty("terms") @Nullable PackageTerms terms,
    @JsonProperty(required = true) List<FileEntry> files) {

  /** The first form: a folder, no terms. It is read, and no longer written. */
  public static final int FOLDER = 1;

  /** The form of today: a bag, with terms. */
  public static final int BAG = 2;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * One file.
   *
   * @param path inside the package, with forward slashes
   * @param size in bytes
   * @param sha256 in hex
   */
  @JsonPropertyOrder({"path", "size", "sha256"})
  public record FileEntry(
      @JsonProperty(required = true) String path,
      @JsonProperty(required = true) long size,
      @JsonProperty(required = true) String sha256) {

    /** Refuses what is no size and no digest. */
    public FileEntry {
      if (size < 0) {
        throw new ExchangeException("size of " + path + " is " + size);
      }
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new ExchangeException("sha256 of " + path + " is not 64 lower-case hex digits");
      }
    }
  }

  /** Of the first form. */
  public PackageManifest(
      int format,
      String number,
      int version,
      String operation,
      String recipient,
      String handlingCode,
      Instant releasedAt,
      List<FileEntry> files) {
    this(format, number, version, operation, recipient, handlingCode, releasedAt, null, files);
  }

  /** Sorts the files by path; refuses a path twice and terms where the form has none. */
  public PackageManifest {
    if ((terms == null) != (format == FOLDER)) {
      throw new ExchangeException(
          "a manifest of form " + format + (terms == null ? " has" : " has no") + " terms");
    }
    Set<String> paths = new HashSet<>();
    for (FileEntry file : files) {
      if (!paths.add(file.path())) {
        throw new ExchangeException("path " + file.path() + " is listed twice");
      }
    }
    files = files.stream().sorted(Comparator.comparing(FileEntry::path)).toList();
  }

  /** The manifest's bytes as JSON; the same manifest gives the same bytes. */
  public byte[] toBytes() {
    return MAPPER.writeValueAsBytes(this);
  }

  /** The terms, which every form but the first has. */
  public PackageTerms requiredTerms() {
    if (terms == null) {
      throw new ExchangeException("a manifest of form " + format + " has no terms");
    }
    return terms;
  }

  /** Reads a manifest strictly; of a newer form it reads only that it is one. */
  public static PackageManifest read(byte[] json) {
    try {
      int format = MAPPER.readTree(json).path("format").asInt(0);
      if (format < FOLDER || format > BAG) {
        throw new ExchangeException(
            "format " + format + ", this version reads " + FOLDER + " and " + BAG);
      }
      return MAPPER.readValue(json, PackageManifest.class);
    } catch (JacksonException e) {
      throw new ExchangeException("not a manifest: " + e.getOriginalMessage(), e);
    }
  }
}
