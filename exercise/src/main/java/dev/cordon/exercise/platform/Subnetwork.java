package dev.cordon.exercise.platform;

/**
 * A range of IPv4 addresses that belongs to one country ("ZZ": none) and one kind of connection.
 */
public record Subnetwork(long first, long last, String country, Kind kind) {

  /** Kinds of connection, as the reference table names them. */
  public enum Kind {
    RESIDENTIAL("residential"),
    MOBILE("mobile-cgnat"),
    VPN("vpn"),
    TOR("tor"),
    HOSTING("hosting");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public long size() {
    return last - first + 1;
  }

  /** Dotted form of an address. */
  public static String dotted(long address) {
    return (address >> 24 & 255)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }
}
