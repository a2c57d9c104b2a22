package dev.cordon.resolution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    MAIL_DOMAIN,
    /** Addresses of wallets. */
    WALLET
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

  /** Reads lists, refusing unknown keys. */
  public static WarningLists read(InputStream yaml) {
    try {
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build()
          .readValue(yaml, WarningLists.class);
    } catch (JacksonException failure) {
      throw new IllegalArgumentException(
          "the warning lists are not usable: " + failure.getOriginalMessage(), failure);
    }
  }
}
