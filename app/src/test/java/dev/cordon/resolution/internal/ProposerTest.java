package dev.cordon.resolution.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.linkage.DuckDbEngine;
import dev.cordon.linkage.Engine;
import dev.cordon.resolution.AddressRanges;
import dev.cordon.resolution.Decisions;
import dev.cordon.resolution.JudgedPair;
import dev.cordon.resolution.JudgedPair.Verdict;
import dev.cordon.resolution.MailboxRules;
import dev.cordon.resolution.ReferenceTables;
import dev.cordon.resolution.Resolution;
import dev.cordon.resolution.ResolutionModel;
import dev.cordon.resolution.WithheldValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One small fixture for each way in which a shared value does not mean one person. */
class ProposerTest {

  private static final MailboxRules MAILBOXES =
      new MailboxRules(Set.of("mail.example"), Set.of("mail.example"), Set.of());

  private final List<String[]> accounts = new ArrayList<>();
  private final List<String[]> selectors = new ArrayList<>();
  private final List<String[]> facts = new ArrayList<>();
  private final List<String[]> accesses = new ArrayList<>();
  private Decisions decisions = Decisions.NONE;

  @Test
  void propose_oneMailboxInOtherSpelling_isOnePerson() {
    person("1", "Ask Nyholt");
    account("2");
    selector("1", "EMAIL", "Ask.Nyholt@mail.example");
    selector("2", "EMAIL", "asknyholt+x@mail.example");
    assertThat(together("1", "2")).isTrue();
  }

  @Test
  void propose_dotsAtOtherProvider_areTwoMailboxes() {
    account("1");
    account("2");
    selector("1", "EMAIL", "ask.nyholt@other.example");
    selector("2", "EMAIL", "asknyholt@other.example");
    assertThat(together("1", "2")).isFalse();
  }

  @Test
  void propose_householdCard_isFlaggedAndKeptApart() {
    person("1", "Bo Husby");
    person("2", "Eva Husby");
    selector("1", "CARD", "CARDTWO");
    selector("2", "CARD", "CARDTWO");
    assertThat(together("1", "2")).isFalse();
    assertThat(flags()).containsEntry("CARD", "payer is not user");
  }

  @Test
  void propose_cardOfHouseholdAndNamelessThird_joinsNobody() {
    person("1", "Bo Husby");
    person("2", "Eva Husby");
    account("3");
    for (String holder : List.of("1", "2", "3")) {
      selector(holder, "CARD", "CARDTWO");
    }
    assertThat(together("1", "3")).isFalse();
    assertThat(together("2", "3")).isFalse();
  }

  @Test
  void propose_recycledMailbox_isKeptApart() {
    person("1", "Karen Rasmussen");
    person("2", "Robert Winley");
    selector("1", "EMAIL", "karen@other.example");
    selector("2", "EMAIL", "karen@other.example");
    assertThat(together("1", "2")).isFalse();
  }

  @Test
  void propose_exchangeWallet_isNamedAsTooCommon() {
    for (int holder = 1; holder <= 5; holder++) {
      account(String.valueOf(holder));
      selector(String.valueOf(holder), "WALLET", "1Exchange");
    }
    assertThat(together("1", "5")).isFalse();
    try (Engine engine = proposed()) {
      assertThat(engine.count("SELECT holders FROM common_value WHERE kind = 'WALLET'"))
          .isEqualTo(5);
    }
  }

  @Test
  void propose_householdMailbox_isFlagged() {
    account("1");
    account("2");
    selector("1", "EMAIL", "family.husby@other.example");
    selector("2", "EMAIL", "family.husby@other.example");
    assertThat(together("1", "2")).isFalse();
    assertThat(flags()).containsEntry("EMAIL_HOUSEHOLD", "household mailbox");
  }

  @Test
  void propose_lookAlikeHandle_isNoLink() {
    account("1");
    account("2");
    selector("1", "HANDLE", "peter98");
    selector("2", "HANDLE", "р\u0435ter98");
    assertThat(together("1", "2")).isFalse();
  }

  @Test
  void propose_mobileVpnAndTor_joinNobody() {
    account("1");
    account("2");
    for (String address : List.of("192.0.2.1", "198.51.100.1", "203.0.113.1")) {
      access("1", address, "2024-05-01 10:00:00");
      access("2", address, "2024-05-01 11:00:00");
    }
    assertThat(together("1", "2")).isFalse();
  }

