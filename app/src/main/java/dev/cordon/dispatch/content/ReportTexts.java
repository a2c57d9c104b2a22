package dev.cordon.dispatch.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The report's words in one language. They are data: {@code /dispatch/report/*.yaml}; which country
 * reads which language is in {@code /dispatch/languages.yaml}.
 */
public final class ReportTexts {

  /** The languages there are, two letters each. */
  public static final List<String> LANGUAGES = List.of("en", "da", "de", "fr", "es");

  private static final YAMLMapper MAPPER = YAMLMapper.builder().build();
  private static final Map<String, ReportTexts> ALL = readAll();
  private static final Map<String, String> COUNTRIES = file("/dispatch/languages.yaml");

  private final String language;
  private final Map<String, String> words;

  private ReportTexts(String language, Map<String, String> words) {
    this.language = language;
    this.words = Map.copyOf(words);
  }

  /** In that language; English where there is none. */
  public static ReportTexts in(String language) {
    return Objects.requireNonNull(ALL.getOrDefault(language, ALL.get("en")));
  }

  /** The language in which agencies of the country read. */
  public static String languageOf(String country) {
    return COUNTRIES.getOrDefault(country, "en");
  }

  /** Its two letters. */
  public String language() {
    return language;
  }

  /** The words for a key, which must be there. */
  public String of(String key) {
    String found = words.get(key);
    if (found == null) {
      throw new IllegalStateException(
          "the report has no words for '" + key + "' in language " + language);
    }
    return found;
  }

  /** The words for one of a closed list, or as it is written where the list has grown. */
  String of(String list, String value) {
    return words.getOrDefault(list + "." + value, value.replace('_', ' '));
  }

  /** Its keys. */
  Set<String> keys() {
    return words.keySet();
  }

  private static Map<String, ReportTexts> readAll() {
    Map<String, ReportTexts> all = new HashMap<>();
    for (String language : LANGUAGES) {
      all.put(language, new ReportTexts(language, file("/dispatch/report/" + language + ".yaml")));
    }
    return all;
  }

  private static Map<String, String> file(String name) {
    try (InputStream in = ReportTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in this program");
      }
      return MAPPER.readValue(in.readAllBytes(), new TypeReference<Map<String, String>>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
