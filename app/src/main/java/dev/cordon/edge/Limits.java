package dev.cordon.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much anyone may send, and how often; settings under {@code cordon.limits}.
 *
 * @param addressLength characters of an address with its query
 * @param json a JSON body
 * @param yaml a facts file
 * @param csv a list of digests or hashes, read as it comes, or a sealed package
 * @param jsonLines a part of an inventory, read as it comes
 * @param form a form
 * @param bodyPatience how long a body that is not CSV may take to arrive; CSV ten times as long,
 *     JSON lines 240 times
 * @param headerPatience how long a connection may take to ask its next question once it began
 * @param connectionsPerAddress connections open at once from one address (IPv6: one /64)
 * @param streamsPerMember event streams a member may hold open at once
 * @param member requests of one member
 * @param address requests from one address, all members behind it together
 * @param files requests for scripts, styles and pictures from one address
 */
@ConfigurationProperties("cordon.limits")
public record Limits(
    @DefaultValue("4096") int addressLength,
    @DefaultValue("1MB") DataSize json,
    @DefaultValue("1MB") DataSize yaml,
    @DefaultValue("64MB") DataSize csv,
    @DefaultValue("16GB") DataSize jsonLines,
    @DefaultValue("100KB") DataSize form,
    @DefaultValue("30s") Duration bodyPatience,
    @DefaultValue("20s") Duration headerPatience,
    @DefaultValue("256") int connectionsPerAddress,
    @DefaultValue("8") int streamsPerMember,
    @DefaultValue Rate member,
    @DefaultValue Rate address,
    @DefaultValue Rate files) {

  /**
   * A rate: so many at once, and so many more each second.
   *
   * @param burst at once; 0 for the kind's own default
   * @param perSecond afterwards
   */
  public record Rate(@DefaultValue("0") int burst, @DefaultValue("0") int perSecond) {

    private Rate orElse(int usualBurst, int usualPerSecond) {
      return new Rate(burst == 0 ? usualBurst : burst, perSecond == 0 ? usualPerSecond : perSecond);
    }
  }

  public Limits {
    member = member.orElse(3_000, 150);
    address = address.orElse(10_000, 500);
    files = files.orElse(20_000, 1_000);
  }
}
