package dev.cordon.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short words",
        "passwordpassword",
        "P@ssw0rd123456",
        "qwertyuiop12345",
        "Welcome2026Welcome",
        "aaaaaaaaaaaaaaaa",
        "ababababababab",
        "123456789012345",
        "SigneThomsen2026",
        "thomsen.signe!!1",
        "Cordon-Police-2026",
        "s.thomsen.dk.2026"
      })
  void commonWordsAndOwnName_areRefused(String password) {
    assertThatThrownBy(() ->
            PasswordRules.check(password, "Signe Thomsen", "s.thomsen.dk", "Police of Example"))
        .isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a long enough password",
        "four unrelated copper birds",
        "zU8-kfLq0_xWv2mNt1Pa",
        "пять несвязанных слов подряд",
        "summer rain over Vejle bridge"
      })
  void longOwnWords_arePermitted(String password) {
    assertThatCode(() -> PasswordRules.check(password, "Signe Thomsen", "s.thomsen.dk"))
        .doesNotThrowAnyException();
  }
}
