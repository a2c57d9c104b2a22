package dev.cordon.intake.profiles;

import dev.cordon.formats.content.MediaJudge;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Values of formats that hold text only; one that holds media is never kept. */
final class TextValues {

  private TextValues() {}

  static SampledValue of(@Nullable String text, SampleLimits limits) {
    if (text == null) {
      return SampledValue.NONE;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (MediaJudge.judge(bytes, 0, bytes.length) != null) {
      return new SampledValue(null, null, bytes.length, "media");
    }
    return SampledValue.of(text, limits.valueBytes());
  }
}
