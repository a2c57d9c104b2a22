package dev.cordon.web;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Right-to-left text in a PDF: parts of one direction are found before lines are broken and turned
 * after, so that a wrapped line is read from its right end and the next one follows (Unicode
 * Standard Annex 9), in documents that are themselves written from left to right. Arabic letters
 * are joined as they stand. Not thread-safe: one for a document.
 */
final class ReadingOrder implements BidiSplitter, BidiReorderer {

  private final ArabicShaping joining = new ArabicShaping(ArabicShaping.LETTERS_SHAPE);
  private final ArabicShaping parting = new ArabicShaping(ArabicShaping.LETTERS_UNSHAPE);
  private List<BidiTextRun> runs = List.of();

  /** Numbers and foreign words inside right-to-left text belong to its part: they turn with it. */
  @Override
  public void setParagraph(String text, byte direction) {
    byte[] levels = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT).getLevels();
    List<BidiTextRun> found = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= levels.length; end++) {
      if (end == levels.length || (levels[end] == 0) != (levels[start] == 0)) {
        found.add(new BidiTextRun(start, end - start, levels[start] == 0 ? LTR : RTL));
        start = end;
      }
    }
    runs = found;
  }

  @Override
  public int countTextRuns() {
    return runs.size();
  }

  @Override
  public BidiTextRun getVisualRun(int place) {
    return runs.get(place);
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
