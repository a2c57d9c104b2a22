package dev.cordon.linkage.chart;

import java.util.List;
import java.util.Locale;

/**
 * Lines over a common axis, values from 0 to 1.
 *
 * @param title above
 * @param axis what the horizontal axis says
 * @param at the places on it, ascending
 * @param lines at most four
 */
public record Lines(String title, String axis, List<Double> at, List<Line> lines) {

  private static final int LEFT = 60;
  private static final int TOP = 60;
  private static final int WIDTH = 620;
  private static final int HEIGHT = 300;
  private static final int MARGIN = 60;
  private static final List<String> COLOURS = List.of("#0b69a3", "#b4540a", "#2f6f3e", "#6b3fa0");
  private static final String TEXT = "#1f2933";

  /** Copies the lists. */
  public Lines {
    at = List.copyOf(at);
    lines = List.copyOf(lines);
  }

  /** One line: a value for each place. */
  public record Line(String label, List<Double> values) {
    /** Copies the values. */
    public Line {
      values = List.copyOf(values);
    }
  }

  /** The picture. */
  public String svg() {
    Svg svg = new Svg(LEFT + WIDTH + MARGIN, TOP + HEIGHT + MARGIN, title);
    svg.text(12, 22, title, 15, TEXT, true);
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      int y = TOP + HEIGHT - HEIGHT * tenth / 10;
      svg.line(LEFT, y, LEFT + WIDTH, y, "#e4e7eb");
      svg.text(LEFT - 32, y + 4, String.format(Locale.ROOT, "%.1f", tenth / 10.0), 11, TEXT, false);
    }
    for (int index = 0; index < at.size(); index += Math.max(1, at.size() / 10)) {
      svg.text(x(index) - 8, TOP + HEIGHT + 18, number(at.get(index)), 11, TEXT, false);
    }
    svg.text(LEFT, TOP + HEIGHT + 40, axis, 12, TEXT, false);
    for (int index = 0; index < lines.size(); index++) {
      svg.path(points(lines.get(index)), COLOURS.get(index));
      svg.box(LEFT + index * 150, 34, 12, 12, COLOURS.get(index));
      svg.text(LEFT + index * 150 + 18, 44, lines.get(index).label(), 12, TEXT, false);
    }
    return svg.close();
  }

  private String points(Line line) {
    StringBuilder points = new StringBuilder();
    for (int index = 0; index < at.size(); index++) {
      int y = TOP + HEIGHT - (int) Math.round(HEIGHT * line.values().get(index));
      points.append(x(index)).append(',').append(y).append(' ');
    }
    return points.toString().strip();
  }

  private int x(int index) {
    double first = at.getFirst();
    double span = Math.max(1e-9, at.getLast() - first);
    return LEFT + (int) Math.round(WIDTH * (at.get(index) - first) / span);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
