package dev.cordon.exercise.files;

import java.util.List;

/**
 * Values that upset careless readers: quotes, comments, control characters, other scripts. All
 * harmless.
 */
final class Oddities {
  /** For columns that hold four-byte characters. */
  static final List<String> TEXTS =
      List.of(
          "It's \"quoted\" \\ and \\' back",
          "x'); DROP TABLE `wpk_users`; -- ",
          "semi; colon, comma -- ; # dash",
          "line one\nline two\r\nline three",
          "tab\there",
          "NUL\u0000inside",
          "control-Z\u001aend",
          "emoji \uD83D\uDE80\uD83D\uDEB2",
          "<b>bold</b> &amp; &quot;entity&quot; &#039;",
          "=SUM(1;1)",
          "right\u202Eleft",
          "zero\u200Bwidth",
          "/* comment */ `backtick`",
          "INSERT INTO `wpk_users` VALUES (1,'a');",
          "%00 %n %s {{7*7}} ${x}");

  /** For the forum, which stores entities instead of four-byte characters. */
  static final List<String> FORUM =
      List.of(
          "It&#039;s &quot;quoted&quot; \\ back",
          "a &amp; b &lt;c&gt;",
          "rocket &#128640;",
          "x&#039;); DROP TABLE `bb3_users`; -- ",
          "INSERT INTO `bb3_users` VALUES (1,&#039;a&#039;);",
          "semi; colon -- ; # dash",
          "two\nlines",
          "back\\slash \\0 \\Z");

  private Oddities() {}

  static String text(long key) {
    return TEXTS.get((int) Math.floorMod(key, (long) TEXTS.size()));
  }

  static String forum(long key) {
    return FORUM.get((int) Math.floorMod(key, (long) FORUM.size()));
  }

  /** A harmless text of about so many characters. */
  static String longText(int characters) {
    return "Neutral filler text, repeated. ".repeat(characters / 31 + 1).substring(0, characters);
  }
}
