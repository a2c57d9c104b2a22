package dev.cordon.intake.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {

  private final Normaliser normaliser =
      new Normaliser(
          new MailboxRules(
              Set.of("mail.example"),
              Set.of("mail.example", "post.example"),
              Set.of("throwaway.example")));

  @ParameterizedTest
  @CsvSource({
    "' Anna.Berg+x@MAIL.example ', annaberg@mail.example",
    "Anna.Berg+x@post.example, anna.berg@post.example",
    "Anna.Berg+x@inbox.example, anna.berg+x@inbox.example",
    "anna@bücher.example, anna@xn--bcher-kva.example",
    "Anna <anna@inbox.example>, anna@inbox.example",
    "no address,",
    "a@b@c.example,",
    "anna@localhost,"
  })
  void email_isOneMailbox(String raw, String expected) {
    assertThat(normaliser.selector("EMAIL", raw, null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "+45 00 40 58 31, , +4500405831",
    "+45 (0) 00-42-16-69, , +4500421669",
    "00516697, DK, +4500516697",
    "+33 6 39 98 79 20, , +33639987920",
    "06 39 98 79 20, FR, +33639987920",
    "0033639987920, FR, +33639987920",
    "00405831, ,",
    "405831, ,",
    "x, DK,"
  })
  void phone_isOneNumber(String raw, String country, String expected) {
    assertThat(normaliser.selector("PHONE", raw, country)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "198.18.0.1, 198.18.0.1",
    "::ffff:198.18.0.1, 198.18.0.1",
    "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
    "2001:db8:0:1:0:0:0:1, 2001:db8:0:1::1",
    "'198.18.5.78, 198.19.237.129', 198.18.5.78",
    "[2001:db8::1]:443, 2001:db8::1",
    "198.18.0.1.5,",
    "1,",
    "host.example,"
  })
  void ip_isCanonical(String raw, String expected) {
    assertThat(normaliser.ip(raw)).isEqualTo(expected);
  }

  @Test
  void binaryIp_isCanonical() {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, (byte) 198, 18, 0, 1};
    assertThat(normaliser.ip(mapped)).isEqualTo("198.18.0.1");
    assertThat(normaliser.ip(new byte[16])).isNull();
  }

  @Test
  void handle_foldsCaseAndForms() {
    assertThat(normaliser.selector("HANDLE", " Ｗolf42 ", null)).isEqualTo("wolf42");
  }

  @Test
  void skeleton_isSharedByLookAlikes() {
    String cyrillic = "quiеt-аntоniо1";
    assertThat(normaliser.selector("HANDLE_SKELETON", cyrillic, null))
        .isEqualTo(normaliser.selector("HANDLE_SKELETON", "quiet-antonio1", null));
    assertThat(normaliser.selector("HANDLE", cyrillic, null))
        .isNotEqualTo(normaliser.selector("HANDLE", "quiet-antonio1", null));
  }

  @ParameterizedTest
  @CsvSource({
    "Jørgen Andersen, andersen jorgen",
    "'ANDERSEN, Jørgen', andersen jorgen",
    "JÃ¸rgen Andersen, andersen jorgen",
    "Иван Петров, ivan petrov",
    "Al-Najjar Yasmin, al najjar yasmin",
    "O'Brien Edward, edward obrien"
  })
  void name_forMatching(String raw, String expected) {
    assertThat(normaliser.fact("PERSON_NAME", raw)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "BILLING_COUNTRY, dk, DK,",
    "BILLING_COUNTRY, DNK, DK,",
    "BILLING_COUNTRY, Danmark, , not-a-country-code",
    "BILLING_COUNTRY, ZZ, ZZ, unassigned-code",
    "POSTCODE, ' sw1a 1aa', SW1A1AA,",
    "LANGUAGE, EN-gb, en-gb,",
    "PERSON_NAME, '...', , no-letters",
    "PERSON_NAME, '  ', , blank",
    "PERSON_NAME, JÃ¸rgen, jorgen, repaired"
  })
  void fact_hasNormalFormOrReason(String kind, String raw, String value, String verdict) {
    assertThat(normaliser.normalFact(kind, raw)).isEqualTo(new NormalValue(value, verdict));
  }

  @Test
  void sameValue_givesTheSameForm() {
    NormalValue first = normaliser.normalSelector("EMAIL", "Anna.Berg+x@mail.example", null);
    assertThat(normaliser.normalSelector("EMAIL", "Anna.Berg+x@mail.example", null))
        .isEqualTo(first);
  }
}
