package dev.cordon.linkage.chart;

import java.util.List;

/**
 * Horizontal bars from a common zero, one line each, with their number written beside them.
 *
 * @param title above the bars
 * @param unit of the numbers
 * @param bars in their order
 */
public record Bars(String title, String unit, List<Bar> bars) {

  private static final int ROW = 20;
  private static final int TOP = 44;
  private static final int LABEL = 330;
  private static final int WIDTH = 420;
  private static final int MARGIN = 70;
  private static final String TEXT = "#1f2933";

  /** Copies the bars. */
  public Bars {
    bars = List.copyOf(bars);
  }

  /** One bar; {@code group} is written before a bar that begins another group. */
  public record Bar(String group, String label, double value, String written) {}

  /** The picture. */
  public String svg() {
    double most = Math.max(1e-12, bars.stream().mapToDouble(Bar::value).max().orElse(0));
    double least = Math.min(0, bars.stream().mapToDouble(Bar::value).min().orElse(0));
    double scale = WIDTH / (Math.max(0, most) - least);
    int zero = LABEL + (int) Math.round(-least * scale);
    Svg svg = new Svg(LABEL + WIDTH + MARGIN, TOP + rows() * ROW + 12, title);
    svg.text(12, 22, title, 15, TEXT, true);
    svg.text(LABEL, 38, unit, 11, "#52606d", false);
    int y = TOP;
    String group = "";
    for (Bar bar : bars) {
      if (!bar.group().equals(group)) {
        group = bar.group();
        svg.text(12, y + 14, group, 12, TEXT, true);
        y += ROW;
      }
      svg.text(24, y + 14, bar.label(), 12, TEXT, false);
      int length = (int) Math.round(Math.abs(bar.value()) * scale);
      boolean negative = bar.value() < 0;
      svg.box(
          negative ? zero - length : zero,
          y + 3,
          length,
          ROW - 6,
          negative ? "#b4540a" : "#0b69a3");
      svg.text(zero + (negative ? 4 : length + 4), y + 14, bar.written(), 11, "#52606d", false);
      y += ROW;
    }
    svg.line(zero, TOP - 2, zero, y, "#9aa5b1");
    return svg.close();
  }

  private int rows() {
    int rows = bars.size();
    String group = "";
    for (Bar bar : bars) {
      if (!bar.group().equals(group)) {
        group = bar.group();
        rows++;
      }
    }
    return rows;
  }
}
