package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0430dmin", // Cyrillic a
        "ad\u043cin", // Cyrillic em
        "\uff41dmin", // full-width a
        "adm\u0131n", // dotless i
        "\u212aim", // Kelvin sign, which becomes k in lower case
        "adm\u0130n", // capital I with dot
        "nimda\u202eadmin", // right-to-left override
        "ad\u200bmin", // zero width space
        "ad\u200dmin", // zero width joiner
        "ad\u00admin", // soft hyphen
        "admin\u0000",
        "ad min",
        "a",
        "",
        ".admin",
        "admin;--"
      })
  void signInName_ofOtherLetters_isRefused(String name) {
    assertThatThrownBy(() -> Names.signIn(name)).isInstanceOf(RefusedException.class);
  }

  @Test
  void signInName_isKeptInSmallLetters() {
    assertThat(Names.signIn("  S.Kragelund@dk ")).isEqualTo("s.kragelund@dk");
    assertThatThrownBy(() -> Names.signIn("a".repeat(100))).isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "M\u0430ria Holm", // Cyrillic a among Latin letters
        "\u041caria Holm", // Cyrillic em
        "Mar\u03b9a", // Greek iota
        "Maria\u202e mloH", // right-to-left override
        "Maria\u2066Holm", // isolate
        "Ma\u200bria", // zero width space
        "Ma\u00adria", // soft hyphen
        "Maria\u0007Holm",
        "Maria\nHolm",
        "Maria\u2028Holm",
        "Maria\ue000", // private use
        "M\u0300\u0301\u0302\u0303\u0304aria", // stacked marks
        " ",
        ""
      })
  void displayName_thatDeceives_isRefused(String name) {
    assertThatThrownBy(() -> Names.display(name)).isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Signe Thomsen",
        "Søren Kragelund-Müller",
        "Þórunn Ægisdóttir",
        "O'Brien, Seán",
        "عبد الرحمن",
        "Мария Иванова",
        "Ελένη Παπαδοπούλου",
        "山田 太郎"
      })
  void displayName_ofOneAlphabet_isKept(String name) {
    assertThat(Names.display(name)).isEqualTo(name);
  }

  @Test
  void displayName_isComposed() {
    assertThat(Names.display(" A\u030asa   Holm ")).isEqualTo("\u00c5sa Holm");
  }
}
