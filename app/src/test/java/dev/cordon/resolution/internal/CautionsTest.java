package dev.cordon.resolution.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.linkage.DuckDbEngine;
import dev.cordon.linkage.Engine;
import dev.cordon.reference.AddressTableReader;
import dev.cordon.resolution.Decisions;
import dev.cordon.resolution.MailboxRules;
import dev.cordon.resolution.ReferenceTables;
import dev.cordon.resolution.Resolution;
import dev.cordon.resolution.ResolutionModel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What two people of one household could leave behind as well is joined with its reason. */
class CautionsTest {

  private static final MailboxRules MAILBOXES = new MailboxRules(Set.of(), Set.of(), Set.of());
  private static final String PHONE = "Mozilla/5.0 (iPhone; CPU) Safari/604.1";
  private static final String DESK = "Mozilla/5.0 (Windows NT 10.0) Firefox/124.0";

  private final List<String[]> accounts = new ArrayList<>();
  private final List<String[]> selectors = new ArrayList<>();
  private final List<String[]> facts = new ArrayList<>();
  private final List<String[]> accesses = new ArrayList<>();

  @Test
  void write_oneMailboxUnderOneName_needsNoCaution() {
    person("1", "Karen Berg");
    person("2", "Karen Berg");
    selector("1", "EMAIL", "kb@other.example");
    selector("2", "EMAIL", "kb@other.example");
    assertThat(cautions()).isEmpty();
  }

  @Test
  void write_oneAddressUnderOneName_couldBeFatherAndSon() {
    person("1", "Karen Berg");
    person("2", "Karen Berg");
    address("1");
    address("2");
    assertThat(cautions())
        .containsExactly("ADDRESS: another person of the household could share this");
    assertThat(read("SELECT why FROM proposed_link WHERE rule = 'ADDRESS'").getFirst())
        .endsWith(
            "Taken as one person with a caution: another person of the household could share"
                + " this.");
  }

  @Test
  void write_addressBesideOneMailbox_needsNoCaution() {
    write_oneMailboxUnderOneName_needsNoCaution();
    address("1");
    address("2");
    assertThat(cautions()).isEmpty();
  }

  @Test
  void write_cardOfAnInitial_saysSo() {
    person("1", "Karen Berg");
    person("2", "K. Berg");
    selector("1", "CARD", "CARDONE");
    selector("2", "CARD", "CARDONE");
    assertThat(cautions())
        .containsExactly(
            "CARD: another person of the household could share this; the given names are not the same");
  }

  @Test
  void write_generationOnOneNameOnly_saysSo() {
    person("1", "Bo Husby Jr.");
    person("2", "Bo Husby");
    selector("1", "PHONE", "+4520000000");
    selector("2", "PHONE", "+4520000000");
    selector("1", "CARD", "CARDONE");
    selector("2", "CARD", "CARDONE");
    assertThat(cautions())
        .contains(
            "CARD: another person of the household could share this; one name says which generation, the other"
                + " does not");
  }

  @Test
  void write_otherDatesOfBirth_saysSo() {
    person("1", "Karen Berg");
    person("2", "Karen Berg");
    facts.add(new String[] {"shop", "1", "BIRTH_DATE", " 3- 4-1961"});
    facts.add(new String[] {"shop", "2", "BIRTH_DATE", "12-11-1988"});
    selector("1", "CARD", "CARDONE");
    selector("2", "CARD", "CARDONE");
    assertThat(cautions())
        .containsExactly(
            "CARD: another person of the household could share this; other years of birth");
  }

  @Test
  void write_mailboxesOfOtherYears_sayTwoGenerations() {
    account("1");
    account("2");
    selector("1", "EMAIL", "karen.berg61@other.example");
    selector("2", "EMAIL", "karen.berg88@other.example");
    selector("1", "DEVICE", "device-1");
    selector("2", "DEVICE", "device-1");
    assertThat(cautions())
        .containsExactly(
            "DEVICE: the records speak of two people, too; their mailboxes add different years to"
                + " the name");
  }