  @Test
  void propose_homeLineWithinADay_joinsAndAtOtherTimesNot() {
    account("1");
    account("2");
    account("3");
    account("4");
    access("1", "192.0.2.200", "2024-05-01 10:00:00");
    access("2", "192.0.2.200", "2024-05-01 20:00:00");
    access("3", "192.0.2.201", "2024-05-01 10:00:00");
    access("4", "192.0.2.201", "2024-08-01 20:00:00");
    assertThat(together("1", "2")).isTrue();
    assertThat(together("3", "4")).isFalse();
  }

  @Test
  void propose_handleAlone_joinsNobodyAndIsShown() {
    handled("1", "quiet_heron");
    handled("2", "Quiet-Heron");
    assertThat(together("1", "2")).isFalse();
    assertThat(flags()).containsEntry("HANDLE", "a handle alone shows nobody");
  }

  @Test
  void propose_handleAndLineAtOtherTimes_joinTogether() {
    handled("1", "quiet_heron");
    handled("2", "Quiet-Heron");
    access("1", "192.0.2.201", "2024-05-01 10:00:00");
    access("2", "192.0.2.201", "2024-05-20 20:00:00");
    assertThat(together("1", "2")).isTrue();
    assertThat(sentence("TOGETHER"))
        .contains("one home line within a month +4.0", "one handle +2.0", "5.0 bits of the 3.6");
  }

  @Test
  void propose_lineUsedByTurns_joinsAcrossSystemsAndNotOnOne() {
    account("1");
    accounts.add(new String[] {"forum", "2", null});
    account("3");
    account("4");
    byTurns("1", "2", "192.0.2.201");
    byTurns("3", "4", "192.0.2.202");
    assertThat(together("1", "2")).isTrue();
    assertThat(sentence("TOGETHER")).contains("the line used by turns +2.5");
    assertThat(together("3", "4")).isFalse();
  }

  private void byTurns(String first, String second, String line) {
    access(first, line, "2024-01-01 10:00:00");
    access(second, line, "2024-03-01 10:00:00");
    access(first, line, "2024-05-01 10:00:00");
  }

  @Test
  void propose_mailboxOfACouple_leavesTheThirdToNeither() {
    person("1", "Bo Husby");
    person("2", "Eva Husby");
    accounts.add(new String[] {"forum", "3", "quiet_heron"});
    for (String holder : List.of("1", "2")) {
      selector(holder, "EMAIL", "heron@other.example");
      accounts.add(new String[] {"shop", holder, "Quiet-Heron"});
    }
    selectors.add(new String[] {"forum", "3", "EMAIL", "heron@other.example"});
    assertThat(together("1", "3")).isFalse();
    assertThat(together("2", "3")).isFalse();
    assertThat(flags()).containsEntry("TOGETHER", "it could be either of two people's");
  }

  @Test
  void propose_handleSpelledFromTheName_saysNothingBesideTheName() {
    person("1", "Soren Ravnkilde");
    accounts.getLast()[2] = "soren.ravnkilde";
    accounts.add(new String[] {"forum", "2", "sorenravnkilde"});
    facts.add(new String[] {"forum", "2", "PERSON_NAME", "Soren Ravnkilde"});
    assertThat(together("1", "2")).isFalse();
    assertThat(sentence("TOGETHER")).doesNotContain("the handle under one name");
  }

  @Test
  void propose_handleInAnotherScript_countsAsTheSame() {
    handled("1", "борис77");
    handled("2", "Boris-77");
    access("1", "192.0.2.201", "2024-05-01 10:00:00");
    access("2", "192.0.2.201", "2024-05-20 20:00:00");
    assertThat(together("1", "2")).isTrue();
  }

  @Test
  void propose_tracesUnderDifferentNames_joinNobody() {
    person("1", "Bo Husby");
    person("2", "Eva Husby");
    access("1", "192.0.2.201", "2024-05-01 10:00:00");
    access("2", "192.0.2.201", "2024-05-01 11:00:00");
    assertThat(together("1", "2")).isFalse();
  }

