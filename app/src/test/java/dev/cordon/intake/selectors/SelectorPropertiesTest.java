package dev.cordon.intake.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import dev.cordon.intake.RecordedTime;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Normal forms against slower, plainer ways to the same answer. */
class SelectorPropertiesTest {

  private static final List<String> KINDS =
      List.of("EMAIL", "PHONE", "IP", "HANDLE", "MESSENGER", "WALLET", "DEVICE", "CARD", "IBAN");
  private static final List<String> FACTS =
      List.of("PERSON_NAME", "CITY", "BILLING_COUNTRY", "POSTCODE", "LANGUAGE", "OTHER");
  private static final long FIRST = Instant.parse("1990-01-02T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("2037-12-31T00:00:00Z").getEpochSecond();

  private final Normaliser normaliser =
      new Normaliser(
          new MailboxRules(Set.of("mail.example"), Set.of("mail.example"), Set.of("x.example")));

  @Property
  void anything_hasAFormOrAReason(@ForAll String raw) {
    for (String kind : KINDS) {
      NormalValue normal = normaliser.normalSelector(kind, raw, "DK");
      assertThat(normal.value() != null || normal.verdict() != null).as(kind).isTrue();
    }
    for (String kind : FACTS) {
      NormalValue normal = normaliser.normalFact(kind, raw);
      assertThat(normal.value() != null || normal.verdict() != null).as(kind).isTrue();
    }
  }

  @Property
  void anything_isATimeOrFlagged(@ForAll @StringLength(max = 40) String raw) {
    Times times = new Times(ZoneId.of("Europe/Berlin"));
    for (Times.Kind kind : Times.Kind.values()) {
      RecordedTime time = times.read(raw, kind);
      boolean isBlank = time.equals(RecordedTime.NONE);
      assertThat(isBlank || time.at() != null || time.flag() != null).isTrue();
    }
  }

  @Property
  void timeLike_isATimeOrFlagged(
      @ForAll
          @Chars({'0', '1', '2', '9', '-', '/', '.', ':', ' ', 'T', 'Z', '+', 'a', 'p', 'm'})
          @StringLength(max = 30)
          String raw) {
    anything_isATimeOrFlagged(raw);
  }

  @Property
  void normalForm_isItsOwnNormalForm(
      @ForAll
          @AlphaChars
          @NumericChars
          @Chars({'.', '+', '-', '_', 'é', 'Ω', 'ß'})
          @StringLength(min = 1, max = 20)
          String local,
      @ForAll @AlphaChars @Chars({'-', 'ü', 'ß'}) @StringLength(min = 1, max = 20) String domain) {
    String mailbox = normaliser.selector("EMAIL", local + "@" + domain + ".example", null);
    if (mailbox != null) {
      assertThat(normaliser.selector("EMAIL", mailbox, null)).isEqualTo(mailbox);
    }
    String handle = normaliser.selector("HANDLE", local, null);
    if (handle != null) {
      assertThat(normaliser.selector("HANDLE", handle, null)).isEqualTo(handle);
    }
    String name = normaliser.fact("PERSON_NAME", local + " " + domain);
    if (name != null) {
      assertThat(normaliser.fact("PERSON_NAME", name)).isEqualTo(name);
    }
  }

  @Property
  void version6_equalsTheLibrarys(@ForAll @Size(16) byte[] bytes, @ForAll int zeros)
      throws UnknownHostException {
    for (int group = 0; group < 8; group++) {
      if ((zeros >> group & 1) == 1) {
        bytes[group * 2] = 0;
        bytes[group * 2 + 1] = 0;
      }
    }
    byte[] address = InetAddress.getByAddress(bytes).getAddress();
    String long6 = address.length == 4 ? null : InetAddress.getByAddress(bytes).getHostAddress();
    if (long6 == null) {
      return;
    }
    String canonical = normaliser.ip(long6);
    assertThat(InetAddress.ofLiteral(canonical).getAddress()).isEqualTo(address);
    assertThat(normaliser.ip(canonical)).isEqualTo(canonical);
    if (!Arrays.equals(bytes, new byte[16])) {
      assertThat(normaliser.ip(bytes)).isEqualTo(canonical);
    }
  }

  @Property
  void version4_equalsTheLibrarys(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
    String text = InetAddress.getByAddress(bytes).getHostAddress();
    assertThat(normaliser.ip(text)).isEqualTo(text);
    assertThat(normaliser.ip("::ffff:" + text)).isEqualTo(text);
  }

  @Property
  void latinLetters_areLookedUpRightly(
      @ForAll @CharRange(from = ' ', to = '\u024f') @StringLength(max = 30) String text) {
    assertThat(PersonNames.latin(text)).isEqualTo(PersonNames.transliterated(text));
  }

  @Property
  void otherLetters_areRememberedRightly(
      @ForAll @CharRange(from = 'а', to = 'я') @StringLength(min = 1, max = 2) String text) {
    for (int turn = 0; turn < 2; turn++) {
      assertThat(PersonNames.latin(text)).isEqualTo(PersonNames.transliterated(text));
    }
  }

  @Property
  void asciiSkeleton_equalsTheLibrarys(
      @ForAll @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 30) String text) {
    String normal = normaliser.selector("HANDLE", text, null);
    String skeleton =
        UCharacter.foldCase(new SpoofChecker.Builder().build().getSkeleton(normal), true);
    assertThat(Handles.skeleton(text)).isEqualTo(skeleton);
  }

  @Property
  void base58_equalsLongDivision(@ForAll @Size(min = 1, max = 60) byte[] bytes) {
    assertThat(Base58.decode(base58(bytes), Base58.BITCOIN)).isEqualTo(bytes);
  }

  @Property
  void localTime_equalsTheLibrarys(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long number) {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    Times times = new Times(zone);
    long second = FIRST + number % (LAST - FIRST);
    for (long near : new long[] {second, second + 3599, second + 86_400, second - 3600}) {
      LocalDateTime local = LocalDateTime.ofEpochSecond(near, 0, ZoneOffset.UTC);
      String raw = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(local);
      RecordedTime time = times.read(raw, Times.Kind.LOCAL);
      List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
      assertThat(time.at())
          .isEqualTo(offsets.isEmpty() ? null : local.toInstant(offsets.getFirst()));
      assertThat(time.other())
          .isEqualTo(offsets.size() < 2 ? null : local.toInstant(offsets.getLast()));
    }
  }

  private static String base58(byte[] bytes) {
    BigInteger number = new BigInteger(1, bytes);
    StringBuilder text = new StringBuilder();
    while (number.signum() > 0) {
      BigInteger[] parts = number.divideAndRemainder(BigInteger.valueOf(58));
      text.append(Base58.BITCOIN.charAt(parts[1].intValue()));
      number = parts[0];
    }
    for (int index = 0; index < bytes.length && bytes[index] == 0; index++) {
      text.append('1');
    }
    return text.reverse().toString();
  }
}
