package dev.cordon.resolution;

import dev.cordon.reference.AddressTable;
import dev.cordon.reference.CardTable;
import dev.cordon.reference.TableVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables an operation brings along: addresses to countries, card numbers' first digits to
 * countries. Either may be missing.
 *
 * @param addresses where addresses belong; the first that knows an address answers, but a later one
 *     that knows it as VPN, Tor or hosting is believed
 * @param cards first digits of cards
 */
public record ReferenceTables(List<AddressTable> addresses, CardTable cards) {

  /** No tables known. */
  public static final ReferenceTables NONE = new ReferenceTables(List.of(), CardTable.NONE);

  private static final Set<String> HIDES = Set.of("vpn", "tor", "hosting");

  /**
   * An answer with the table that gave it.
   *
   * @param table its place among the tables
   */
  public record Answer(int table, AddressTable.Place place) {}

  /** Copies the list. */
  public ReferenceTables {
    addresses = List.copyOf(addresses);
  }

  /** One table of addresses, and no cards. */
  public static ReferenceTables of(AddressTable addresses) {
    return new ReferenceTables(List.of(addresses), CardTable.NONE);
  }

  /** Whether answers on addresses depend on the day. */
  public boolean isDated() {
    return addresses.stream().anyMatch(AddressTable::isDated);
  }

  /** Where an address belonged on a day, if a table knows. */
  public Optional<Answer> place(String address, @Nullable LocalDate day) {
    Answer first = null;
    for (int table = 0; table < addresses.size(); table++) {
      AddressTable.Place place = addresses.get(table).place(address, day).orElse(null);
      if (place != null && (first == null || HIDES.contains(place.kind()))) {
        if (first == null || !HIDES.contains(first.place().kind())) {
          first = new Answer(table, place);
        }
      }
    }
    return Optional.ofNullable(first);
  }

  /** The states of all tables there are, in the order they were asked. */
  public List<TableVersion> versions() {
    return Stream.concat(addresses.stream().map(AddressTable::version), Stream.of(cards.version()))
        .filter(version -> version.rows() > 0)
        .toList();
  }
}
