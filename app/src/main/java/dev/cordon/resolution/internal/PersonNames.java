package dev.cordon.resolution.internal;

import com.ibm.icu.text.Transliterator;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads names as people write them: any script, any case, letters damaged by a wrong encoding. What
 * is not a person's name (formulas, placeholders of card products, a handle with digits) gives
 * none. Not thread-safe.
 */
final class PersonNames {

  private static final Pattern NOT_A_NAME = Pattern.compile("[0-9@=+;:<>{}\\[\\]\\\\/_#$%^*|~]");
  private static final Pattern DAMAGED =
      Pattern.compile("[\u00C2-\u00C5\u00D0-\u00D8][\u0080-\u00BF\u0152-\u2122]");
  private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{M}?']+");
  private static final Pattern SPELLED = Pattern.compile("([a-z]{2,})\\.([a-z]{3,})(\\d{0,4})@.+");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final Transliterator latin =
      Transliterator.getInstance("Any-Latin; NFD; [:M:] Remove; Latin-ASCII");
  private final Set<String> placeholders;
  private final NameWords words = new NameWords(this::reduce);

  PersonNames(Collection<String> placeholders) {
    this.placeholders = new HashSet<>(placeholders);
  }

  /** The name in this text, if there is one of at least two words. */
  Optional<PersonName> read(String raw) {
    String text = Normalizer.normalize(repair(raw.strip()), Normalizer.Form.NFC);
    if (NOT_A_NAME.matcher(text).find() || placeholders.contains(text.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    List<String> tokens = new ArrayList<>();
    String generation = "";
    for (String word : SEPARATOR.split(text)) {
      String token = reduce(word);
      String meant = NameWords.generation(word.toLowerCase(Locale.ROOT), tokens.size());
      if (!meant.isEmpty()) {
        generation = meant;
      } else if (!token.isEmpty() && !words.isTitle(token)) {
        tokens.add(token);
      }
    }
    return tokens.size() < 2
        ? Optional.empty()
        : Optional.of(new PersonName(tokens, generation, ""));
  }

  /** The name a mailbox spells ({@code given.family12@…}), if it does. */
  Optional<PersonName> spelledBy(String mailbox) {
    var match = SPELLED.matcher(mailbox.strip().toLowerCase(Locale.ROOT));
    return match.matches()
        ? Optional.of(
            new PersonName(
                List.of(reduce(match.group(1)), reduce(match.group(2))), "", year(match.group(3))))
        : Optional.empty();
  }

  private static String year(String digits) {
    return digits.length() == 2 || digits.length() == 4
        ? digits.substring(digits.length() - 2)
        : "";
  }

  /** A word in plain Latin letters, in the one spelling all its spellings share. */
  String reduce(String word) {
    String plain = latin.transliterate(word).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder();
    for (int index = 0; index < plain.length(); index++) {
      char letter = plain.charAt(index);
      if ((letter >= 'a' && letter <= 'z') || letter == '?') {
        letters.append(letter);
      }
    }
    return singleSpelling(letters.toString());
  }

  /**
   * One spelling for the ways a letter is written without its mark (ø, oe, o; å, aa, a; ß, ss), and
   * for Greek and Slavic letters (φ: ph, f; ου: ou, u; č: ch, c; х: kh, h).
   */
  private static String singleSpelling(String token) {
    String folded =
        token
            .replace("ae", "a")
            .replace("oe", "o")
            .replace("ue", "u")
            .replace("dj", "d")
            .replace("ph", "f")
            .replace("kh", "h")
            .replace("ch", "c")
            .replace("ou", "u")
            .replace('y', 'i')
            .replace('w', 'v');
    StringBuilder single = new StringBuilder();
    for (int index = 0; index < folded.length(); index++) {
      char letter = folded.charAt(index);
      if (index == 0 || letter == '?' || letter != folded.charAt(index - 1)) {
        single.append(letter);
      }
    }
    return single.toString();
  }

  /** UTF-8 that was read as Windows or ISO Latin and written as UTF-8 again. */
  private static String repair(String text) {
    if (!DAMAGED.matcher(text).find()) {
      return text;
    }
    for (Charset wrong : List.of(WINDOWS, StandardCharsets.ISO_8859_1)) {
      try {
        ByteBuffer bytes = wrong.newEncoder().encode(CharBuffer.wrap(text));
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      } catch (CharacterCodingException notThisOne) {
        // The text holds letters this encoding lacks, or its bytes are not UTF-8: try the next.
        continue;
      }
    }
    return text;
  }
}
