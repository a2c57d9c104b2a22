package dev.cordon.linkage.chart;

import dev.cordon.linkage.link.Explanation;
import dev.cordon.linkage.link.Weights;
import java.util.Locale;

/**
 * A pair's weight as a waterfall: each part begins where the one before ended.
 *
 * @param title above
 * @param explanation the parts
 */
public record Waterfall(String title, Explanation explanation) {

  private static final int ROW = 24;
  private static final int TOP = 56;
  private static final int LABEL = 300;
  private static final int WIDTH = 440;
  private static final int MARGIN = 70;
  private static final String TEXT = "#1f2933";

  /** The picture. */
  public String svg() {
    double least = 0;
    double most = 0;
    double sum = 0;
    for (Explanation.Part part : explanation.parts()) {
      sum += part.bits();
      least = Math.min(least, sum);
      most = Math.max(most, sum);
    }
    double scale = WIDTH / Math.max(1e-9, most - least);
    int rows = explanation.parts().size() + 1;
    Svg svg = new Svg(LABEL + WIDTH + MARGIN, TOP + rows * ROW + 16, title);
    svg.text(12, 22, title, 15, TEXT, true);
    svg.text(LABEL, 42, "bits; right of the line more likely one than two", 11, "#52606d", false);
    int zero = LABEL + (int) Math.round(-least * scale);
    double from = 0;
    int y = TOP;
    for (Explanation.Part part : explanation.parts()) {
      bar(svg, y, zero, scale, from, from + part.bits());
      svg.text(12, y + 16, part.what(), 12, TEXT, true);
      svg.text(120, y + 16, part.level(), 12, TEXT, false);
      from += part.bits();
      y += ROW;
    }
    bar(svg, y, zero, scale, 0, explanation.total());
    svg.text(12, y + 16, "all together", 12, TEXT, true);
    svg.text(
        120,
        y + 16,
        String.format(Locale.ROOT, "probability %.4f", Weights.probability(explanation.total())),
        12,
        TEXT,
        false);
    svg.line(zero, TOP - 4, zero, y + ROW, "#9aa5b1");
    return svg.close();
  }

  private static void bar(Svg svg, int y, int zero, double scale, double from, double to) {
    int left = zero + (int) Math.round(Math.min(from, to) * scale);
    int right = zero + (int) Math.round(Math.max(from, to) * scale);
    svg.box(left, y + 4, Math.max(1, right - left), ROW - 8, to < from ? "#b4540a" : "#0b69a3");
    svg.text(
        right + 4, y + 16, String.format(Locale.ROOT, "%+.2f", to - from), 11, "#52606d", false);
  }
}
