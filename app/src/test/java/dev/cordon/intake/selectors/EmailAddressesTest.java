package dev.cordon.intake.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailAddressesTest {

  private static final MailboxRules RULES =
      new MailboxRules(
          Set.of("mail.example", "bücher.example"),
          Set.of("mail.example", "post.example"),
          Set.of("throwaway.example"));

  /** Forms of RFC 5321, 5322, 6531 and 6068; domains by UTS 46, the sharp s kept (IDNA 2008). */
  @ParameterizedTest
  @CsvSource({
    "anna@inbox.example, anna@inbox.example,",
    "ANNA@INBOX.EXAMPLE., anna@inbox.example,",
    "mailto:anna@inbox.example?subject=x, anna@inbox.example,",
    "'Berg, Anna (work) <anna@inbox.example>', anna@inbox.example,",
    "a.b+c@mail.example, ab@mail.example,",
    "a.b+c@post.example, a.b@post.example,",
    "+c@post.example, +c@post.example,",
    "a.b@BÜCHER.example, ab@xn--bcher-kva.example,",
    "a@straße.example, a@xn--strae-oqa.example,",
    "a@XN--STRAE-OQA.example, a@xn--strae-oqa.example,",
    "a@ｅxample.example, a@example.example,",
    "δοκιμή@παράδειγμα.δοκιμή, δοκιμή@xn--hxajbheg2az3al.xn--jxalpdlp,",
    "a@βόλος.example, a@xn--nxasmm1c.example,",
    "x@throwaway.example, x@throwaway.example, disposable",
    "a..b@inbox.example, a..b@inbox.example, odd-dots",
    "anna(berg)@inbox.example, , comment",
    "anna@(x)inbox.example, , comment",
    "'a@inbox.example, b@inbox.example', , several",
    "a@[192.0.2.1], , address-literal",
    "a@192.0.2.1, , not-a-domain",
    "a@-bad.example, , not-a-domain",
    "a@bad_label.example, , not-a-domain",
    "a@xn--zzzzzz9999.example, , not-a-domain",
    "anna, , no-at",
    "@inbox.example, , no-at",
    "an na@inbox.example, , not-an-address",
    "'   ', , blank"
  })
  void address_isOneMailboxOrRefusedWithReason(String raw, String value, String verdict) {
    assertThat(EmailAddresses.normalise(raw, RULES)).isEqualTo(new NormalValue(value, verdict));
  }

  /** Quotes that mean nothing are dropped, others are part of the mailbox (RFC 5322 3.2.4). */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "\"Anna\"@inbox.example, anna@inbox.example, unquoted",
        "\"anna berg\"@inbox.example, \"anna berg\"@inbox.example, quoted",
        "\"a\\\"b@c\"@inbox.example, \"a\\\"b@c\"@inbox.example, quoted",
        "\"a..b\"@inbox.example, \"a..b\"@inbox.example, quoted",
        "\"\"@inbox.example, , not-an-address",
        "\"anna@inbox.example, , not-an-address",
        "\"anna\"berg@inbox.example, , not-an-address",
        "\"anna\"@inbox, , not-a-domain"
      })
  void quotedLocalPart_isRead(String raw, String value, String verdict) {
    assertThat(EmailAddresses.normalise(raw, RULES)).isEqualTo(new NormalValue(value, verdict));
  }

  @Test
  void lengths_ofRfc5321() {
    String local = "a".repeat(64);
    assertThat(value(local + "@inbox.example")).isNotNull();
    assertThat(EmailAddresses.normalise("a" + local + "@inbox.example", RULES))
        .isEqualTo(NormalValue.none("too-long"));
    assertThat(value("a@" + "b".repeat(63) + ".example")).isNotNull();
    assertThat(value("a@" + "b".repeat(64) + ".example")).isNull();
    assertThat(value("a@" + "b.".repeat(200) + "example")).isNull();
  }

  @Test
  void invisibleSigns_areRemovedAndSaid() {
    assertThat(EmailAddresses.normalise("an\u200bna@inbox.example", RULES))
        .isEqualTo(new NormalValue("anna@inbox.example", "invisible-removed"));
    assertThat(EmailAddresses.normalise("\ufeffanna@inbox.example", RULES))
        .isEqualTo(NormalValue.of("anna@inbox.example"));
  }

  private static String value(String raw) {
    return EmailAddresses.normalise(raw, RULES).value();
  }
}
