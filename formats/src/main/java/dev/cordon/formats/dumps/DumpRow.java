package dev.cordon.formats.dumps;

import dev.cordon.formats.Position;
import dev.cordon.formats.content.MediaJudge;
import dev.cordon.formats.content.MediaKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One row of a dump: a view the parser fills again for the next row. Values are bytes first, text
 * second, so binary columns lose nothing.
 */
public final class DumpRow {

  private static final char REPLACEMENT = '\uFFFD';

  /** How a value is written. */
  public enum Kind {
    /** NULL or DEFAULT. */
    NULL,
    /** A quoted string, escapes undone. */
    STRING,
    /** A hexadecimal or bit literal, as the bytes it stands for. */
    BINARY,
    /** A number or another bare word, as written. */
    BARE,
    /** An expression, as written; never evaluated. */
    EXPRESSION
  }

  private RowShape shape = RowShape.of("", List.of(), StandardCharsets.UTF_8);
  private Position position = new Position(0, 1, 0);
  private OptionalLong rowid = OptionalLong.empty();
  private boolean hasRepairs;

  private byte[] data = new byte[4096];
  private int used;
  private int count;
  private Kind[] kinds = new Kind[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private long[] lengths = new long[64];
  private byte[] @Nullable [] digests = new byte[64][];
  private @Nullable MediaKind[] media = new @Nullable MediaKind[64];
  private @Nullable Charset[] charsets = new @Nullable Charset[64];

  /** The table the row is for. */
  public String table() {
    return shape.table();
  }

  /** The columns, in the order of the values; empty when the dump does not name them. */
  public List<String> columns() {
    return shape.columns();
  }

  /** Where the tuple lies; in files without lines the line is 0. */
  public Position position() {
    return position;
  }

  /** The number the database gives the row, where the format keeps one. */
  public OptionalLong rowid() {
    return rowid;
  }

  /** How many values the tuple has. */
  public int size() {
    return count;
  }

  /** How the value is written. */
  public Kind kind(int index) {
    return kinds[index];
  }

  /** The value's length in bytes, whether kept or not. */
  public long length(int index) {
    return lengths[index];
  }

  /** The SHA-256 of a value too long to be kept, else null. */
  public byte @Nullable [] digest(int index) {
    byte[] digest = digests[index];
    return digest == null ? null : digest.clone();
  }

  /** Whether the value was too long and was dropped; length and digest are known. */
  public boolean isDropped(int index) {
    return digests[index] != null;
  }

  /** The kind of media the value holds, or null. */
  public @Nullable MediaKind media(int index) {
    if (digests[index] != null) {
      return media[index];
    }
    if (kinds[index] == Kind.BARE || kinds[index] == Kind.NULL) {
      return null;
    }
    return judge(index, ends[index] - starts[index]);
  }

  /** The value's bytes, or null for NULL and for dropped values. */
  public byte @Nullable [] bytes(int index) {
    if (kinds[index] == Kind.NULL || digests[index] != null) {
      return null;
    }
    return Arrays.copyOfRange(data, starts[index], ends[index]);
  }

  /**
   * The value as text, or null for NULL and for dropped values: in the character set it is declared
   * to have, and where its bytes are not valid in it, in its table's.
   */
  public @Nullable String text(int index) {
    if (kinds[index] == Kind.NULL || digests[index] != null) {
      return null;
    }
    int start = starts[index];
    int length = ends[index] - start;
    Charset charset = charset(index);
    if (!SqlCharsets.isWide(charset) && isAscii(start, ends[index])) {
      return new String(data, start, length, StandardCharsets.ISO_8859_1);
    }
    String text = new String(data, start, length, charset);
    if (text.indexOf(REPLACEMENT) < 0 || isValid(index, charset)) {
      return text;
    }
    hasRepairs = true;
    return new String(data, start, length, shape.fallback(index));
  }

  /**
   * Whether {@link #text} is a repair: the bytes are not valid in the character set they are
   * declared to have. {@link #bytes} gives them as they are.
   */
  public boolean isRepaired(int index) {
    if (kinds[index] == Kind.NULL || digests[index] != null) {
      return false;
    }
    Charset charset = charset(index);
    boolean plain = !SqlCharsets.isWide(charset) && isAscii(starts[index], ends[index]);
    return !plain && !isValid(index, charset);
  }

  /** Whether any text asked for so far was such a repair. */
  public boolean hasRepairs() {
    return hasRepairs;
  }

  private Charset charset(int index) {
    Charset own = charsets[index];
    return own == null ? shape.declared(index) : own;
  }

  private boolean isValid(int index, Charset charset) {
    try {
      charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(data, starts[index], ends[index] - starts[index]));
      return true;
    } catch (CharacterCodingException invalid) {
      return false;
    }
  }

