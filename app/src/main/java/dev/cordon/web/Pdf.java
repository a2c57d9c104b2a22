package dev.cordon.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.cordon.CordonException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Makes PDF/A-2b of well-formed XHTML. Nothing is loaded from anywhere: the type face comes with
 * the PDF library and is embedded (Latin, Greek, Cyrillic, Hebrew), pictures and links have no
 * place to come from.
 */
public final class Pdf {

  private static final String FACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final byte[] FACE_BYTES = face();

  private Pdf() {}

  /** The document; its only changing bytes are the time it was made and its id. */
  public static byte[] of(String xhtml) {
    XRLog.setLoggingEnabled(false);
    try (ByteArrayOutputStream out = new ByteArrayOutputStream();
        PDDocument document = new PDDocument();
        TrueTypeFont letters = letters()) {
      PDFontSupplier face = new PDFontSupplier(PDType0Font.load(document, letters, true));
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(document);
      builder.useUriResolver((base, address) -> null);
      for (int weight : new int[] {400, 700}) {
        builder.useFont(face, "Face", weight, BaseRendererBuilder.FontStyle.NORMAL, true);
      }
      ReadingOrder order = new ReadingOrder();
      builder.useUnicodeBidiSplitter(() -> order);
      builder.useUnicodeBidiReorderer(order);
      builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
      builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B);
      builder.withHtmlContent(readable(xhtml), null);
      builder.toStream(out);
      builder.run();
      return out.toByteArray();
    } catch (IOException failed) {
      throw new CordonException("The report could not be set as PDF.", failed);
    }
  }

  /** Without ligatures: looking for them in every word took three quarters of the time. */
  private static TrueTypeFont letters() throws IOException {
    TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(FACE_BYTES));
    letters.setEnableGsub(false);
    return letters;
  }

  private static byte[] face() {
    try (InputStream face = PDDocument.class.getResourceAsStream(FACE)) {
      if (face == null) {
        throw new IllegalStateException("the type face " + FACE + " is not in this program");
      }
      return face.readAllBytes();
    } catch (IOException failed) {
      throw new CordonException("The type face of reports could not be read.", failed);
    }
  }

  /**
   * Without the characters XML 1.0 (section 2.2) forbids; each becomes a mark that it was there.
   */
  private static String readable(String xhtml) {
    return xhtml.replaceAll(
        "[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
