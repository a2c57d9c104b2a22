package dev.cordon.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * @param files its files, by path
 */
@JsonPropertyOrder({
  "format",
  "number",
  "version",
  "operation",
  "recipient",
  "handling_code",
  "released_at",
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
    @JsonProperty(required = true) List<FileEntry> files) {

  /** The form this version writes and reads. */
  public static final int FORMAT = 1;

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

  /** Sorts the files by path and refuses a path twice. */
  public PackageManifest {
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

  /** Reads a manifest strictly. */
  public static PackageManifest read(byte[] json) {
    try {
      return MAPPER.readValue(json, PackageManifest.class);
    } catch (JacksonException e) {
      throw new ExchangeException("not a manifest: " + e.getOriginalMessage(), e);
    }
  }
}
