package dev.cordon.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One question to the catalogue.
 *
 * @param jurisdiction a code of {@link Jurisdictions}
 * @param conduct what was done
 * @param material with what; of no matter for tools and manuals
 * @param age the apparent age, under 14 or 14 to 17; null when it is open
 * @param on the day of the conduct, in the jurisdiction
 */
public record LawQuestion(
    String jurisdiction, Conduct conduct, Material material, @Nullable AgeBand age, LocalDate on) {

  /** Refuses an age that is none of a depicted person. */
  public LawQuestion {
    if (age != null && age != AgeBand.UNDER_14 && age != AgeBand.FROM_14_TO_17) {
      throw new IllegalArgumentException("an age is asked as under 14 or 14 to 17, not " + age);
    }
  }

  /** About fully synthetic photorealistic material, the age being open. */
  public static LawQuestion of(String jurisdiction, Conduct conduct, LocalDate on) {
    return new LawQuestion(jurisdiction, conduct, Material.SYNTHETIC_PHOTOREALISTIC, null, on);
  }

  /** The same question of another place. */
  public LawQuestion in(String other) {
    return new LawQuestion(other, conduct, material, age, on);
  }

  /** The same question of another day. */
  public LawQuestion at(LocalDate day) {
    return new LawQuestion(jurisdiction, conduct, material, age, day);
  }
}
