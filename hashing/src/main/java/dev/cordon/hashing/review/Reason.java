package dev.cordon.hashing.review;

/**
 * Why an item is worth a look; {@link Order} says which of them raise an item. No reason lowers an
 * item or takes another away.
 */
enum Reason {
  /** Nobody knows what it shows. */
  UNKNOWN_CONTENT("could not be read or decoded: nobody knows what it shows"),
  /** Near a listed picture. */
  NEAR_A_LISTED("similar to a picture on a list"),
  /** Also on another exhibit. */
  ELSEWHERE("the same or a similar picture is on another exhibit given beside this one"),
  /** Part of a series. */
  SERIES("one of a series by name or time"),
  /** Names a camera. */
  CAMERA("names a camera"),
  /** On a list. */
  LISTED("on a list"),
  /** An embedded picture is on a list. */
  EMBEDDED_LISTED("a picture embedded in it is on a list"),
  /** Near duplicates. */
  GROUP("the same or a similar picture is here more than once"),
  /** A mark of generation. */
  SAYS_GENERATED("carries a mark that says a program generated it, which may be untrue"),
  /** C2PA. */
  C2PA("carries C2PA claims, not validated"),
  /** A position. */
  POSITION("holds a geographic position"),
  /** A screen's dimensions. */
  SCREEN("has the dimensions of a screen and names no camera"),
  /** Its name was deleted. */
  DELETED("its name was deleted"),
  /** A picture or video. */
  MEDIA("a picture or video"),
  /** On no list. */
  NOT_LISTED("on none of the lists given");

  private final String words;

  Reason(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  int bit() {
    return 1 << ordinal();
  }
}
