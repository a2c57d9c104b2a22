package dev.cordon.victims;

import dev.cordon.RefusedException;

/**
 * What names and places a child. Never shown by {@link #toString}.
 *
 * @param names all names
 * @param birth day or year of birth, as known
 * @param whereabouts where the child is
 * @param contact who at child protection is responsible
 * @param notes free text
 */
public record SealedValues(
    String names, String birth, String whereabouts, String contact, String notes) {

  private static final int LONGEST = 4000;

  /** Strips; each value has at most 4,000 characters. */
  public SealedValues {
    names = checked(names, "names");
    birth = checked(birth, "birth");
    whereabouts = checked(whereabouts, "whereabouts");
    contact = checked(contact, "contact");
    notes = checked(notes, "notes");
  }

  private static String checked(String value, String what) {
    if (value.length() > LONGEST) {
      throw new RefusedException(
          what + " has at most " + LONGEST + " characters, this one " + value.length());
    }
    return value.strip();
  }

  @Override
  public String toString() {
    return "SealedValues[hidden]";
  }
}
