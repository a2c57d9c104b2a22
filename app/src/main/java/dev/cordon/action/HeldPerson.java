package dev.cordon.action;

import java.util.List;

/**
 * A person an agency holds in a package, made here or received, as far as a field report can be
 * matched to it.
 *
 * @param whom which person of which package
 * @param number the person's number there
 * @param names every name the package holds
 * @param lines every street and number
 * @param postcodes every postcode
 * @param cities every town
 */
public record HeldPerson(
    Whom whom,
    String number,
    List<String> names,
    List<String> lines,
    List<String> postcodes,
    List<String> cities) {

  /** Copies the lists. */
  public HeldPerson {
    names = List.copyOf(names);
    lines = List.copyOf(lines);
    postcodes = List.copyOf(postcodes);
    cities = List.copyOf(cities);
  }

  /** Whether the package holds anything of an address. */
  public boolean hasAddress() {
    return !lines.isEmpty() || !postcodes.isEmpty();
  }
}
