package dev.cordon.exercise.cast;

/**
 * Every person of the exercise as a few numbers; their names and homes come from {@link Persons}.
 * Immutable.
 */
public final class Cast {
  private final byte[] country;
  private final int[] traits;
  private final int[] partner;
  private final byte[] relation;
  private final byte[] shopAccounts;
  private final byte[] forumAccounts;
  private final int[] rank;
  private final int[] populations;

  Cast(Roster built) {
    this.country = built.countries();
    this.traits = built.traits();
    this.partner = built.partners();
    this.relation = built.relations();
    this.shopAccounts = built.shopAccounts();
    this.forumAccounts = built.forumAccounts();
    this.rank = new int[country.length];
    this.populations = new int[128];
    for (int person = 0; person < country.length; person++) {
      rank[person] = populations[country[person]]++;
    }
  }

  public int size() {
    return country.length;
  }

  public int country(int person) {
    return country[person];
  }

  public boolean has(int person, Trait trait) {
    return (traits[person] & trait.mask()) != 0;
  }

  /** Whom the relation or the stolen card or the bill of this person points to; -1 when nobody. */
  public int partner(int person) {
    return partner[person];
  }

  public Relation relation(int person) {
    return CastBuilder.RELATIONS[relation[person]];
  }

  /** The partner if this person follows it in the given relation, otherwise -1. */
  public int leader(int person, Relation wanted) {
    return relation(person) == wanted ? partner[person] : -1;
  }

  public int shopAccounts(int person) {
    return shopAccounts[person];
  }

  public int forumAccounts(int person) {
    return forumAccounts[person];
  }

  public int accounts(int person) {
    return shopAccounts[person] + forumAccounts[person];
  }

  /** The person's number among those of the same country. */
  public int rank(int person) {
    return rank[person];
  }

  /** How many persons a country has. */
  public int population(int countryNumber) {
    return populations[countryNumber];
  }
}
