package dev.cordon.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.figures.FigureBook;
import dev.cordon.figures.FigureRecord;
import dev.cordon.figures.Filter;
import dev.cordon.figures.PressOrder;
import dev.cordon.figures.PressTable;
import dev.cordon.figures.PressTables;
import dev.cordon.figures.Slice;
import dev.cordon.intake.SourceRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a number in a press table, through its records, to the line of the dump it stands on. */
class PublishedNumbersTest extends TinyProposals {

  @Autowired private PressTables tables;
  @Autowired private FigureBook figures;

  private record Place(UUID source, String name, String table, long row) {}

  @Test
  void everyNumberOfAPressTable_opensDownToLinesOfTheSources() throws IOException {
    confirmed("1");
    PressTable table =
        get(
            coordinator,
            () ->
                tables.publish(
                    operation,
                    new PressOrder(
                        "Results",
                        List.of("accounts", "payers", "payments", "suspects_identified"),
                        1,
                        null,
                        null,
                        "press line")));
    for (int at = 0; at < table.columns().size(); at++) {
      String figure = table.columns().get(at).name();
      Long value = table.rows().getLast().cells().get(at).value();
      List<FigureRecord> records =
          get(
                  coordinator,
                  () ->
                      figures.records(operation, figure, table.asOf(), Filter.NONE, Slice.page(1)))
              .rows();
      assertThat(value).as(figure).isPositive();
      assertThat(records.stream().mapToLong(FigureRecord::amount).sum())
          .as(figure)
          .isEqualTo(value);
      for (FigureRecord record : records) {
        List<Place> places = places(record);
        assertThat(places).as("%s of %s", record, figure).isNotEmpty();
        for (Place place : places) {
          requireLine(place);
        }
      }
    }
  }

  private List<Place> places(FigureRecord record) {
    if (record.kind().equals("subject")) {
      return get(
          analyst,
          () ->
              jdbc.sql(
                      """
                      select source_id, source_name, source_table, source_row from cordon.subject_record
                      where subject_id = cast(? as uuid)
                      """)
                  .param(record.id())
                  .query((row, number) ->
                      new Place(
                          row.getObject("source_id", UUID.class),
                          row.getString("source_name"),
                          row.getString("source_table"),
                          row.getLong("source_row")))
                  .list());
    }
    String name = Objects.requireNonNull(record.sourceName());
    UUID source =
        get(
            analyst,
            () ->
                jdbc.sql("select id from cordon.source where operation_id = ? and name = ?")
                    .params(operation.value(), name)
                    .query(UUID.class)
                    .single());
    return new ArrayList<>(
        List.of(
            new Place(
                source,
                name,
                Objects.requireNonNull(record.sourceTable()),
                Objects.requireNonNull(record.sourceRow()))));
  }

  private void requireLine(Place place) throws IOException {
    SourceRow row =
        get(
            analyst,
            () ->
                sources.row(
                    operation, place.source(), place.table(), place.row(), "followed a number"));
    byte[] file = file(place.name());
    int begins = (int) row.byteOffset();
    String before = new String(file, 0, begins, StandardCharsets.UTF_8);
    String itself = new String(file, begins, (int) row.length(), StandardCharsets.UTF_8);
    assertThat(before.lines().count() + (before.endsWith("\n") ? 1 : 0))
        .as("%s", place)
        .isEqualTo(row.line());
    assertThat(itself).as("%s", place).isNotBlank();
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in = TinyProposals.class.getResourceAsStream("tiny/" + name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
