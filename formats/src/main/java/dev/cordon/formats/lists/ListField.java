package dev.cordon.formats.lists;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a column or field of a list is for, told by its name in the lists seen in public. */
enum ListField {
  MD5,
  SHA1,
  SHA256,
  PDQ,
  /** A hash whose kind stands beside it or is told by its length. */
  HASH,
  HASH_TYPE,
  VENDOR,
  CATEGORY,
  VICTIM_IDENTIFIED,
  OFFENDER_IDENTIFIED,
  DISTRIBUTED,
  SUSPECTED,
  SELF_GENERATED,
  SERIES,
  BASELINE,
  PRECATEGORIZED;

  private static final Map<String, ListField> NAMES =
      Map.ofEntries(
          Map.entry("md5", MD5),
          Map.entry("md5hash", MD5),
          Map.entry("sha1", SHA1),
          Map.entry("sha1hash", SHA1),
          Map.entry("sha256", SHA256),
          Map.entry("sha256hash", SHA256),
          Map.entry("pdq", PDQ),
          Map.entry("pdqhash", PDQ),
          Map.entry("hashpdq", PDQ),
          Map.entry("hash", HASH),
          Map.entry("hashvalue", HASH),
          Map.entry("indicator", HASH),
          Map.entry("signalvalue", HASH),
          Map.entry("type", HASH_TYPE),
          Map.entry("hashname", HASH_TYPE),
          Map.entry("hashtype", HASH_TYPE),
          Map.entry("signaltype", HASH_TYPE),
          Map.entry("category", CATEGORY),
          Map.entry("victimidentified", VICTIM_IDENTIFIED),
          Map.entry("offenderidentified", OFFENDER_IDENTIFIED),
          Map.entry("isdistributed", DISTRIBUTED),
          Map.entry("issuspected", SUSPECTED),
          Map.entry("selfgenerated", SELF_GENERATED),
          Map.entry("series", SERIES),
          Map.entry("seriesname", SERIES),
          Map.entry("baseline", BASELINE),
          Map.entry("isprecategorized", PRECATEGORIZED),
          Map.entry("photodna", VENDOR),
          Map.entry("pdna", VENDOR),
          Map.entry("tmk", VENDOR),
          Map.entry("tmkpdqf", VENDOR),
          Map.entry("neuralhash", VENDOR),
          Map.entry("zz40", VENDOR),
          Map.entry("lace", VENDOR),
          Map.entry("netclean", VENDOR),
          Map.entry("videntifier", VENDOR),
          Map.entry("ssvhpdna", VENDOR),
          Map.entry("ssvhsaferhash", VENDOR));

  static Optional<ListField> of(String name) {
    return name.length() > 64 ? Optional.empty() : Optional.ofNullable(NAMES.get(plain(name)));
  }

  /** Letters and digits in lower case: {@code Is distributed} and {@code IsDistributed} are one. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  @Nullable ListClaim claim() {
    return switch (this) {
      case VICTIM_IDENTIFIED -> ListClaim.VICTIM_IDENTIFIED;
      case OFFENDER_IDENTIFIED -> ListClaim.OFFENDER_IDENTIFIED;
      case DISTRIBUTED -> ListClaim.DISTRIBUTED;
      case SUSPECTED -> ListClaim.SUSPECTED;
      case SELF_GENERATED -> ListClaim.SELF_GENERATED;
      case SERIES -> ListClaim.SERIES;
      case BASELINE -> ListClaim.BASELINE;
      case PRECATEGORIZED -> ListClaim.PRECATEGORIZED;
      case MD5, SHA1, SHA256, PDQ, HASH, HASH_TYPE, VENDOR, CATEGORY -> null;
    };
  }
}
