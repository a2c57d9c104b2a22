package dev.cordon.attribution;

import dev.cordon.attribution.internal.CountryProposer;
import dev.cordon.linkage.Engine;

/**
 * Proposes which country each proposed cluster belongs to, from the tables {@link
 * dev.cordon.resolution.Resolution} made. Proposes only: a named person confirms, elsewhere.
 *
 * <p>Promises: VPN, Tor, hosting and unknown addresses never point to a country; every item of
 * evidence keeps its source row; "undetermined" and "several" are answers and give no country.
 */
public final class Countries {

  private Countries() {}

  /**
   * Writes the tables {@code country_evidence} (cluster_id, kind, country, items, days, first_at,
   * last_at, source, source_table, source_row) and {@code proposed_country} (cluster_id, country,
   * strength, rule, candidates, why) into the engine.
   */
  public static void propose(Engine engine, AttributionRules rules) {
    new CountryProposer(engine, rules).propose();
  }
}
