package dev.cordon.hashing.lists;

/**
 * A category of a national scheme. The code alone means nothing: 1 is one thing in one profile and
 * another in the next.
 *
 * @param profile the scheme, as {@code UK}
 * @param code within it, as the list has it
 */
public record Category(String profile, String code) {

  @Override
  public String toString() {
    return profile + " " + code;
  }
}