  @Test
  void propose_publicWallet_isFlaggedAndJoinsNobody() {
    account("1");
    account("2");
    selector("1", "WALLET", "1BitcoinEaterAddressDontSendf59kuE");
    selector("2", "WALLET", "1BitcoinEaterAddressDontSendf59kuE");
    assertThat(together("1", "2")).isFalse();
    assertThat(flags()).containsEntry("WALLET_PUBLIC", "public wallet");
  }

  @Test
  void propose_disposableMailOfTheList_isTakenAsPublic() {
    for (String holder : List.of("1", "2", "3", "4")) {
      account(holder);
      selector(holder, "EMAIL", "throw@mailinator.com");
    }
    assertThat(together("1", "2")).isFalse();
  }

  @Test
  void propose_judgedPairs_outrankTheModel() {
    person("1", "Bo Husby");
    person("2", "Eva Husby");
    person("3", "Eva Husby");
    selector("2", "CARD", "CARDTWO");
    selector("3", "CARD", "CARDTWO");
    decisions =
        new Decisions(
            List.of(
                new JudgedPair("shop:1", "shop:2", Verdict.SAME),
                new JudgedPair("shop:3", "shop:2", Verdict.NOT_SAME)),
            List.of());
    assertThat(together("1", "2")).isTrue();
    assertThat(together("2", "3")).isFalse();
    assertThat(flags()).containsEntry("JUDGED", "declined by a person: not the same");
  }

  @Test
  void propose_contradictoryJudgements_areNamedAndTheApartHolds() {
    for (String holder : List.of("1", "2", "3")) {
      account(holder);
    }
    decisions =
        new Decisions(
            List.of(
                new JudgedPair("shop:1", "shop:2", Verdict.SAME),
                new JudgedPair("shop:2", "shop:3", Verdict.SAME),
                new JudgedPair("shop:1", "shop:3", Verdict.NOT_SAME)),
            List.of());
    assertThat(together("1", "3")).isFalse();
    assertThat(sentence("JUDGED"))
        .contains("Not followed: judged the same, but a judgement of not the same stands between");
  }

  @Test
  void propose_withheldValue_isNotUsed() {
    person("1", "Ask Nyholt");
    person("2", "Ask Nyholt");
    selector("1", "CARD", "CARDONE");
    selector("2", "CARD", "CARDONE");
    assertThat(together("1", "2")).isTrue();
    decisions =
        new Decisions(List.of(), List.of(WithheldValue.of("CARD", "0a".repeat(32), "CARDONE")));
    assertThat(together("1", "2")).isFalse();
  }

  @Test
  void propose_valueOfHalfTheRows_isNamedAndJoinsNobody() {
    for (int holder = 1; holder <= 40; holder++) {
      account(String.valueOf(holder));
      if (holder % 2 == 0) {
        selector(String.valueOf(holder), "CARD", "EVERYBODY");
      }
    }
    try (Engine engine = proposed()) {
      assertThat(engine.count("SELECT holders FROM common_value WHERE kind = 'CARD'"))
          .isEqualTo(20);
      assertThat(engine.count("SELECT count(*) FROM proposed_account WHERE size > 1")).isZero();
      assertThat(
              engine.count(
                  "SELECT count(*) FROM proposed_account WHERE reason = 'shares only values too many"
                      + " accounts hold'"))
          .isEqualTo(20);
    }
  }

