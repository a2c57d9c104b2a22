package dev.cordon.figures.web;

import dev.cordon.figures.Filter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a reader asks of figures, as it stands in the address: the moment, and which records are
 * meant. Words that make no sense are taken as not said.
 *
 * @param at the moment, in UTC; null for now
 * @param country codes with commas between, {@code none} for records without a country; null for
 *     all
 * @param agency which agency holds them
 * @param sort which sort
 * @param from first day
 * @param to last day
 */
record Asked(
    @Nullable String at,
    @Nullable String country,
    @Nullable String agency,
    @Nullable String sort,
    @Nullable String from,
    @Nullable String to) {

  private static final DateTimeFormatter FIELD =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  /** The moment; null for now. */
  public @Nullable Instant moment() {
    return moment(at);
  }

  /** The moment as a field for days and times holds it; null for now. */
  public @Nullable String local() {
    Instant moment = moment();
    return moment == null ? null : FIELD.format(moment.atOffset(ZoneOffset.UTC));
  }

  /** The filter it makes. */
  public Filter filter() {
    return new Filter(countries(), agencyId(), blank(sort) ? null : sort, day(from), day(to));
  }

  /** The countries in words. */
  public String places() {
    return countries().stream()
        .map(code -> code.equals(Filter.NO_COUNTRY) ? "no country" : code)
        .collect(Collectors.joining(", "));
  }

  /** The countries asked for. */
  public List<String> countries() {
    return blank(country)
        ? List.of()
        : Arrays.stream(String.valueOf(country).split(",", -1))
            .map(String::strip)
            .filter(code -> code.matches("[A-Z]{2}") || code.equals(Filter.NO_COUNTRY))
            .distinct()
            .sorted()
            .toList();
  }

  /** What stands in the address, without what was not said. */
  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    put(query, "at", moment() == null ? null : at);
    put(query, "country", String.join(",", countries()));
    put(query, "agency", agencyId() == null ? null : agency);
    put(query, "sort", sort);
    put(query, "from", day(from) == null ? null : from);
    put(query, "to", day(to) == null ? null : to);
    return query;
  }

  /** An address with all of it. */
  public String on(String path) {
    return on(path, Map.of());
  }

  /** An address with all of it, and one word otherwise. */
  public String with(String path, String name, String word) {
    return on(path, Map.of(name, word));
  }

  /** An address with all of it, and what is said otherwise; an empty word leaves it out. */
  public String on(String path, Map<String, String> otherwise) {
    Map<String, String> query = new LinkedHashMap<>(query());
    query.putAll(otherwise);
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    query.forEach((name, value) -> {
      if (!value.isBlank()) {
        address.queryParam(name, "{" + name + "}");
      }
    });
    return address.encode().buildAndExpand(query).toUriString();
  }

  private static void put(Map<String, String> query, String name, @Nullable String value) {
    if (!blank(value)) {
      query.put(name, String.valueOf(value));
    }
  }

  private @Nullable UUID agencyId() {
    if (blank(agency)) {
      return null;
    }
    try {
      return UUID.fromString(String.valueOf(agency));
    } catch (IllegalArgumentException noId) {
      return null;
    }
  }

  /** A moment as a browser or a program writes it; null where it is none. */
  static @Nullable Instant moment(@Nullable String words) {
    if (blank(words)) {
      return null;
    }
    String said = String.valueOf(words);
    try {
      return said.endsWith("Z")
          ? Instant.parse(said)
          : LocalDateTime.parse(said).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  private static @Nullable LocalDate day(@Nullable String words) {
    if (blank(words)) {
      return null;
    }
    try {
      return LocalDate.parse(String.valueOf(words));
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  private static boolean blank(@Nullable String words) {
    return words == null || words.isBlank();
  }
}
