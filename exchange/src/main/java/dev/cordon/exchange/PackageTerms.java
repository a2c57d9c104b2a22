package dev.cordon.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From whom a package comes and under which terms, as the recipient must be able to read them
 * without the sender's server.
 *
 * @param sender the releasing agency's id
 * @param senderName its name
 * @param recipientName the receiving agency's name
 * @param country the country whose subjects it holds, two letters of ISO 3166-1
 * @param operationName the operation's name
 * @param profile the rules by which fields were left out
 * @param languages of its reports, two letters each
 * @param expiresOn the day after which it is to be deleted or reviewed; null where none was set
 * @param supersedes SHA-256 of the manifest of the version it replaces, in hex; null for the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "sender",
  "sender_name",
  "recipient_name",
  "country",
  "operation_name",
  "profile",
  "languages",
  "expires_on",
  "supersedes"
})
public record PackageTerms(
    @JsonProperty(required = true) String sender,
    @JsonProperty(value = "sender_name", required = true) String senderName,
    @JsonProperty(value = "recipient_name", required = true) String recipientName,
    @JsonProperty(required = true) String country,
    @JsonProperty(value = "operation_name", required = true) String operationName,
    @JsonProperty(required = true) String profile,
    @JsonProperty(required = true) List<String> languages,
    @JsonProperty("expires_on") @Nullable LocalDate expiresOn,
    @JsonProperty("supersedes") @Nullable String supersedes) {

  /** Refuses what is no country and no digest. */
  public PackageTerms {
    languages = List.copyOf(languages);
    if (!country.matches("[A-Z]{2}")) {
      throw new ExchangeException("a country has two letters, not '" + country + "'");
    }
    if (supersedes != null && !supersedes.matches("[0-9a-f]{64}")) {
      throw new ExchangeException("supersedes is not 64 lower-case hex digits");
    }
  }
}
