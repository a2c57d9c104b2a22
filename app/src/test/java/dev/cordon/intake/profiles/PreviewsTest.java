package dev.cordon.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.intake.OperationFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewsTest {

  private static final byte[] KEY = new byte[32];

  @Test
  void proposal_showsMappedValuesAndMasksTheRest() throws IOException {
    SampledTable table = SamplerTest.sample(SamplerTest.DUMP).table("medlemmer").orElseThrow();
    Correction proposed = Correction.proposed(table.sample());
    Preview preview = preview(table, proposed);

    assertThat(preview.kinds()).containsEntry("accounts", 3L).containsEntry("selectors", 6L);
    assertThat(preview.unreadableSeen()).isEqualTo(1);
    assertThat(shown(preview)).contains("ann", "ann@mail.example", "1700000000");
    assertThat(preview.toString())
        .doesNotContain("somebody wrote")
        .doesNotContain("d41d8cd98f00b204e9800998ecf8427e");
    Preview.Cell text = preview.rows().getFirst().cells().get(5);
    assertThat(text.shown()).isNull();
    assertThat(text.masked().length()).isEqualTo(77);
    assertThat(preview.rows().get(2).cells().get(5)).isEqualTo(Preview.Cell.EMPTY);
  }

  /** Who says that a text is a name does not see it, and cannot save it. */
  @Test
  void textChosenToBeShown_isMaskedAndRefused() throws IOException {
    SampledTable table = SamplerTest.sample(SamplerTest.DUMP).table("medlemmer").orElseThrow();
    Map<String, String> form = form(table);
    form.put("c5", "HANDLE");
    Correction chosen = Correction.of(table.sample(), form);

    assertThat(preview(table, chosen).toString()).doesNotContain("somebody wrote");
    assertThat(chosen.problems(table.sample())).singleElement().asString().contains("om read like");
  }

  @Test
  void shortWordsOfATextColumn_areMaskedInRecordsToo() throws IOException {
    String long1 = "a long text that somebody wrote about themselves in the forum, and more of it";
    SampledTable table =
        SamplerTest.sample(
                "id,word,mail\n1,secretword,a@mail.example\n2,"
                    + long1.replace(",", "")
                    + ",b@mail.example\n3,"
                    + long1.replace(",", " ")
                    + " x,c@mail.example\n")
            .table("records")
            .orElseThrow();
    Map<String, String> form = form(table);
    form.put("c1", "HANDLE");

    assertThat(preview(table, Correction.of(table.sample(), form)).toString())
        .doesNotContainIgnoringCase("secretword");
  }

  @Test
  void zoneUnitAndWords_changeWhatARowGives() throws IOException {
    SampledTable table =
        SamplerTest.sample(
                """
                Bestilling,Belob,Valuta,Tilstand,Dato
                A-1,1990,DKK,betalt,2024-03-31 02:30:00
                A-2,500,DKK,afvist,2024-03-01 10:00:00
                """)
            .table("records")
            .orElseThrow();
    Map<String, String> form = new HashMap<>();
    List<String> choices =
        List.of("ORDER_KEY", "AMOUNT_MINOR|minor", "CURRENCY", "STATUS", "CREATED|local");
    for (int index = 0; index < choices.size(); index++) {
      form.put("c" + index, choices.get(index));
    }
    Preview without = preview(table, Correction.of(table.sample(), form));
    assertThat(without.doubts())
        .containsEntry("payment whose word of state has no meaning yet", 2L);

    form.put("zone", "Europe/Copenhagen");
    form.put("w0", "failed");
    form.put("w1", "paid");
    Preview with = preview(table, Correction.of(table.sample(), form));
    assertThat(with.doubts()).doesNotContainKey("payment whose word of state has no meaning yet");
    assertThat(shown(with)).contains("paid", "failed", "1990", "2024-03-01T09:00:00Z");
    assertThat(with.doubts()).as("02:30 is skipped that night").isNotEmpty();

    form.put("c1", "AMOUNT|major");
    assertThat(shown(preview(table, Correction.of(table.sample(), form)))).contains("199000");
  }

  @Test
  void formsThatDoNotFit_areRefused() throws IOException {
    SampledTable table = SamplerTest.sample(SamplerTest.DUMP).table("medlemmer").orElseThrow();
    Map<String, String> form = form(table);
    form.put("c0", "<script>");
    assertThatThrownBy(() -> Correction.of(table.sample(), form))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("column 1");
    form.put("c0", "ROW_KEY");
    form.put("zone", "Mars/Base");
    assertThatThrownBy(() -> Correction.of(table.sample(), form))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Europe/Copenhagen");
  }

  private static Map<String, String> form(SampledTable table) {
    Map<String, String> form = new HashMap<>();
    List<String> choices = Correction.proposed(table.sample()).choices();
    for (int index = 0; index < choices.size(); index++) {
      form.put("c" + index, choices.get(index));
    }
    return form;
  }

  private static Preview preview(SampledTable table, Correction correction) {
    return Previews.of(
        correction.table(table.sample()), table, OperationFacts.UNKNOWN, "x.sql", KEY);
  }

  private static List<String> shown(Preview preview) {
    List<String> shown = new ArrayList<>();
    for (Preview.Row row : preview.rows()) {
      row.cells().forEach(cell -> shown.add(String.valueOf(cell.shown())));
      row.records()
          .forEach(piece ->
              piece.fields().forEach(field -> shown.add(String.valueOf(field.value().shown()))));
    }
    return shown;
  }
}
