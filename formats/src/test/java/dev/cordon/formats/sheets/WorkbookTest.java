package dev.cordon.formats.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import dev.cordon.formats.archives.ArchiveLimits;
import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.archives.MemberFinding;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.ContentJudge;
import dev.cordon.formats.xml.XmlLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class WorkbookTest {

  private static final String TYPES = "<Types/>";
  private static final String WORKBOOK =
      """
      <workbook xmlns:r="r"><workbookPr/><sheets>
        <sheet name="Orders" sheetId="1" r:id="rId1"/>
        <sheet name="Secret" sheetId="2" state="hidden" r:id="rId2"/>
      </sheets></workbook>\
      """;
  private static final String RELATIONS =
      """
      <Relationships>
        <Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/>
      </Relationships>\
      """;
  private static final String STYLES =
      """
      <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>
        <numFmt numFmtId="165" formatCode="0.00&quot;days&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>\
      """;
  private static final String STRINGS =
      "<sst><si><t>id</t></si><si><r><t>na</t></r><r><t>me</t></r><rPh><t>x</t></rPh></si></sst>";
  private static final String SHEET =
      """
      <worksheet><cols><col min="1" max="1" hidden="1"/></cols><sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>when</t></is></c></row>
        <row r="3" hidden="1"><c r="A3"><v>7</v></c><c r="C3" s="2"><v>45366.5</v></c><c r="D3" s="3"><v>2</v></c>
          <c r="E3" t="b"><v>1</v></c><c r="F3" t="e"><v>#N/A</v></c><c r="G3" t="str"><f>HYPERLINK("http://x.example")</f><v>cached</v></c></row>
        <row r="4"><c r="A4" t="s"><v>99</v></c></row>
      </sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>\
      """;

  private final List<String> told = new ArrayList<>();
  private final List<SheetRow> rows = new ArrayList<>();

  @Test
  void rows_areRead() throws IOException {
    assertThat(read(workbook(SHEET))).isNull();
    assertThat(told)
        .containsExactly(
            "sheet Orders false",
            "Orders 1 [id, name, when]",
            "Orders 3 [7, , 2024-03-15T12:00, 2, true, #N/A, cached] hidden formula",
            "broken Orders 4 names a shared string that is not there or too long",
            "sheet Orders has 1 merged ranges: only the first cell holds",
            "sheet Orders has hidden columns; they are read like others",
            "sheet Secret true",
            "Secret 1 [1]");
    assertThat(rows.get(1).cells())
        .extracting(SheetCell::kind)
        .containsExactly(
            SheetCell.Kind.NUMBER,
            SheetCell.Kind.EMPTY,
            SheetCell.Kind.DATE,
            SheetCell.Kind.NUMBER,
            SheetCell.Kind.BOOLEAN,
            SheetCell.Kind.ERROR,
            SheetCell.Kind.TEXT);
  }

  @Test
  void workbookOfAnotherWriter_comesBack() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (org.dhatim.fastexcel.Workbook out = new org.dhatim.fastexcel.Workbook(bytes, "x", "1.0")) {
      org.dhatim.fastexcel.Worksheet sheet = out.newWorksheet("Kunder & co");
      for (int row = 0; row < 500; row++) {
        sheet.value(row, 0, "n\u00e6vn <" + row + ">");
        sheet.value(row, 1, row * 3);
        sheet.value(row, 2, java.time.LocalDate.of(2024, 1, 1).plusDays(row));
        sheet.style(row, 2).format("yyyy-MM-dd").set();
        sheet.value(row, 3, row % 2 == 0);
      }
    }
    assertThat(read(bytes.toByteArray())).isNull();
    assertThat(ContentJudge.judge(bytes.toByteArray())).isInstanceOf(Content.Workbook.class);
    assertThat(rows).hasSize(500);
    for (int row = 0; row < 500; row++) {
      assertThat(rows.get(row).values())
          .containsExactly(
              "n\u00e6vn <" + row + ">",
              Integer.toString(row * 3),
              java.time.LocalDate.of(2024, 1, 1).plusDays(row).toString(),
              Boolean.toString(row % 2 == 0));
    }
    assertThat(rows.getFirst().sheet()).isEqualTo("Kunder & co");
  }

  @Test
  void content_isToldAsWorkbook() throws IOException {
    assertThat(ContentJudge.judge(workbook(SHEET))).isInstanceOf(Content.Workbook.class);
  }

  @Test
  void dates_countAsTheProgramsDo() {
    assertThat(SheetDates.text("1", false)).isEqualTo("1900-01-01");
    assertThat(SheetDates.text("59", false)).isEqualTo("1900-02-28");
    assertThat(SheetDates.text("60", false)).isEqualTo("1900-02-29");
    assertThat(SheetDates.text("61", false)).isEqualTo("1900-03-01");
    assertThat(SheetDates.text("45366", false)).isEqualTo("2024-03-15");
    assertThat(SheetDates.text("43904", true)).isEqualTo("2024-03-15");
    assertThat(SheetDates.text("0.75", false)).isEqualTo("18:00");
    assertThat(SheetDates.text("1e300", false)).isNull();
    assertThat(SheetDates.text("-1", false)).isNull();
  }

  @Test
  void embeddedMedia_areToldNeverHandedOver() throws IOException {
    byte[] gif = "GIF89a\1\0\1\0\0\0\0!\371\4\1\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    read(zip(parts(SHEET), "xl/media/image1.gif", gif));
    assertThat(told).contains("media xl/media/image1.gif GIF " + gif.length);
  }

  @Test
  void documentType_isRefused() throws IOException {
    read(workbook("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet>&a;</worksheet>"));
    assertThat(told).anyMatch(line -> line.contains("holds a document type"));
  }

  @Test
  void cutSheet_keepsWhatCameBefore() throws IOException {
    read(workbook(SHEET.substring(0, SHEET.indexOf("#N/A"))));
    assertThat(told).contains("Orders 1 [id, name, when]");
    assertThat(told).anyMatch(line -> line.startsWith("broken Orders 3 is no longer well-formed"));
  }

  @Test
  void tooManyStrings_areSaid() throws IOException {
    WorkbookLimits small =
        new WorkbookLimits(1, 100, 10, 100, 100, ArchiveLimits.STANDARD, XmlLimits.STANDARD);
    Workbook.read(() -> new ByteArrayInputStream(workbook(SHEET)), small, new Seen());
    assertThat(told.getFirst()).contains("more shared strings than are held");
    assertThat(told).anyMatch(line -> line.startsWith("broken Orders 1"));
  }

  @Test
  void mutatedWorkbooks_endByName() throws IOException {
    Random random = new Random(4);
    int rounds = Boolean.getBoolean("long") ? 100_000 : 3_000;
    for (int round = 0; round < rounds; round++) {
      byte[] sheet = SHEET.getBytes(StandardCharsets.UTF_8);
      for (int change = random.nextInt(4); change >= 0; change--) {
        sheet[random.nextInt(sheet.length)] = (byte) "<>&/\"=x9A".charAt(random.nextInt(9));
      }
      byte[] bytes = workbook(new String(sheet, StandardCharsets.UTF_8));
      if (random.nextBoolean()) {
        bytes[random.nextInt(bytes.length)] ^= (byte) random.nextInt(256);
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      }
      read(bytes);
      told.clear();
      rows.clear();
    }
  }

  private String read(byte[] bytes) throws IOException {
    return Workbook.read(() -> new ByteArrayInputStream(bytes), WorkbookLimits.STANDARD, new Seen())
        .orElse(null);
  }

  private static Object[] parts(String sheet) {
    return new Object[] {
      "[Content_Types].xml", TYPES,
      "xl/workbook.xml", WORKBOOK,
      "xl/_rels/workbook.xml.rels", RELATIONS,
      "xl/worksheets/sheet1.xml", sheet,
      "xl/worksheets/sheet2.xml",
          "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
      "xl/styles.xml", STYLES,
      "xl/sharedStrings.xml", STRINGS
    };
  }

  private static byte[] workbook(String sheet) throws IOException {
    return zip(parts(sheet));
  }

  private static byte[] zip(Object[] parts, Object... more) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Object> all = new ArrayList<>(List.of(parts));
    all.addAll(List.of(more));
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int index = 0; index < all.size(); index += 2) {
        out.putNextEntry(new ZipEntry((String) all.get(index)));
        Object content = all.get(index + 1);
        out.write(
            content instanceof byte[] raw
                ? raw
                : ((String) content).getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private final class Seen implements SheetHandler {

    @Override
    public void sheet(String name, boolean isHidden) {
      told.add("sheet " + name + " " + isHidden);
    }

    @Override
    public void row(SheetRow row) {
      rows.add(row);
      told.add(
          row.sheet()
              + " "
              + row.number()
              + " "
              + row.values()
              + (row.isHidden() ? " hidden" : "")
              + (row.hasFormula() ? " formula" : ""));
    }

    @Override
    public void broken(String sheet, long number, Position position, String reason) {
      told.add("broken " + sheet + " " + number + " " + reason);
    }

    @Override
    public void remark(String remark) {
      told.add(remark);
    }

    @Override
    public void media(ArchiveMember member, MemberFinding finding) {
      told.add("media " + member.name() + " " + finding.media() + " " + finding.bytes());
    }
  }
}
