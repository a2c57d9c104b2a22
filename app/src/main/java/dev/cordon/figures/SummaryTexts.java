package dev.cordon.figures;

import dev.cordon.CordonException;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What summaries say, in each language; read once from {@code figures/summary-xx.yaml}. A text
 * belongs to a version of its definition: a later version has none until somebody writes it.
 *
 * @param words the words around the figures
 * @param figures title and sentence of each figure a summary shows, in its order
 */
record SummaryTexts(Map<String, String> words, List<Text> figures) {

  /** The text of a figure. */
  record Text(String name, int version, String title, String sentence) {}

  /** The languages of summaries. */
  public enum Language {
    EN("English"),
    DA("dansk"),
    DE("Deutsch"),
    FR("français"),
    ES("español");

    private final String title;

    Language(String title) {
      this.title = title;
    }

    /** As its readers call it. */
    public String title() {
      return title;
    }

    /** As it stands in addresses and file names. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
      return Locale.of(code());
    }
  }

  private static final Map<Language, SummaryTexts> ALL = read();

  SummaryTexts {
    words = Map.copyOf(words);
    figures = List.copyOf(figures);
  }

  static SummaryTexts of(Language language) {
    SummaryTexts texts = ALL.get(language);
    if (texts == null) {
      throw new IllegalStateException("no texts in " + language);
    }
    return texts;
  }

  /** The word of that name. */
  String word(String name) {
    return words.getOrDefault(name, name);
  }

  /** The text of each figure, by its name. */
  Map<String, Text> byName() {
    return figures.stream().collect(Collectors.toMap(Text::name, one -> one));
  }

  private static Map<Language, SummaryTexts> read() {
    Map<Language, SummaryTexts> all = new EnumMap<>(Language.class);
    YAMLMapper yaml = YAMLMapper.builder().build();
    for (Language language : Language.values()) {
      String name = "/figures/summary-" + language.code() + ".yaml";
      try (InputStream text = SummaryTexts.class.getResourceAsStream(name)) {
        all.put(language, yaml.readValue(text, SummaryTexts.class));
      } catch (IOException unreadable) {
        throw new CordonException("The texts " + name + " could not be read.", unreadable);
      }
    }
    return all;
  }
}
