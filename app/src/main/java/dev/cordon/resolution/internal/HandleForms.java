package dev.cordon.resolution.internal;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Handles in one form whatever their script, case and punctuation: Latin letters and digits. A
 * handle that mixes scripts imitates another one and has no form; nor has one too short to mean
 * anything, or one made of an account's number. Not thread-safe.
 */
final class HandleForms {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 200;
  private static final Set<UnicodeScript> NEUTRAL =
      EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);

  private final Transliterator latin =
      Transliterator.getInstance("Any-Latin; NFD; [:M:] Remove; Latin-ASCII");

  /** The form of a handle, if it has one. */
  Optional<String> form(String handle) {
    if (handle.length() > LONGEST || mixes(handle)) {
      return Optional.empty();
    }
    boolean ascii = handle.chars().allMatch(letter -> letter < 128);
    String plain = (ascii ? handle : latin.transliterate(handle)).toLowerCase(Locale.ROOT);
    StringBuilder form = new StringBuilder();
    boolean letters = false;
    for (int index = 0; index < plain.length(); index++) {
      char letter = plain.charAt(index);
      boolean alphabetic = letter >= 'a' && letter <= 'z';
      if (alphabetic || (letter >= '0' && letter <= '9')) {
        form.append(letter);
        letters |= alphabetic;
      }
    }
    return letters && form.length() >= SHORTEST ? Optional.of(form.toString()) : Optional.empty();
  }

  private static boolean mixes(String handle) {
    EnumSet<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    handle.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.removeAll(NEUTRAL);
    return scripts.size() > 1;
  }
}
