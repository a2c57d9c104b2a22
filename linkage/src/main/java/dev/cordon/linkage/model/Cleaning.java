package dev.cordon.linkage.model;

/** How a field's value is made from the text of its columns, in Java, before any engine sees it. */
public enum Cleaning {
  /** White space around it removed; nothing else. */
  TRIM,
  /** Any script to lower-case Latin letters and digits with single spaces. */
  FOLD,
  /** Folded, without spaces: postcodes and other codes. */
  CODE,
  /** The digits only. */
  DIGITS,
  /** A calendar date as eight digits YYYYMMDD where its order can be told, else its digits. */
  DATE,
  /** Folded, words sorted and each kept once. */
  WORDS,
  /** The first word of the folded text. */
  FIRST_WORD,
  /** The last word of the folded text, where it has more than one. */
  LAST_WORD,
  /** A rough key of how the folded text sounds. */
  SOUND
}
