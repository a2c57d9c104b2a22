package dev.cordon.triage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.TestGround;
import dev.cordon.TinyOperation;
import dev.cordon.access.SignedIn;
import dev.cordon.action.FieldReport;
import dev.cordon.action.FieldReports;
import dev.cordon.action.MeasureKind;
import dev.cordon.edge.Walk;
import dev.cordon.evidence.Exhibits;
import dev.cordon.kernel.perceptual.PictureBytes;
import dev.cordon.kernel.perceptual.Pictures;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A program that writes parts of pictures into an inventory finds that nothing of them is kept. */
class PicturesNeverKeptTest extends TinyOperation {

  @Autowired private FieldReports reports;
  @Autowired private Exhibits exhibits;
  @Autowired private Inventories inventories;
  @Autowired private InventoryMatches matches;
  @Autowired private PerceptualCodes codes;
  @Autowired private InventoryGroups groups;
  @Autowired private HashInquiries inquiries;
  @Autowired private MockMvc http;

  private final Instant start = Instant.now().minusSeconds(2);
  private final byte[] picture =
      Pictures.encoded(Pictures.unique(120, 90, new Random(System.nanoTime())), "jpeg");
  private final String packed = Base64.getEncoder().encodeToString(picture);
  private final String hex = HexFormat.of().formatHex(picture);
  private final PictureBytes look =
      new PictureBytes(List.of(picture, packed.getBytes(US_ASCII), hex.getBytes(US_ASCII)));

  @Test
  void bytesOfAPicture_inWhateverField_areInNoTable_onNoPage_andNotOnTheDisk() throws Exception {
    UUID exhibit = seized(officer, searchAtFirst("FR-1"));
    UUID elsewhere = seized(germanOfficer, inGermany());
    UUID inventory = taken(examiner, exhibit);
    taken(germanOfficer, elsewhere);
    String match =
        "{\"item\":1,%s%s%s\"by\":\"md5\",\"list_says\":[\"%s\"]}"
            .formatted(
                text("list", packed), text("version", packed), text("embedded", packed), packed);
    get(examiner, () -> matches.take(operation, inventory, stream(List.of(match))));
    String code =
        "{\"item\":1,\"pdq\":\"%s\",%s\"x\":1}"
            .formatted("0f".repeat(32), text("decode_path", hex));
    get(examiner, () -> codes.take(operation, inventory, stream(List.of(code))));
    String series = "{\"series\":1,\"by\":\"%s\",\"items\":[1]}".formatted(packed);
    get(examiner, () -> groups.takeSeries(operation, inventory, stream(List.of(series))));
    long hits =
        get(examiner, () -> inquiries.askAboutExhibit(operation, exhibit, "Order 7", "who else"));
    assertThat(hits).isPositive();

    for (SignedIn reader : List.of(examiner, coordinator)) {
      assertThat(inTables(reader)).as(reader.displayName()).isEmpty();
      onPages(reader);
    }
    Path root = TestGround.ground().directory().root();
    assertThat(look.inFolder(root, start, path -> true)).isEmpty();
    assertThat(look.inFolder(Path.of("target"), start, path -> !path.endsWith("lib"))).isEmpty();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    assertThat(look.inFolder(temporary, start, path -> true))
        .noneMatch(found -> found.contains("a piece of a picture"));
  }

  private UUID seized(SignedIn by, FieldReport report) {
    get(by, () -> reports.take(operation, report));
    return get(by, () -> exhibits.page(operation, null, null, 1)).rows().getFirst().id();
  }

  private static FieldReport inGermany() {
    return new FieldReport(
        "FR-2",
        "DE",
        "Officer Beispiel",
        MeasureKind.SEARCH,
        "2025-02-26T06:05:00+01:00",
        null,
        null,
        null,
        List.of(new FieldReport.Item(1, "storage", "disk", null, null)),
        null);
  }

  /** An inventory whose every field holds the picture in one way or the other. */
  private UUID taken(SignedIn by, UUID exhibit) {
    List<String> lines = new ArrayList<>();
    int item = 0;
    for (String bytes : List.of(packed, hex, "data:image/jpeg;base64," + packed)) {
      for (String field :
          List.of("thumbnail", "reason", "warning", "format", "decode_path", "place", "mark")) {
        item++;
        String more = field.equals("mark") ? marks(bytes) : text(field, bytes);
        String place = field.equals("place") ? "" : text("place", "file " + item);
        lines.add(
            "{\"item\":%d,\"state\":\"present\",%s%s\"size\":1,\"sha256\":\"%064x\"}"
                .formatted(item, place, more, item));
      }
    }
    return get(by, () -> inventories.take(operation, exhibit, stream(lines))).id();
  }

  /** Every row of every table the reader sees of the operation, as text. */
  private List<String> inTables(SignedIn reader) {
    List<String> found = new ArrayList<>();
    List<String> tables =
        get(
            reader,
            () ->
                jdbc.sql(
                        """
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'operation_id'
                        where c.relnamespace = 'cordon'::regnamespace and c.relkind in ('r', 'p', 'v')
                          and has_table_privilege(c.oid, 'select')
                        """)
                    .query(String.class)
                    .list());
    assertThat(tables).contains("media_item", "sighting", "media_mark", "list_match");
    for (String table : tables) {
      String rows =
          get(
              reader,
              () ->
                  jdbc.sql(
                          "select coalesce(string_agg(t::text, chr(10)), '') from cordon.%s t where operation_id = ?"
                              .formatted(table))
                      .param(operation.value())
                      .query(String.class)
                      .single());
      look.in(rows.getBytes(StandardCharsets.UTF_8))
          .forEach(what -> found.add(table + ": " + what));
    }
    return found;
  }

  private void onPages(SignedIn reader) throws Exception {
    String own = "/operations/" + operation;
    Set<String> seen =
        new Walk(http, reader)
            .from(
                this::check,
                own + "/triage",
                own + "/triage/exhibits",
                own + "/triage/groups",
                own + "/triage/matches",
                own + "/triage/inquiries",
                "/api" + own + "/triage",
                "/api" + own + "/triage/inquiries",
                "/api" + own + "/triage/questions");
    assertThat(seen).hasSizeGreaterThan(20);
  }

  private void check(String path, MockHttpServletResponse answer) {
    if (path.matches("/assets/.*|.*/figures/files/.*")) {
      // The house's own drawings and charts of numbers.
      return;
    }
    String type = String.valueOf(answer.getContentType());
    assertThat(type).as(path).doesNotMatch("(?i)(image/(?!svg)|video/|application/octet).*");
    assertThat(look.in(answer.getContentAsByteArray())).as(path).isEmpty();
    if (type.startsWith("text/html")) {
      String page = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
      assertThat(page)
          .as(path)
          .doesNotContain("<img", "<picture", "<video", "=\"data:", "url(data:");
    }
  }

  private static String text(String field, String value) {
    return "\"" + field + "\":\"" + value + "\",";
  }

  private static String marks(String bytes) {
    return "\"marks\":{\"says\":[\"carries a mark %s\"],\"generators\":[{\"tool\":\"%s\",\"key\":\"%s\"}]},"
        .formatted(bytes, bytes, bytes);
  }

  private static InputStream stream(List<String> lines) {
    return new ByteArrayInputStream(
        (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
