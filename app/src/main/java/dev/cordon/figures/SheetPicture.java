package dev.cordon.figures;

import dev.cordon.CordonException;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The first column of figures as a bar chart, as SVG or PNG; under it stands what is counted, as of
 * when, and what it may be used for. Drawn from numbers alone.
 */
public final class SheetPicture {

  private static final int WIDTH = 900;
  private static final int ROW = 22;
  private static final int TOP = 50;
  private static final int LEFT = 170;
  private static final int LONGEST_BAR = 600;
  private static final int LINE = 112;
  private static final int MOST_BARS = 60;

  private SheetPicture() {}

  private record Bar(String label, String number, int width, int y) {}

  private static List<Bar> bars(Sheet sheet) {
    double most =
        shown(sheet).stream()
            .map(SheetPicture::first)
            .filter(java.util.Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    List<Bar> bars = new ArrayList<>();
    for (Sheet.Row row : shown(sheet)) {
      Double number = first(row);
      int width = number == null || most <= 0 ? 0 : (int) Math.round(LONGEST_BAR * number / most);
      bars.add(
          new Bar(
              shortened(row.label()),
              SheetFiles.written(row, number).toString(),
              width,
              TOP + bars.size() * ROW));
    }
    return bars;
  }

  private static List<Sheet.Row> shown(Sheet sheet) {
    return sheet.rows().stream().limit(MOST_BARS).toList();
  }

  private static @Nullable Double first(Sheet.Row row) {
    return row.numbers().isEmpty() ? null : row.numbers().getFirst();
  }

  private static String shortened(String label) {
    return label.length() > 24 ? label.substring(0, 23) + "…" : label;
  }

  private static List<String> words(Sheet sheet) {
    Sheet.Column column = sheet.columns().getFirst();
    List<String> lines = new ArrayList<>();
    String text =
        column.title()
            + ", "
            + column.name()
            + " version "
            + column.version()
            + ": "
            + column.definition();
    for (String word : text.split(" ", -1)) {
      if (lines.isEmpty() || lines.getLast().length() + word.length() > LINE) {
        lines.add(word);
      } else {
        lines.set(lines.size() - 1, lines.getLast() + " " + word);
      }
    }
    lines.add("As of " + sheet.asOf() + ". Handling code " + sheet.handlingCode() + ".");
    lines.addAll(sheet.notes());
    if (sheet.rows().size() > MOST_BARS) {
      lines.add("The first " + MOST_BARS + " of " + sheet.rows().size() + " rows are drawn.");
    }
    return lines;
  }

  /** As SVG. */
  public static byte[] svg(Sheet sheet) {
    List<Bar> bars = bars(sheet);
    List<String> words = words(sheet);
    int bottom = TOP + bars.size() * ROW + 14;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\"><title>%s</title><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/><text x=\"16\" y=\"30\" font-size=\"19\" font-weight=\"bold\">%s</text>",
            WIDTH,
            bottom + words.size() * 16 + 14,
            SheetFiles.escaped(sheet.title()),
            SheetFiles.escaped(sheet.title())));
    for (Bar bar : bars) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" fill=\"#1f5a8a\"/><text x=\"%d\" y=\"%d\">%s</text>",
              LEFT - 10,
              bar.y() + 12,
              SheetFiles.escaped(bar.label()),
              LEFT,
              bar.y(),
              bar.width(),
              LEFT + bar.width() + 8,
              bar.y() + 12,
              SheetFiles.escaped(bar.number())));
    }
    for (int line = 0; line < words.size(); line++) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"16\" y=\"%d\" font-size=\"11\" fill=\"#333\">%s</text>",
              bottom + 14 + line * 16,
              SheetFiles.escaped(words.get(line))));
    }
    return svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** As PNG. */
  public static byte[] png(Sheet sheet) {
    List<Bar> bars = bars(sheet);
    List<String> words = words(sheet);
    int bottom = TOP + bars.size() * ROW + 14;
    BufferedImage picture =
        new BufferedImage(
            WIDTH * 2, (bottom + words.size() * 16 + 14) * 2, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    try {
      pen.scale(2, 2);
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, WIDTH, picture.getHeight());
      pen.setColor(Color.BLACK);
      pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 19));
      pen.drawString(sheet.title(), 16, 30);
      pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
      for (Bar bar : bars) {
        int width = pen.getFontMetrics().stringWidth(bar.label());
        pen.setColor(Color.BLACK);
        pen.drawString(bar.label(), LEFT - 10 - width, bar.y() + 12);
        pen.drawString(bar.number(), LEFT + bar.width() + 8, bar.y() + 12);
        pen.setColor(new Color(0x1f5a8a));
        pen.fillRect(LEFT, bar.y(), bar.width(), 14);
      }
      pen.setColor(Color.DARK_GRAY);
      pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
      for (int line = 0; line < words.size(); line++) {
        pen.drawString(words.get(line), 16, bottom + 14 + line * 16);
      }
    } finally {
      pen.dispose();
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException failed) {
      throw new CordonException("The chart could not be drawn.", failed);
    }
  }
}
