package dev.cordon.exercise.cast;

/**
 * One invented person; {@code nativeGiven} and {@code nativeFamily} are empty where the name has no
 * other script.
 *
 * @param index the person's number in the cast
 */
public record Person(
    int index,
    Country country,
    String given,
    String family,
    String nativeGiven,
    String nativeFamily,
    int birthYear,
    Home home) {

  /** Where somebody lives, as an officer would write it. */
  public record Home(String line, String postcode, String city, Country country) {}

  public String name() {
    return given + ' ' + family;
  }

  /** The name in its own script. */
  public String nativeName() {
    return nativeGiven.isEmpty() ? name() : nativeGiven + ' ' + nativeFamily;
  }
}
