package dev.cordon.resolution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Values that belong to nobody in particular, with where each list is from and of when: data,
 * checked when loaded.
 *
 * @param version names this state of the lists
 */
public record WarningLists(String version, List<WarningList> lists) {

  /** What a list warns of. */
  public enum Kind {
    /** Domains of mail. */
    MAIL_DOMAIN(
        "[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)+", "a domain of mail"),
    /**
     * Addresses of wallets: Base58 or Bech32 of Bitcoin and its kin, or hexadecimal of Ethereum.
     */
    WALLET(
        "0x[0-9a-fA-F]{40}|[13LMD][1-9A-HJ-NP-Za-km-z]{24,34}|[a-z]{2,6}1[02-9ac-hj-np-z]{11,87}",
        "a wallet");

    private final Pattern form;
    private final String says;

    Kind(String form, String says) {
      this.form = Pattern.compile(form);
      this.says = says;
    }
  }

  /**
   * One list.
   *
   * @param name what its values are
   * @param source where it is from
   * @param date of when it is, as ISO 8601 writes a day
   */
  public record WarningList(
      Kind kind, String name, String source, String date, List<String> values) {

    /** Checks that it says where it is from and of when. */
    public WarningList {
      values = List.copyOf(values);
      if (name.isBlank() || source.isBlank() || values.isEmpty()) {
        throw new IllegalArgumentException("a warning list needs a name, a source and values");
      }
      LocalDate.parse(date);
    }
  }

  /** Copies the lists. */
  public WarningLists {
    lists = List.copyOf(lists);
  }

  /** All values of a kind, in lower case. */
  public Set<String> values(Kind kind) {
    return lists.stream()
        .filter(list -> list.kind() == kind)
        .flatMap(list -> list.values().stream())
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The lists shipped with Cordon. */
  public static WarningLists standard() {
    try (InputStream in = WarningLists.class.getResourceAsStream("warnings.yaml")) {
      if (in == null) {
        throw new IllegalStateException("this build lacks dev/cordon/resolution/warnings.yaml");
      }
      return read(in);
    } catch (IOException failure) {
      throw new UncheckedIOException("the warning lists cannot be read", failure);
    }
  }

  /**
   * Reads lists, refusing unknown keys, values of no form, and values that stand twice: by line.
   */
  public static WarningLists read(InputStream yaml) throws IOException {
    String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    try {
      WarningLists lists =
          YAMLMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
              .build()
              .readValue(text, WarningLists.class);
      lists.check(text);
      return lists;
    } catch (JacksonException failure) {
      throw new IllegalArgumentException(
          "warnings.yaml is not usable: " + failure.getOriginalMessage(), failure);
    }
  }

  private void check(String text) {
    for (Kind kind : Kind.values()) {
      Map<String, String> seen = new HashMap<>();
      for (WarningList list : lists) {
        for (String value : list.kind() == kind ? list.values() : List.<String>of()) {
          if (!kind.form.matcher(value).matches()) {
            throw refused(text, value, 1, "'" + value + "' is not " + kind.says);
          }
          String before = seen.put(value.toLowerCase(Locale.ROOT), value);
          if (before != null) {
            int nth = before.equals(value) ? 2 : 1;
            throw refused(text, value, nth, "'" + value + "' stands twice");
          }
        }
      }
    }
  }

  /** Names the line of the nth time a value stands in the file. */
  private static IllegalArgumentException refused(String text, String value, int nth, String what) {
    Matcher found =
        Pattern.compile("(?<![\\w.-])" + Pattern.quote(value) + "(?![\\w.-])").matcher(text);
    int line = 0;
    for (int time = 0; time < nth && found.find(); time++) {
      line =
          1 + (int) text.substring(0, found.start()).chars().filter(sign -> sign == '\n').count();
    }
    return new IllegalArgumentException("warnings.yaml, line " + line + ": " + what);
  }
}
