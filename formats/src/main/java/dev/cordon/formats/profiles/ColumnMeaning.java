package dev.cordon.formats.profiles;

import java.util.Locale;

/** What a column of an unknown table may hold. */
public enum ColumnMeaning {
  /** E-mail addresses. */
  EMAIL,
  /** IP addresses. */
  IP,
  /** Telephone numbers. */
  PHONE,
  /** Names of accounts. */
  HANDLE,
  /** Names of persons. */
  PERSON_NAME,
  /** Postal addresses. */
  ADDRESS,
  /** Postcodes. */
  POSTCODE,
  /** Towns. */
  CITY,
  /** Countries. */
  COUNTRY,
  /** Times. */
  CREATED,
  /** Amounts in the main unit. */
  AMOUNT,
  /** Amounts in the minor unit. */
  AMOUNT_MINOR,
  /** Currencies. */
  CURRENCY,
  /** States of a payment. */
  STATUS,
  /** The first digits of a card. */
  BIN,
  /** The last digits of a card. */
  LAST4,
  /** A card's fingerprint. */
  CARD,
  /** A bank account. */
  IBAN,
  /** An address of a cryptocurrency. */
  WALLET,
  /** The hash of a transaction. */
  TRANSACTION,
  /** The program. */
  USER_AGENT,
  /** A device. */
  DEVICE,
  /** The number of an account. */
  ACCOUNT_KEY,
  /** The number of an order. */
  ORDER_KEY,
  /** The row's own number. */
  ROW_KEY,
  /** Free text: stays sealed, only its length is taken. */
  TEXT,
  /** Secrets and digests: not taken. */
  SECRET,
  /** Nothing known: not taken. */
  UNKNOWN;

  static ColumnMeaning ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
