package dev.cordon.formats.tips;

import dev.cordon.formats.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person or account in a report.
 *
 * @param report the running number of the report in the file
 * @param selectors what points to the person
 * @param addresses captured addresses with what was done from them
 * @param priorReports numbers of earlier reports about the same account
 */
public record TipPerson(
    int report,
    Role role,
    Position position,
    @Nullable String espIdentifier,
    @Nullable String espService,
    List<Selector> selectors,
    List<Capture> addresses,
    List<String> priorReports) {

  /** What part the person has. */
  public enum Role {
    /** The one who is reported. */
    REPORTED,
    /** The one for whom the material or message was meant. */
    RECIPIENT,
    /** A victim: protected, never shown without need. */
    VICTIM
  }

  /**
   * Something that points to a person: screenName, displayName, email, phone, profileUrl, deviceId,
   * firstName, lastName, dateOfBirth, address.
   *
   * @param verified whether the provider says it checked it, as written
   */
  public record Selector(String kind, String value, @Nullable String verified) {}

  /** An address and when it was captured, as written. */
  public record Capture(
      String ip,
      @Nullable String event,
      @Nullable String time,
      @Nullable String port,
      @Nullable String possibleProxy) {}

  /** Copies the lists. */
  public TipPerson {
    selectors = List.copyOf(selectors);
    addresses = List.copyOf(addresses);
    priorReports = List.copyOf(priorReports);
  }
}