  @Test
  void write_usedAtOnceWithTwoPrograms_saysSo() {
    person("1", "Karen Berg");
    person("2", "Karen Berg");
    selector("1", "CARD", "CARDONE");
    selector("2", "CARD", "CARDONE");
    access("1", "2024-05-01 10:00:05", PHONE);
    access("2", "2024-05-01 10:00:40", DESK);
    assertThat(cautions())
        .anySatisfy(caution ->
            assertThat(caution)
                .startsWith("CARD:")
                .contains("used in the same minute with two programs"));
  }

  @Test
  void write_chainOverACaution_isSaidOfEveryPairItJoins() {
    person("1", "Karen Berg");
    person("2", "Karen Berg");
    person("3", "Karen Berg");
    selector("1", "DEVICE", "device-1");
    selector("2", "DEVICE", "device-1");
    address("2");
    address("3");
    assertThat(cautions()).hasSize(1);
    assertThat(
            read(
                """
                SELECT x.account || ' ' || y.account || ' over ' || p.account || ' ' || q.account
                FROM caution_pair c JOIN account_holder x ON x.holder = c.a
                JOIN account_holder y ON y.holder = c.b JOIN account_holder p ON p.holder = c.over_a
                JOIN account_holder q ON q.holder = c.over_b\
                """))
        .containsExactly("1 3 over 2 3");
    assertThat(read("SELECT size FROM caution_part ORDER BY holder"))
        .containsExactly("2", "2", "1");
  }

  @Test
  void write_mailboxOfTwoWhoContradictEachOther_isDoubtfulForTheThird() {
    person("1", "Karen Berg");
    person("2", "Karen Berg");
    account("3");
    for (String holder : List.of("1", "2", "3")) {
      selector(holder, "EMAIL", "kb@other.example");
    }
    access("1", "2024-05-01 10:00:05", PHONE);
    access("2", "2024-05-01 10:00:40", DESK);
    assertThat(cautions())
        .filteredOn(caution -> caution.startsWith("EMAIL:"))
        .hasSize(3)
        .anyMatch(caution -> caution.contains("others who share it are perhaps two people"));
  }

  private void account(String account) {
    accounts.add(new String[] {"shop", account, null});
  }

  private void person(String account, String name) {
    account(account);
    facts.add(new String[] {"shop", account, "PERSON_NAME", name});
  }

  private void address(String account) {
    facts.add(new String[] {"shop", account, "ADDRESS", "Example Road 12"});
    facts.add(new String[] {"shop", account, "POSTCODE", "8000"});
  }

  private void selector(String account, String kind, String value) {
    selectors.add(new String[] {"shop", account, kind, value});
  }

  private void access(String account, String at, @Nullable String program) {
    accesses.add(new String[] {account, "192.0.2.200", at, program});
  }

  private List<String> cautions() {
    return read(
        "SELECT rule || ': ' || caution FROM proposed_link WHERE caution <> '' ORDER BY link");
  }

  private List<String> read(String query) {
    List<String> rows = new ArrayList<>();
    try (Engine engine = DuckDbEngine.inMemory(256, 1)) {
      RecordTables.create(engine, accounts, selectors, facts, accesses);
      Resolution.propose(
          engine,
          MAILBOXES,
          ReferenceTables.of(
              AddressTableReader.read(
                  "test",
                  new ByteArrayInputStream(
                      "range_start,range_end,country,kind\n192.0.2.0,192.0.2.255,DK,residential\n"
                          .getBytes(StandardCharsets.UTF_8)),
                  AddressTableReader.Family.ANY)),
          ResolutionModel.standard(),
          Decisions.NONE);
      engine.read(query, row -> rows.add(row.getString(1)));
    }
    return rows;
  }
}
