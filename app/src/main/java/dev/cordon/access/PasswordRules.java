package dev.cordon.access;

import dev.cordon.RefusedException;
import dev.cordon.access.internal.Passwords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which passwords a member may choose: long ones that are more than very common words, the own name
 * and digits. No rule asks for kinds of characters.
 */
public final class PasswordRules {

  private static final int LEFT_AT_LEAST = 5;
  private static final int DIFFERENT_AT_LEAST = 5;
  private static final List<String> COMMON = common();

  private PasswordRules() {}

  /**
   * Passes when the password may be chosen.
   *
   * @param own names and words that belong to the member: they do not count
   * @throws RefusedException otherwise, saying what to change
   */
  public static void check(String password, String... own) {
    if (password.length() < Passwords.SHORTEST) {
      throw new RefusedException(
          "A password has at least "
              + Passwords.SHORTEST
              + " characters; four or five unrelated words are easy to keep in mind.");
    }
    if (password.codePoints().distinct().count() < DIFFERENT_AT_LEAST) {
      throw new RefusedException("The password repeats few characters; choose another one.");
    }
    if (lettersIn(password) < LEFT_AT_LEAST || left(password, own) < LEFT_AT_LEAST) {
      throw new RefusedException(
          "The password is little more than very common words, digits or your own name; choose"
              + " another one.");
    }
  }

  /** How many letters stay when common words, own names and all else than letters are gone. */
  private static long left(String password, String... own) {
    String rest = letters(password);
    List<String> words =
        Stream.concat(COMMON.stream(), Stream.of(own).flatMap(PasswordRules::words))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    for (String word : words) {
      rest = rest.replace(word, " ");
    }
    return lettersIn(rest);
  }

  private static long lettersIn(String text) {
    return text.codePoints().filter(Character::isLetter).distinct().count();
  }

  private static Stream<String> words(String name) {
    return Stream.of(name.split("[^\\p{L}\\p{N}]+"))
        .map(PasswordRules::letters)
        .filter(word -> word.length() >= 3);
  }

  /** Lower case, with the usual stand-ins for letters read as those letters. */
  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('7', 't')
        .replace('@', 'a')
        .replace('$', 's')
        .replace('!', 'i');
  }

  private static List<String> common() {
    try (InputStream in = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(PasswordRules::letters)
          .toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException("the list of common passwords is damaged", unreadable);
    }
  }
}
