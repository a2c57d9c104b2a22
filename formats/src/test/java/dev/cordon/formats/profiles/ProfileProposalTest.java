package dev.cordon.formats.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.profiles.ProfileProposal.Column;
import dev.cordon.formats.profiles.ProfileProposal.Confidence;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfileProposalTest {

  @Test
  void accounts_areProposed() {
    ProfileProposal proposal =
        ProfileProposal.of(
            "brugere",
            "sql",
            List.of("id", "brugernavn", "epost", "kodeord", "oprettet", "felt7", "x", "besked"),
            List.of(
                row(
                    "1",
                    "ann",
                    "ann@mail.example",
                    "d41d8cd98f00b204e9800998ecf8427e",
                    "1700000000",
                    "198.18.0.1",
                    "5",
                    "hej"),
                row(
                    "2",
                    "ben",
                    "ben@mail.example",
                    "d41d8cd98f00b204e9800998ecf8427f",
                    "1700000001",
                    "2001:db8::1",
                    "5",
                    ""),
                row(
                    "3",
                    "cleo",
                    "cleo@mail.example",
                    "d41d8cd98f00b204e9800998ecf84270",
                    "1700000002",
                    null,
                    "5",
                    "hej")));
    assertThat(proposal.columns())
        .extracting(Column::meaning)
        .containsExactly(
            ColumnMeaning.ROW_KEY,
            ColumnMeaning.HANDLE,
            ColumnMeaning.EMAIL,
            ColumnMeaning.SECRET,
            ColumnMeaning.CREATED,
            ColumnMeaning.IP,
            ColumnMeaning.UNKNOWN,
            ColumnMeaning.TEXT);
    assertThat(proposal.columns())
        .extracting(Column::confidence)
        .containsExactly(
            Confidence.LIKELY,
            Confidence.GUESS,
            Confidence.SURE,
            Confidence.SURE,
            Confidence.SURE,
            Confidence.LIKELY,
            Confidence.NONE,
            Confidence.GUESS);
    Mapping mapping = proposal.table().mappings().getFirst();
    assertThat(mapping.holder()).isEqualTo(new Mapping.Holder("id", null, null));
    assertThat(mapping.account())
        .isEqualTo(new Mapping.Account("brugernavn", "oprettet|unix", List.of(), null));
    assertThat(mapping.access())
        .isEqualTo(new Mapping.Access("felt7", "oprettet|unix", "access", null));
    assertThat(proposal.table().key()).containsExactly("id");
  }

  @Test
  void payments_areProposedWithTheirUnit() {
    ProfileProposal proposal =
        ProfileProposal.of(
            "p",
            "csv",
            List.of(
                "Bestellnummer", "Betrag", "W\u00e4hrung", "Status", "Datum", "cardBin", "wallet"),
            List.of(
                row(
                    "A-1",
                    "19,90",
                    "EUR",
                    "paid",
                    "2024-03-01 10:00:00",
                    "411111",
                    "0x52908400098527886E0F7030069857D2E4169EE7"),
                row(
                    "A-2",
                    "5,00",
                    "EUR",
                    "failed",
                    "2024-03-02 10:00:00",
                    "555555",
                    "0x52908400098527886E0F7030069857D2E4169EE8")));
    Mapping mapping = proposal.table().mappings().getFirst();
    Mapping.Payment payment = mapping.payment();
    assertThat(payment).isNotNull();
    assertThat(payment.amount()).isEqualTo("Betrag|major");
    assertThat(payment.currency()).isEqualTo("W\u00e4hrung");
    assertThat(payment.at()).isEqualTo("Datum|local");
    assertThat(payment.statuses()).containsEntry("paid", "paid");
    assertThat(mapping.selectors()).extracting(Mapping.Selector::kind).containsExactly("WALLET");
    assertThat(mapping.facts()).extracting(Mapping.Fact::kind).containsExactly("CARD_BIN");
    ProfileProposal minor =
        ProfileProposal.of(
            "m", "csv", List.of("amount_cents", "currency"), List.of(row("1990", "EUR")));
    assertThat(minor.table().mappings().getFirst().payment().amount())
        .isEqualTo("amount_cents|minor");
  }

  @Test
  void text_isNeverProposedToBeShown() {
    String text = "this is a rather long message that somebody wrote to somebody else in the forum";
    ProfileProposal proposal =
        ProfileProposal.of(
            "t",
            "sql",
            List.of("id", "username", "when"),
            List.of(
                row("1", text, "2024-03-01T10:00:00Z"), row("2", text, "2024-03-01T10:00:01Z")));
    assertThat(proposal.columns().get(1).meaning()).isEqualTo(ColumnMeaning.TEXT);
    Mapping mapping = proposal.table().mappings().getFirst();
    assertThat(mapping.selectors()).isEmpty();
    assertThat(mapping.facts()).isEmpty();
    assertThat(mapping.message())
        .isEqualTo(new Mapping.Message("id", null, "when|auto", "username", "username", null));
    assertThat(proposal.toString()).doesNotContain("somebody");
  }

  @Test
  void nameThatTheValuesDeny_isNotTaken() {
    ProfileProposal proposal =
        ProfileProposal.of("t", "sql", List.of("email", "created"), List.of(row("yes", "often")));
    assertThat(proposal.columns()).extracting(Column::meaning).containsOnly(ColumnMeaning.UNKNOWN);
    assertThat(proposal.columns().getFirst().reason()).contains("do not look like it");
  }

  @Test
  void proposal_isAProfileFileOfItsOwn() {
    Random random = new Random(5);
    List<String> names =
        List.of(
            "id",
            "email",
            "ip",
            "a|b",
            "a+b",
            "=x",
            "created",
            "amount",
            "currency",
            "\u0000",
            "",
            "message",
            "phone",
            "country");
    for (int round = 0; round < 500; round++) {
      List<String> columns = new ArrayList<>();
      List<List<String>> rows = List.of(new ArrayList<>(), new ArrayList<>());
      for (int index = 0; index < 6; index++) {
        columns.add(names.get(random.nextInt(names.size())));
        rows.get(0).add(Integer.toString(random.nextInt(2_000_000_000)));
        rows.get(1).add(random.nextBoolean() ? "a@b.example" : "198.18.0.1");
      }
      ProfileProposal proposal = ProfileProposal.of("t", "sql", columns, rows);
      if (proposal.table().recognise().isEmpty()) {
        assertThat(columns).allMatch(name -> !name.matches("[a-z]+"));
        continue;
      }
      Profile profile = new Profile("p", null, List.of(proposal.table()));
      byte[] written = ProfileFile.write(profile).getBytes(StandardCharsets.UTF_8);
      assertThat(ProfileFile.read("p", new ByteArrayInputStream(written))).isEqualTo(profile);
    }
  }

  private static List<String> row(String... values) {
    List<String> row = new ArrayList<>();
    for (String value : values) {
      row.add(value);
    }
    return row;
  }
}
