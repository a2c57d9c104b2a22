package dev.cordon.formats.returns;

import dev.cordon.formats.content.CharsetJudge;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Walks JSON as a stream and tells every object that stands in a list. Depth, string lengths and
 * fields of one element are bounded. JSON that breaks off is told up to the break. UTF-8 and UTF-16
 * are found out.
 */
public final class JsonListParser {

  private static final int HEAD_BYTES = 4096;

  private JsonListParser() {}

  /** Reads the stream to its end; returns why it broke off before, if it did. */
  public static Optional<String> parse(InputStream stream, JsonHandler handler) throws IOException {
    Checked checked = new Checked(stream);
    BufferedInputStream start = new BufferedInputStream(checked, HEAD_BYTES + 1);
    start.mark(HEAD_BYTES + 1);
    CharsetJudge.Verdict verdict = CharsetJudge.judge(start.readNBytes(HEAD_BYTES));
    start.reset();
    start.skipNBytes(verdict.markBytes());
    JsonWalk walk = null;
    try (JsonParser parser = parser(start, verdict)) {
      walk = new JsonWalk(parser, new FilePlaces(parser, verdict), handler, JsonWalk.noNumbers());
      walk.all();
      return Optional.empty();
    } catch (JacksonException failure) {
      if (checked.failure != null) {
        throw checked.failure;
      }
      if (walk != null) {
        walk.tellBroken();
      }
      return Optional.of(reason(failure, verdict));
    }
  }

  private static JsonParser parser(InputStream stream, CharsetJudge.Verdict verdict) {
    return verdict.isWide()
        ? JsonReaders.FACTORY.createParser(
            ObjectReadContext.empty(), new InputStreamReader(stream, verdict.charset()))
        : JsonReaders.FACTORY.createParser(ObjectReadContext.empty(), stream);
  }

  private static String reason(JacksonException failure, CharsetJudge.Verdict verdict) {
    TokenStreamLocation location = failure.getLocation();
    long place = location == null ? -1 : offset(location, verdict);
    long line = location == null ? -1 : location.getLineNr();
    return failure instanceof StreamConstraintsException
        ? "is nested deeper or holds longer values than is read, from byte "
            + place
            + " (line "
            + line
            + ")"
        : "is no longer JSON from byte " + place + " (line " + line + ")";
  }

  private static long offset(TokenStreamLocation location, CharsetJudge.Verdict verdict) {
    long offset = verdict.isWide() ? location.getCharOffset() * 2 : location.getByteOffset();
    return verdict.markBytes() + offset;
  }

  private record FilePlaces(JsonParser parser, CharsetJudge.Verdict verdict)
      implements JsonWalk.Places {

    @Override
    public long tokenStart() {
      return offset(parser.currentTokenLocation(), verdict);
    }

    @Override
    public long here() {
      return offset(parser.currentLocation(), verdict);
    }

    @Override
    public long tokenLine() {
      return parser.currentTokenLocation().getLineNr();
    }
  }

  /** Keeps failures of the disk apart from those of the text. */
  private static final class Checked extends FilterInputStream {

    private @Nullable IOException failure;

    Checked(InputStream stream) {
      super(stream);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return in.read(target, offset, length);
      } catch (IOException own) {
        failure = own;
        throw own;
      }
    }
  }
}