  /** Whether the value's bytes equal this ASCII text, without decoding. */
  public boolean isText(int index, String ascii) {
    int length = ends[index] - starts[index];
    if (kinds[index] == Kind.NULL || digests[index] != null || length != ascii.length()) {
      return false;
    }
    for (int place = 0; place < length; place++) {
      if (data[starts[index] + place] != ascii.charAt(place)) {
        return false;
      }
    }
    return true;
  }

  /** Feeds kinds and bytes of all values, in order, into a digest of the whole row. */
  public void updateDigest(java.security.MessageDigest digest) {
    for (int index = 0; index < count; index++) {
      digest.update((byte) kinds[index].ordinal());
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(lengths[index]).array());
      byte[] dropped = digests[index];
      if (dropped != null) {
        digest.update(dropped);
      } else if (kinds[index] != Kind.NULL) {
        digest.update(data, starts[index], ends[index] - starts[index]);
      }
    }
  }

  private boolean isAscii(int start, int end) {
    for (int index = start; index < end; index++) {
      if (data[index] < 0) {
        return false;
      }
    }
    return true;
  }

  void begin(RowShape next) {
    shape = next;
    used = 0;
    count = 0;
    hasRepairs = false;
    rowid = OptionalLong.empty();
  }

  /** The values belong to these columns after all. */
  void reshape(RowShape next) {
    shape = next;
  }

  void finish(Position place) {
    position = place;
  }

  void finish(Position place, OptionalLong number) {
    position = place;
    rowid = number;
  }

  RowShape shape() {
    return shape;
  }

  boolean isBytea() {
    return shape.isBytea(count);
  }

  void charset(Charset charset) {
    charsets[count] = charset;
  }

  /** The kind of media in what is kept of the value being read, or null. */
  @Nullable MediaKind judgeOpenValue() {
    return judge(count, valueBytes());
  }

  /** Wide text is judged as it is and without the zeros between its letters. */
  private @Nullable MediaKind judge(int index, int length) {
    MediaKind found = MediaJudge.judge(data, starts[index], length);
    if (found != null || length < 24 || !SqlCharsets.isWide(charset(index))) {
      return found;
    }
    byte[] narrow = new byte[length];
    int size = 0;
    for (int place = starts[index]; place < starts[index] + length; place++) {
      if (data[place] != 0) {
        narrow[size++] = data[place];
      }
    }
    return MediaJudge.judge(narrow, 0, size);
  }

  /** Values that are NULL, up to this number. */
  void fill(int size) {
    while (count < size) {
      beginValue();
      endValue(Kind.NULL);
    }
  }

  void dropLast(int unwanted) {
    if (data[used - 1] == unwanted) {
      used--;
    }
  }

  boolean isWord(String upperCase) {
    if (valueBytes() != upperCase.length()) {
      return false;
    }
    for (int place = 0; place < upperCase.length(); place++) {
      if ((data[starts[count] + place] & ~32) != upperCase.charAt(place)) {
        return false;
      }
    }
    return true;
  }

  void beginValue() {
    if (count == kinds.length) {
      int size = count * 2;
      kinds = Arrays.copyOf(kinds, size);
      starts = Arrays.copyOf(starts, size);
      ends = Arrays.copyOf(ends, size);
      lengths = Arrays.copyOf(lengths, size);
      digests = Arrays.copyOf(digests, size);
      media = Arrays.copyOf(media, size);
      charsets = Arrays.copyOf(charsets, size);
    }
    starts[count] = used;
    digests[count] = null;
    media[count] = null;
    charsets[count] = null;
  }

  void endValue(Kind kind) {
    kinds[count] = kind;
    ends[count] = used;
    lengths[count] = used - starts[count];
    count++;
  }

  void endDroppedValue(Kind kind, long length, byte[] digest, @Nullable MediaKind found) {
    used = starts[count];
    endValue(kind);
    lengths[count - 1] = length;
    digests[count - 1] = digest;
    media[count - 1] = found;
  }

  int valueBytes() {
    return used - starts[count];
  }

  int rowBytes() {
    return used;
  }

  byte[] data() {
    return data;
  }

  int valueStart() {
    return starts[count];
  }

  /** Keeps only the last bytes of the value being read. */
  void forgetAllBut(int last) {
    int keep = Math.min(last, valueBytes());
    System.arraycopy(data, used - keep, data, starts[count], keep);
    used = starts[count] + keep;
  }

  void append(int next) {
    if (used == data.length) {
      data = Arrays.copyOf(data, data.length * 2);
    }
    data[used++] = (byte) next;
  }

  /** Room for more bytes at {@link #used()}; to be followed by {@link #advance}. */
  byte[] room(int bytes) {
    if (used + bytes > data.length) {
      data = Arrays.copyOf(data, Math.max(data.length * 2, used + bytes));
    }
    return data;
  }

  int used() {
    return used;
  }

  void advance(int bytes) {
    used += bytes;
  }
}
