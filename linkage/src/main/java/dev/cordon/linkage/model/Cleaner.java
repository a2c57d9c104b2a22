package dev.cordon.linkage.model;

import dev.cordon.linkage.text.Dates;
import dev.cordon.linkage.text.Folding;
import dev.cordon.linkage.text.Texts;

/** Applies a {@link Cleaning}. Stateless. */
public final class Cleaner {

  /** Longest cleaned value, in characters; longer ones are cut, which two records share. */
  public static final int LONGEST = 2000;

  private Cleaner() {}

  /** The cleaned text; empty when nothing is left. */
  public static String clean(Cleaning cleaning, String text) {
    String value =
        switch (cleaning) {
          case TRIM -> text.strip();
          case FOLD -> Folding.fold(text);
          case CODE -> Folding.fold(text).replace(" ", "");
          case DIGITS -> Texts.digits(text);
          case DATE -> Dates.digits(text);
          case WORDS -> Texts.sortedWords(Folding.fold(text));
          case FIRST_WORD -> Texts.firstWord(Folding.fold(text));
          case LAST_WORD -> Texts.lastWord(Folding.fold(text));
          case SOUND -> Texts.sound(Folding.fold(text));
        };
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
  }
}
