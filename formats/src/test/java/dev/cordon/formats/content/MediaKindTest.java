package dev.cordon.formats.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaKindTest {

  private static MediaKind of(String bytes) {
    byte[] head = bytes.getBytes(StandardCharsets.ISO_8859_1);
    return MediaKind.of(head, 0, head.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom",
        "\0\0\0\u001cftypheic\0\0\0\0mif1heicmiaf",
        // A size that is no size: still a film to who looks for the four letters.
        "XXXXftypmp42\0\0\0\0mp42isom",
        "abcdftypqt  \u0020\u0005\u0003\0qt  "
      })
  void filmWithItsFourLetters(String bytes) {
    assertThat(of(bytes)).isEqualTo(MediaKind.ISO_MEDIA);
  }

  /** Of four million mailboxes two had the four letters there and their source counted as media. */
  @ParameterizedTest
  @ValueSource(strings = {"liftftyp.maker84@webpost.example", "soft" + "ftyp@letterbox.example"})
  void wordsWithTheSameFourLettersAreNoFilm(String words) {
    assertThat(of(words)).isNull();
  }

  @Test
  void shortValueIsNothing() {
    assertThat(of("abcdftyp")).isNull();
  }
}
