package dev.cordon.web;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/**
 * Right-to-left text in a PDF: parts of one direction are found before lines are broken and turned
 * after, so that a wrapped line is read from its right end and the next one follows (Unicode
 * Standard Annex 9). Arabic letters are joined as they stand. Not thread-safe: one for a document.
 */
final class ReadingOrder implements BidiSplitter, BidiReorderer {

  private final Bidi paragraph = new Bidi();
  private final ArabicShaping joining = new ArabicShaping(ArabicShaping.LETTERS_SHAPE);
  private final ArabicShaping parting = new ArabicShaping(ArabicShaping.LETTERS_UNSHAPE);

  @Override
  public void setParagraph(String text, byte direction) {
    paragraph.setPara(text, direction == RTL ? Bidi.RTL : Bidi.LTR, null);
  }

  @Override
  public int countTextRuns() {
    return paragraph.countRuns();
  }

  @Override
  public BidiTextRun getVisualRun(int place) {
    BidiRun run = paragraph.getVisualRun(place);
    return new BidiTextRun(run.getStart(), run.getLength(), run.isOddRun() ? RTL : LTR);
  }

  @Override
  public byte getBaseDirection(String text) {
    return switch (Bidi.getBaseDirection(text)) {
      case Bidi.LTR -> LTR;
      case Bidi.RTL -> RTL;
      default -> NEUTRAL;
    };
  }

  @Override
  public String reorderRTLTextToLTR(String text) {
    return new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT).writeReordered(Bidi.DO_MIRRORING);
  }

  @Override
  public String shapeText(String text) {
    return shaped(joining, text);
  }

  @Override
  public String deshapeText(String text) {
    return shaped(parting, text);
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }

  private static String shaped(ArabicShaping shaping, String text) {
    try {
      return shaping.shape(text);
    } catch (ArabicShapingException unknown) {
      return text;
    }
  }
}
