package dev.cordon.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.DatabaseTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SummaryTest extends DatabaseTest {

  @Autowired private Definitions definitions;
  @Autowired private FigureBook figures;

  @Test
  void everyLanguage_hasATextForTheDefinitionAsItIsNow() {
    List<String> english =
        SummaryTexts.of(SummaryTexts.Language.EN).figures().stream()
            .map(SummaryTexts.Text::name)
            .toList();
    for (SummaryTexts.Language language : SummaryTexts.Language.values()) {
      SummaryTexts texts = SummaryTexts.of(language);
      assertThat(texts.figures().stream().map(SummaryTexts.Text::name).toList())
          .as(language.title())
          .isEqualTo(english);
      assertThat(texts.words().keySet())
          .isEqualTo(SummaryTexts.of(SummaryTexts.Language.EN).words().keySet());
      for (SummaryTexts.Text text : texts.figures()) {
        assertThat(get(coordinator, () -> definitions.find(text.name())).orElseThrow().version())
            .as("%s in %s: its definition changed, look at the text again", text.name(), language)
            .isEqualTo(text.version());
      }
    }
  }

  @Test
  void summary_isAPdfInEveryLanguage() {
    Figures now = get(coordinator, () -> figures.now(operation));
    for (SummaryTexts.Language language : SummaryTexts.Language.values()) {
      assertThat(Summary.pdf("Exercise & <more>", "H1", now, language, null))
          .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
      assertThat(Summary.pdf("Exercise", "H1", now, language, "DK"))
          .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }
  }
}
