package dev.cordon.hashing.lists;

/**
 * What a person says of a list when it is added.
 *
 * @param name under which it is known here
 * @param source who made it
 * @param licence under which it may be used
 * @param handling how its content and hits may be passed on
 * @param version of the list
 * @param radius in how many bits a perceptual hash may differ to be called similar, 0 to 31
 */
public record ListTerms(
    String name, String source, String licence, String handling, String version, int radius) {

  /** The largest radius: beyond it, too many pictures that have nothing in common are near. */
  public static final int LARGEST_RADIUS = 31;
}
