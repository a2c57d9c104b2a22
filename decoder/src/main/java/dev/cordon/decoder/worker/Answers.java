package dev.cordon.decoder.worker;

import dev.cordon.decoder.DecodedFrame;
import dev.cordon.decoder.Wire;
import dev.cordon.kernel.hamming.Code256;
import dev.cordon.kernel.perceptual.Dihedral;
import dev.cordon.kernel.perceptual.Luma;
import dev.cordon.kernel.perceptual.Pdq;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Hashes what was decoded and writes answers to the parent. */
final class Answers {

  private final DataOutputStream out;
  private final boolean wantsDihedral;

  Answers(DataOutputStream out, boolean wantsDihedral) {
    this.out = out;
    this.wantsDihedral = wantsDihedral;
  }

  /**
   * A picture or frame.
   *
   * @param width of the picture as the file has it
   */
  Pdq frame(
      long number, double seconds, int width, int height, String format, String path, Luma luma)
      throws IOException {
    Pdq pdq = Pdq.of(luma);
    send(number, seconds, width, height, format, path, pdq);
    return pdq;
  }

  void send(long number, double seconds, int width, int height, String format, String path, Pdq pdq)
      throws IOException {
    List<Code256> others = new ArrayList<>();
    if (wantsDihedral) {
      for (Dihedral change : Dihedral.values()) {
        if (change != Dihedral.ORIGINAL) {
          others.add(pdq.code(change));
        }
      }
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Wire.frame(
        new DataOutputStream(body),
        new DecodedFrame(number, seconds, width, height, format, path, pdq.hash(), others));
    message(out, Wire.FRAME, body.toByteArray());
  }

  static void text(DataOutputStream out, int type, String text) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    new DataOutputStream(body).writeUTF(text.substring(0, Math.min(text.length(), Wire.MOST_TEXT)));
    message(out, type, body.toByteArray());
  }

  static void message(DataOutputStream out, int type, byte[] body) throws IOException {
    out.writeByte(type);
    out.writeInt(body.length);
    out.write(body);
    out.flush();
  }
}
