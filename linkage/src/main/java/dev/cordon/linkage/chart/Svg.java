package dev.cordon.linkage.chart;

/** Writes one SVG picture; every text is escaped. Not thread-safe. */
final class Svg {

  private static final int LONGEST_TEXT = 200;

  private final StringBuilder out = new StringBuilder();

  Svg(int width, int height, String title) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
    out.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width);
    out.append(' ').append(height).append("\" role=\"img\" font-family=\"sans-serif\">\n<title>");
    out.append(escaped(title)).append("</title>\n");
    box(0, 0, width, height, "#ffffff");
  }

  void box(int x, int y, int width, int height, String fill) {
    out.append("<rect x=\"").append(x).append("\" y=\"").append(y).append("\" width=\"");
    out.append(width).append("\" height=\"").append(height).append("\" fill=\"").append(fill);
    out.append("\"/>\n");
  }

  void line(int x, int y, int toX, int toY, String colour) {
    out.append("<line x1=\"").append(x).append("\" y1=\"").append(y).append("\" x2=\"");
    out.append(toX).append("\" y2=\"").append(toY).append("\" stroke=\"").append(colour);
    out.append("\"/>\n");
  }

  void dashed(int x, int y, int toX, int toY, String colour) {
    out.append("<line x1=\"").append(x).append("\" y1=\"").append(y).append("\" x2=\"");
    out.append(toX).append("\" y2=\"").append(toY).append("\" stroke=\"").append(colour);
    out.append("\" stroke-width=\"3\" stroke-dasharray=\"6 4\"/>\n");
  }

  void dot(int x, int y, int radius, String fill) {
    out.append("<circle cx=\"").append(x).append("\" cy=\"").append(y).append("\" r=\"");
    out.append(radius).append("\" fill=\"").append(fill).append("\"/>\n");
  }

  void path(String points, String colour) {
    out.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"").append(colour);
    out.append("\" points=\"").append(points).append("\"/>\n");
  }

  void text(int x, int y, String text, int size, String fill, boolean bold) {
    out.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" font-size=\"");
    out.append(size).append("\" fill=\"").append(fill).append('"');
    out.append(bold ? " font-weight=\"bold\">" : ">").append(escaped(text)).append("</text>\n");
  }

  String close() {
    return out.append("</svg>\n").toString();
  }

  private static String escaped(String text) {
    StringBuilder result = new StringBuilder();
    String bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    bounded
        .codePoints()
        .forEach(character -> {
          switch (character) {
            case '&' -> result.append("&amp;");
            case '<' -> result.append("&lt;");
            case '>' -> result.append("&gt;");
            case '"' -> result.append("&quot;");
            default ->
                result.appendCodePoint(
                    Character.isISOControl(character) || isSurrogate(character) ? ' ' : character);
          }
        });
    return result.toString();
  }

  private static boolean isSurrogate(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }
}
