package dev.cordon.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the parts of an SVG picture.
 *
 * @param size modules on a side, the quiet zone of four on each side included
 * @param path one square for each dark module
 */
public record QrSvg(int size, String path) {

  private static final int QUIET = 4;

  /** The code of a text, which may be dark on white only; error correction level M. */
  public static QrSvg of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(',').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new QrSvg(code.size + 2 * QUIET, path.toString());
  }
}
