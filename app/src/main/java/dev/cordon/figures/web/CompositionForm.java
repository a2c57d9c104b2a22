package dev.cordon.figures.web;

import dev.cordon.RefusedException;
import dev.cordon.figures.Composition;
import dev.cordon.figures.Composition.Grouping;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The form in which a figure is composed; the same words stand in the address of its trial.
 *
 * @param name by which others find it
 * @param figure whose records are counted
 * @param country codes with commas between
 * @param grouped what the rows are told apart by
 * @param over with what steps growth is shown
 * @param share the figure it is a share of
 * @param code handling code
 * @param words what it is for
 */
record CompositionForm(
    @NotBlank(message = "give it a name")
        @Size(min = 3, max = 100, message = "from 3 to 100 characters")
        @Nullable String name,
    @NotBlank(message = "choose what is counted") @Nullable String figure,
    @Nullable String country,
    @Nullable String agency,
    @Size(max = 100, message = "at most 100 characters") @Nullable String sort,
    @Nullable String from,
    @Nullable String to,
    @Nullable String grouped,
    @Nullable String over,
    @Nullable String share,
    @Pattern(regexp = "H[0-3]", message = "is one of H0 to H3") @Nullable String code,
    @NotBlank(message = "say what it is for")
        @Size(min = 3, max = 500, message = "from 3 to 500 characters")
        @Nullable String words) {

  /** Whether enough was said to try it. */
  public boolean canBeTried() {
    return figure != null && !figure.isBlank();
  }

  /** What it composes. */
  Composition composition() {
    Asked asked = new Asked(null, country, agency, sort, from, to);
    List<String> countries = asked.countries();
    if (country != null && !country.isBlank() && countries.isEmpty()) {
      throw new RefusedException(
          "Countries are two capital letters each, with commas between: DK,SE.");
    }
    if (countries.size() > 60) {
      throw new RefusedException("Choose at most 60 countries.");
    }
    return new Composition(
        said(name),
        said(figure),
        countries,
        asked.filter().agency(),
        asked.filter().sort(),
        asked.filter().from(),
        asked.filter().to(),
        grouping(grouped),
        grouping(over),
        share == null || share.isBlank() ? null : share,
        code == null || code.isBlank() ? "H1" : code,
        said(words));
  }

  /** The address under which it is tried again. */
  String address(String path) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("name", said(name));
    all.put("figure", said(figure));
    all.put("country", said(country));
    all.put("agency", said(agency));
    all.put("sort", said(sort));
    all.put("from", said(from));
    all.put("to", said(to));
    all.put("grouped", said(grouped));
    all.put("over", said(over));
    all.put("share", said(share));
    all.put("code", said(code));
    all.put("words", said(words));
    all.values().removeIf(String::isBlank);
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    all.keySet().forEach(key -> address.queryParam(key, "{" + key + "}"));
    return address.encode().buildAndExpand(all).toUriString();
  }

  private static String said(@Nullable String words) {
    return words == null ? "" : words.strip();
  }

  private static Grouping grouping(@Nullable String word) {
    String wanted = said(word).toUpperCase(Locale.ROOT);
    return Arrays.stream(Grouping.values())
        .filter(one -> one.name().equals(wanted))
        .findFirst()
        .orElse(Grouping.NOTHING);
  }
}
