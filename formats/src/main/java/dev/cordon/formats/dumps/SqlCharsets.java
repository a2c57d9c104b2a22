package dev.cordon.formats.dumps;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** MySQL's and PostgreSQL's names of character sets. */
final class SqlCharsets {

  /** What bytes without a known character set are read as where they are no UTF-8. */
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Map<String, String> MYSQL =
      names(
          "utf8 UTF-8 utf8mb3 UTF-8 utf8mb4 UTF-8 ascii UTF-8 binary UTF-8 default UTF-8"
              + " latin1 windows-1252 latin2 ISO-8859-2 latin5 ISO-8859-9 latin7 ISO-8859-13"
              + " cp1250 windows-1250 cp1251 windows-1251 cp1256 windows-1256 cp1257 windows-1257"
              + " koi8r KOI8-R koi8u KOI8-U greek ISO-8859-7 hebrew ISO-8859-8 cp866 IBM866"
              + " cp850 IBM850 cp852 IBM852 macroman x-MacRoman macce x-MacCentralEurope"
              + " sjis Shift_JIS cp932 windows-31j ujis EUC-JP eucjpms EUC-JP big5 Big5"
              + " gb2312 GB2312 gbk GBK gb18030 GB18030 euckr EUC-KR tis620 TIS-620"
              + " ucs2 UTF-16BE utf16 UTF-16BE utf16le UTF-16LE utf32 UTF-32BE");

  private static final Map<String, String> POSTGRES =
      names(
          "utf8 UTF-8 unicode UTF-8 sql_ascii UTF-8 latin1 ISO-8859-1 latin2 ISO-8859-2"
              + " latin3 ISO-8859-3 latin4 ISO-8859-4 latin5 ISO-8859-9 latin6 ISO-8859-10"
              + " latin7 ISO-8859-13 latin8 ISO-8859-14 latin9 ISO-8859-15 latin10 ISO-8859-16"
              + " iso_8859_5 ISO-8859-5 iso_8859_6 ISO-8859-6 iso_8859_7 ISO-8859-7"
              + " iso_8859_8 ISO-8859-8 win1250 windows-1250 win1251 windows-1251"
              + " win windows-1251 win1252 windows-1252 win1253 windows-1253"
              + " win1254 windows-1254 win1255 windows-1255 win1256 windows-1256"
              + " win1257 windows-1257 win1258 windows-1258 win866 IBM866 alt IBM866"
              + " win874 x-windows-874 koi8r KOI8-R koi8 KOI8-R koi8u KOI8-U euc_jp EUC-JP"
              + " euc_jis_2004 EUC-JP euc_kr EUC-KR euc_cn GB2312 euc_tw x-EUC-TW"
              + " sjis windows-31j shift_jis_2004 windows-31j big5 Big5 gbk GBK"
              + " gb18030 GB18030 uhc x-windows-949 johab x-Johab");

  /** Those whose second bytes may look like a backslash. */
  private static final Set<String> WITH_BACKSLASHES_INSIDE =
      Set.of("Shift_JIS", "windows-31j", "Big5", "GBK", "GB18030", "x-windows-949", "x-Johab");

  private SqlCharsets() {}

  /** Java's character set for MySQL's name; UTF-8 when unknown. */
  static Charset of(String name) {
    return find(MYSQL, name);
  }

  /** Java's character set for PostgreSQL's name; UTF-8 when unknown. */
  static Charset ofPostgres(String name) {
    return find(POSTGRES, name);
  }

  /** Whether letters take two or four bytes of which one is zero in Latin text. */
  static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  /** Whether a byte that looks like a backslash may be half of a character. */
  static boolean hidesBackslashes(Charset charset) {
    return WITH_BACKSLASHES_INSIDE.contains(charset.name());
  }

  /** Whether this byte and the next are one character of a set that hides backslashes. */
  static boolean isPair(Charset charset, int first, int second) {
    boolean japanese = charset.name().equals("Shift_JIS") || charset.name().equals("windows-31j");
    boolean halfWidth = japanese && (first == 0x80 || first >= 0xA0 && first <= 0xDF);
    return first >= 0x81 && first <= 0xFE && !halfWidth && second >= 0x40 && second != 0x7F;
  }

  /**
   * What text of a column is read as when it is not valid in the dump's character set: the column's
   * own or its table's, windows-1252 where that says nothing more.
   */
  static Charset fallback(@Nullable String column, @Nullable String table) {
    String name = column == null ? table : column;
    Charset charset = name == null ? WINDOWS_1252 : of(name);
    return charset.equals(StandardCharsets.UTF_8) || isWide(charset) ? WINDOWS_1252 : charset;
  }

  private static Charset find(Map<String, String> names, String name) {
    String known = names.get(name.toLowerCase(Locale.ROOT));
    return known == null || !Charset.isSupported(known)
        ? StandardCharsets.UTF_8
        : Charset.forName(known);
  }

  private static Map<String, String> names(String pairs) {
    String[] words = pairs.split(" ");
    Map<String, String> names = new HashMap<>();
    for (int index = 0; index < words.length; index += 2) {
      names.put(words[index], words[index + 1]);
    }
    return Map.copyOf(names);
  }
}