  @Test
  void propose_accountsInNoGroup_haveTheirReason() {
    account("1");
    account("2");
    selector("2", "EMAIL", "alone@other.example");
    for (String holder : List.of("3", "4", "5", "6")) {
      account(holder);
      selector(holder, "WALLET", "1Exchange");
    }
    person("7", "Bo Husby");
    person("8", "Eva Husby");
    selector("7", "CARD", "CARDTWO");
    selector("8", "CARD", "CARDTWO");
    handled("9", "quiet_heron");
    accounts.add(new String[] {"forum", "10", "Quiet-Heron"});
    person("11", "Eva Husby");
    person("12", "Eva Husby");
    selector("11", "PHONE", "+4520000001");
    selector("12", "PHONE", "+4520000001");
    decisions =
        new Decisions(List.of(new JudgedPair("shop:11", "shop:12", Verdict.NOT_SAME)), List.of());
    Map<String, String> reasons = new TreeMap<>();
    try (Engine engine = proposed()) {
      engine.read(
          "SELECT account, reason FROM proposed_account",
          row -> reasons.put(row.getString(1), row.getString(2)));
    }
    assertThat(reasons)
        .containsEntry("1", "no usable selector")
        .containsEntry("2", "shares no selector with another account")
        .containsEntry("3", "shares only values too many accounts hold")
        .containsEntry("7", "shares only what does not show one person: payer is not user")
        .containsEntry(
            "9",
            "shares only what does not show one person: a handle alone shows nobody, below the"
                + " threshold");
    assertThat(reasons.get("11")).contains("declined by a person: not the same");
    assertThat(reasons.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
  }

  @Test
  void propose_duplicatedRows_changeNothing() {
    person("1", "Ask Nyholt");
    person("2", "Ask Nyholt");
    selector("1", "CARD", "CARDONE");
    selector("2", "CARD", "CARDONE");
    Map<String, String> once = clusters();
    selectors.addAll(List.copyOf(selectors));
    facts.addAll(List.copyOf(facts));
    assertThat(clusters()).isEqualTo(once);
    assertThat(together("1", "2")).isTrue();
  }

  @Test
  void propose_permutedRecords_givesTheSameBytes() {
    for (int holder = 1; holder <= 30; holder++) {
      person(String.valueOf(holder), holder % 3 == 0 ? "Ask Nyholt" : "Eva Husby");
      selector(String.valueOf(holder), "CARD", "CARD" + holder % 11);
      selector(String.valueOf(holder), "DEVICE", "device" + holder % 7);
      selector(String.valueOf(holder), "EMAIL", "m" + holder % 13 + "@other.example");
    }
    Map<String, String> expected = clusters();
    Random random = new Random(7);
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(accounts, random);
      Collections.shuffle(selectors, random);
      Collections.shuffle(facts, random);
      assertThat(clusters()).isEqualTo(expected);
    }
  }

  private void account(String account) {
    accounts.add(new String[] {"shop", account, null});
  }

  private void handled(String account, String handle) {
    account(account);
    accounts.getLast()[2] = handle;
  }

  private String sentence(String rule) {
    List<String> sentences = new ArrayList<>();
    try (Engine engine = proposed()) {
      engine.read(
          "SELECT why FROM proposed_link WHERE rule = ? ORDER BY link",
          row -> sentences.add(row.getString(1)),
          rule);
    }
    return String.join("\n", sentences);
  }

  private void person(String account, String name) {
    account(account);
    facts.add(new String[] {"shop", account, "PERSON_NAME", name});
  }

  private void selector(String account, String kind, String value) {
    selectors.add(new String[] {"shop", account, kind, value});
  }

  private void access(String account, String address, String at) {
    access(account, address, at, null);
  }

  private void access(String account, String address, String at, @Nullable String program) {
    accesses.add(new String[] {account, address, at, program});
  }

  private boolean together(String first, String second) {
    Map<String, String> clusters = clusters();
    return String.valueOf(clusters.get(first)).equals(clusters.get(second));
  }

  private Map<String, String> clusters() {
    Map<String, String> clusters = new TreeMap<>();
    try (Engine engine = proposed()) {
      engine.read(
          "SELECT account, cluster_id FROM proposed_account",
          row -> clusters.put(row.getString(1), row.getString(2)));
    }
    return clusters;
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new TreeMap<>();
    try (Engine engine = proposed()) {
      engine.read(
          "SELECT rule, flag FROM proposed_link WHERE flag <> ''",
          row -> flags.put(row.getString(1), row.getString(2)));
    }
    return flags;
  }

  private Engine proposed() {
    Engine engine = DuckDbEngine.inMemory(256, 1);
    RecordTables.create(engine, accounts, selectors, facts, accesses);
    Resolution.propose(engine, MAILBOXES, tables(), ResolutionModel.standard(), decisions);
    return engine;
  }

  private static ReferenceTables tables() {
    String ranges =
        """
        range_start,range_end,country,kind
        192.0.2.0,192.0.2.127,DK,mobile-cgnat
        192.0.2.128,192.0.2.255,DK,residential
        198.51.100.0,198.51.100.255,DE,vpn
        203.0.113.0,203.0.113.255,ZZ,tor
        """;
    return new ReferenceTables(
        AddressRanges.read(
            "ranges", new ByteArrayInputStream(ranges.getBytes(StandardCharsets.UTF_8))),
        List.of());
  }
}
