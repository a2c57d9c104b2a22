package dev.cordon.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTest {

  private static final String STREET =
      "\u05e8\u05d7\u05d5\u05d1 \u05d4\u05e8\u05e6\u05dc 12 \u05d3\u05d9\u05e8\u05d4 4, \u05e7\u05d5\u05de\u05d4"
          + " \u05e9\u05dc\u05d9\u05e9\u05d9\u05ea, \u05de\u05d5\u05dc \u05d4\u05d3\u05d5\u05d0\u05e8";

  private static String read(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).strip();
    }
  }

  private static byte[] page(String body) {
    return Pdf.of(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title><style>"
            + "body { font-family: Face; font-size: 14pt }</style></head><body>"
            + body
            + "</body></html>");
  }

  @Test
  void rightToLeftText_thatWraps_isReadLineByLine() throws IOException {
    String text = read(page("<div style=\"width: 40mm\">" + STREET + "</div>"));
    assertThat(text.lines().count()).isGreaterThan(1);
    assertThat(text.lines().map(String::strip).toList().stream().reduce((a, b) -> a + " " + b))
        .contains(STREET);
  }

  @Test
  void mixedText_keepsItsLettersAndOrder() throws IOException {
    assertThat(
            read(
                page(
                    "<p>Office affiliate \u0141\u00f3d\u017a \u041c\u043e\u0441\u043a\u0432\u0430 \u05d3\u05d5\u05d3 end \u0001</p>")))
        .isEqualTo(
            "Office affiliate \u0141\u00f3d\u017a \u041c\u043e\u0441\u043a\u0432\u0430 \u05d3\u05d5\u05d3 end #");
  }
}
