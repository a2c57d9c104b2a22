package dev.cordon.decoder;

import dev.cordon.kernel.hamming.Code256;
import dev.cordon.kernel.perceptual.PdqHash;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes over the two pipes of a decoder.
 *
 * <pre>
 * All numbers are big-endian, text is Java's modified UTF-8.
 * From a decoder:  type (1 byte), length (4 bytes, at most 4096), so many bytes:
 *   H  version (4), isolation (text)                            once, before anything else
 *   R  position (8), length (4, 1 to 1 MiB)                     wants bytes of the file
 *   F  a frame, see {@link #frame}                              any number, bounded by the request
 *   E  warning (text)                                           the file is decoded
 *   X  reason (text)                                            the file is not decoded (to its end)
 * To a decoder:
 *   D  (1), size (8), flags (1), frame interval ms (8), most pixels (8), most frames (4)
 *   in answer to R: count (4) and so many bytes; 0 at the end, -1 where they can not be read
 * </pre>
 *
 * What comes from a decoder is as hostile as the file it reads: every length is bounded before
 * anything is made, and what does not fit is an {@link IOException}.
 */
public final class Wire {

  /** Changes with the form of the messages. */
  public static final int VERSION = 1;

  /** The longest message of a decoder. */
  public static final int MOST_MESSAGE_BYTES = 4096;

  /** The most bytes a decoder gets at once. */
  public static final int MOST_READ_BYTES = 1 << 20;

  /** The most letters of a reason, warning or name. */
  public static final int MOST_TEXT = 300;

  /** Types of messages. */
  public static final int HELLO = 'H';

  /** Wants bytes. */
  public static final int READ = 'R';

  /** A frame. */
  public static final int FRAME = 'F';

  /** The end of a file. */
  public static final int END = 'E';

  /** A refusal. */
  public static final int REFUSED = 'X';

  /** A request. */
  public static final int DECODE = 'D';

  /** Flag of a request: pictures may be reduced. */
  public static final int FLAG_REDUCES = 1;

  /** Flag of a request: dihedral hashes are wanted. */
  public static final int FLAG_DIHEDRAL = 2;

  private static final int OTHER_POSITIONS = 7;

  private Wire() {}

  /**
   * One message of a decoder.
   *
   * @param type one of the types above
   * @param body what follows
   */
  record Message(int type, byte[] body) {

    DataInputStream input() {
      return new DataInputStream(new ByteArrayInputStream(body));
    }
  }

  /** Reads the next message. */
  static Message message(DataInputStream stream) throws IOException {
    int type = stream.readUnsignedByte();
    if ("HRFEX".indexOf(type) < 0) {
      throw new IOException("an unknown message " + type);
    }
    int length = stream.readInt();
    if (length < 0 || length > MOST_MESSAGE_BYTES) {
      throw new IOException("a message of " + length + " bytes");
    }
    byte[] body = stream.readNBytes(length);
    if (body.length < length) {
      throw new IOException("the middle of a message was the end");
    }
    return new Message(type, body);
  }

  /** Writes a frame: number, seconds, width, height, format, path, quality, codes. */
  public static void frame(DataOutputStream out, DecodedFrame frame) throws IOException {
    out.writeLong(frame.number());
    out.writeDouble(frame.seconds());
    out.writeInt(frame.width());
    out.writeInt(frame.height());
    out.writeUTF(frame.format());
    out.writeUTF(frame.path());
    out.writeByte(frame.hash().quality());
    code(out, frame.hash().code());
    out.writeByte(frame.dihedral().size());
    for (Code256 code : frame.dihedral()) {
      code(out, code);
    }
  }

  /** Reads a frame; what can not be is refused. */
  static DecodedFrame frame(Message message) throws IOException {
    DataInputStream in = message.input();
    long number = in.readLong();
    double seconds = in.readDouble();
    int width = in.readInt();
    int height = in.readInt();
    String format = text(in);
    String path = text(in);
    int quality = in.readUnsignedByte();
    Code256 code = code(in);
    int others = in.readUnsignedByte();
    if (number < 0
        || !Double.isFinite(seconds)
        || width < 1
        || height < 1
        || quality > 100
        || (others != 0 && others != OTHER_POSITIONS)) {
      throw new IOException("a frame that can not be");
    }
    List<Code256> dihedral = new ArrayList<>();
    for (int place = 0; place < others; place++) {
      dihedral.add(code(in));
    }
    end(in);
    return new DecodedFrame(
        number, seconds, width, height, format, path, new PdqHash(code, quality), dihedral);
  }

  /** The text that is all of a message. */
  static String text(Message message) throws IOException {
    DataInputStream in = message.input();
    String text = text(in);
    end(in);
    return text;
  }

  static String text(DataInputStream in) throws IOException {
    String text = in.readUTF();
    if (text.length() > MOST_TEXT) {
      throw new IOException("a text of " + text.length() + " letters");
    }
    return text;
  }

  static void end(DataInputStream in) throws IOException {
    if (in.read() >= 0) {
      throw new IOException("a message that is longer than what it says");
    }
  }

  private static void code(DataOutputStream out, Code256 code) throws IOException {
    out.writeLong(code.first());
    out.writeLong(code.second());
    out.writeLong(code.third());
    out.writeLong(code.fourth());
  }

  private static Code256 code(DataInputStream in) throws IOException {
    return new Code256(in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }
}
