package dev.cordon.exercise.cast;

import java.util.Locale;

/** Drafts of mailboxes and handles; whoever keeps them unique asks again with the next attempt. */
public final class Names {
  public static final String IGNORES_DOTS_AND_PLUS = "letterbox.example";
  public static final String IGNORES_PLUS = "quickpost.example";
  public static final String DISPOSABLE = "burnbox.example";
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  /** Attempts that each draw from eight times as many numbers. */
  private static final int MOST_BOUNDS = 7;

  private Names() {}

  /** A mailbox for a person; a later attempt carries a longer number. */
  public static String mailbox(Dice dice, Person person, Cast cast, int attempt) {
    boolean dotted = cast.has(person.index(), Trait.DOTTED_MAIL);
    String domain = dotted ? IGNORES_PLUS : domain(dice, person, cast);
    String given = first(Spelling.key(firstWord(person.given())), "x");
    String family = Spelling.key(person.family());
    int style = dotted ? 0 : dice.below(10);
    String local =
        switch (style) {
          case 0, 1, 2 -> given + '.' + family;
          case 3 -> given.charAt(0) + family;
          case 4 -> family + '.' + given.charAt(0);
          case 5 -> given + person.birthYear();
          case 6 -> dice.letters(ALPHABET, dice.between(8, 10));
          case 7 -> dice.pick(Words.FIRST) + '.' + dice.pick(Words.SECOND);
          default -> given + family.substring(0, Math.min(3, family.length()));
        };
    return local + number(dice, attempt, dice.chance(0.35)) + '@' + domain;
  }

  private static String domain(Dice dice, Person person, Cast cast) {
    if (cast.has(person.index(), Trait.DISPOSABLE_MAIL)) {
      return DISPOSABLE;
    }
    int share = dice.below(100);
    if (share < 36) {
      return IGNORES_DOTS_AND_PLUS;
    }
    if (share < 55) {
      return IGNORES_PLUS;
    }
    if (share < 69) {
      return "webpost.example";
    }
    if (share < 83) {
      return person.country().mailDomain();
    }
    return share < 91 ? "example.com" : share < 96 ? "example.org" : "example.net";
  }

  /** A handle for an account. */
  public static String handle(Dice dice, Person person, int attempt) {
    String first = dice.pick(Words.FIRST);
    String second = dice.pick(Words.SECOND);
    String given = Spelling.key(firstWord(person.given()));
    int style = dice.below(9);
    String base =
        switch (style) {
          case 0, 1 -> first + '_' + second;
          case 2 -> capital(first) + capital(second);
          case 3 -> first + second;
          case 4 -> given + second;
          case 5 -> second.replace('e', '3').replace('o', '0').replace('i', '1');
          case 6 -> given + '.' + Spelling.key(person.family());
          case 7 -> first + '-' + given;
          default -> capital(second) + (person.birthYear() % 100);
        };
    return base + number(dice, attempt, dice.chance(0.45));
  }

  private static String number(Dice dice, int attempt, boolean always) {
    if (attempt == 0 && !always) {
      return "";
    }
    int bound = attempt < MOST_BOUNDS ? 100 << (3 * attempt) : 100_000_000;
    int number = dice.below(bound - 2);
    // Small numbers are soon in use by everybody; who drew one draws again.
    for (int drawn = MOST_BOUNDS; drawn < attempt; drawn++) {
      number = dice.below(bound - 2);
    }
    return Integer.toString(2 + number);
  }

  private static String firstWord(String given) {
    int cut = given.indexOf(' ');
    return cut < 0 ? given : given.substring(0, cut);
  }

  private static String first(String name, String otherwise) {
    return name.isEmpty() ? otherwise : name;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
