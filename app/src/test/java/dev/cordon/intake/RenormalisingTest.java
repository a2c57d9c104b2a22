package dev.cordon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.intake.selectors.MailboxRules;
import dev.cordon.intake.selectors.NormalValue;
import dev.cordon.intake.selectors.Normaliser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenormalisingTest {

  private static final Instant AT = Instant.parse("2024-11-12T05:00:00.000001Z");
  private static final Instant LATER = Instant.parse("2025-02-03T04:05:06Z");
  private static final RecordedTime TIME =
      new RecordedTime(AT, AT.plusSeconds(3600), "2024-11-12 06:00", "ambiguous");

  @TempDir Path folder;

  private final VaultKey key = VaultKey.random();
  private final SourceId source = SourceId.of(new byte[32]);
  private final Holder holder = new Holder("shop", "5", null, null);
  private final Normaliser rules =
      new Normaliser(new MailboxRules(Set.of("mail.example"), Set.of(), Set.of()));
  private Path from;

  @BeforeEach
  void writeOldRecords() throws IOException {
    from = folder.resolve("old").resolve(source.toString());
    try (RecordWriter writer = new RecordWriter(from, key)) {
      writer.write(new AccountRecord(origin(1), "shop", "5", "member", "anna", TIME));
      writer.write(selector(1, "EMAIL", "A.B@mail.example", "a.b@mail.example", null, null));
      writer.write(selector(1, "EMAIL", "x@y.example", "x@y.example", null, null));
      writer.write(selector(2, "PHONE", "32 12 34 56", null, "no-country", "DK"));
      writer.write(selector(2, "PHONE", "405831", "405831", null, null));
      writer.write(selector(3, "IP_FORWARDED", "192.0.2.1, 192.0.2.2", "192.0.2.2", null, null));
      writer.write(fact("PERSON_NAME", "Jørgen Berg", "jorgen berg"));
      writer.write(fact("CITY", "", null));
      writer.write(access("192.0.2.9", null));
      writer.write(access(null, "10.0.0.1:443"));
    }
    Files.writeString(from.resolve("report.json"), "{}");
  }

  @Test
  void valuesAreNew_oldOnesAreKept() throws Exception {
    Path to = to("new");
    Renormalised done = renormalise(from, to, LATER);
    assertThat(done.rules()).isEqualTo(Normaliser.VERSION);
    assertThat(done.counts())
        .containsExactly(
            new Renormalised.Count("accesses", "IP", 2, 0, 1, 0, 0),
            new Renormalised.Count("facts", "CITY", 1, 0, 0, 0, 0),
            new Renormalised.Count("facts", "PERSON_NAME", 1, 1, 0, 0, 0),
            new Renormalised.Count("selectors", "EMAIL", 2, 1, 0, 0, 0),
            new Renormalised.Count("selectors", "IP_FORWARDED", 1, 0, 0, 0, 0),
            new Renormalised.Count("selectors", "PHONE", 2, 0, 1, 1, 0));
    assertThat(rows(to, "select coalesce(value, verdict) from selectors"))
        .containsExactly(
            "ab@mail.example", "x@y.example", "+4532123456", "no-country", "192.0.2.2");
    assertThat(rows(to, "select raw from selectors"))
        .isEqualTo(rows(from, "select raw from selectors"));
    assertThat(rows(to, "select value from facts")).containsExactly("berg jorgen", "null");
    assertThat(rows(to, "select ip || ' ' || coalesce(verdict, '') from accesses"))
        .containsExactly("192.0.2.9 ", "10.0.0.1 private port");
    assertThat(
            rows(
                to,
                "select source_row || ' ' || data_set || ' ' || place || ' ' || kind || ' '"
                    + " || coalesce(value, verdict, '-') || ' ' || rules || ' ' || replaced_at"
                    + " from earlier_values"))
        .containsExactly(
            "1 selectors 1 EMAIL a.b@mail.example 1 2025-02-03 04:05:06",
            "2 selectors 1 PHONE no-country 1 2025-02-03 04:05:06",
            "2 selectors 2 PHONE 405831 1 2025-02-03 04:05:06",
            "4 facts 1 PERSON_NAME jorgen berg 1 2025-02-03 04:05:06",
            "5 accesses 2 IP - 1 2025-02-03 04:05:06");
  }

  @Test
  void whatNoRuleLooksAt_isTheSame() throws Exception {
    Path to = to("new");
    renormalise(from, to, LATER);
    assertThat(to.resolve("report.json")).hasContent("{}");
    for (String query :
        List.of(
            "select account || epoch_us(registered_at) || at_raw || time_flag || epoch_us(at_other) from accounts",
            "select context || epoch_us(\"at\") || at_raw || time_flag || epoch_us(at_other) from selectors",
            "select action || epoch_us(\"at\") || at_raw || coalesce(ip_raw, '-') from accesses")) {
      assertThat(rows(to, query)).isEqualTo(rows(from, query)).doesNotContain("null");
    }
    assertThat(rows(from, "select count(*) from earlier_values")).containsExactly("0");
  }

  @Test
  void again_changesNothingMore() throws Exception {
    Path first = to("first");
    Path second = to("second");
    renormalise(from, first, LATER);
    Renormalised again = renormalise(first, second, LATER.plusSeconds(1));
    assertThat(again.counts())
        .allSatisfy(count ->
            assertThat(count.changed() + count.gained() + count.lost() + count.verdicts())
                .isZero());
    for (RecordKind kind : RecordKind.values()) {
      String query = "select cast(e as varchar) from " + kind.dataSet() + " e";
      assertThat(rows(second, query)).isEqualTo(rows(first, query));
    }
  }

  @Test
  void many_comeBackInTheirOrder() throws Exception {
    Path large = folder.resolve("large").resolve(source.toString());
    try (RecordWriter writer = new RecordWriter(large, key)) {
      for (int row = 1; row <= 220_000; row++) {
        writer.write(selector(row, "EMAIL", "U." + row + "@mail.example", null, null, null));
      }
    }
    Path to = to("large-new");
    renormalise(large, to, LATER);
    assertThat(
            rows(
                to,
                "select count(*) from (select value, row_number() over () as n, source_row"
                    + " from selectors) where value = 'u' || n || '@mail.example' and source_row = n"))
        .containsExactly("220000");
    assertThat(rows(to, "select count(*) from earlier_values")).containsExactly("220000");
  }

  @Test
  void folderThatIsThere_isRefused() throws IOException {
    Path to = Files.createDirectories(to("there"));
    assertThatThrownBy(() -> renormalise(from, to, LATER)).isInstanceOf(IntakeException.class);
  }

  private Renormalised renormalise(Path of, Path to, Instant at) {
    return new Renormalising(rules, key, at).transform(of, to, RecordPermission.LOCAL);
  }

  private Path to(String name) {
    return folder.resolve(name).resolve(source.toString());
  }

  private Origin origin(long row) {
    return new Origin(source, "t", row);
  }

  private SelectorRecord selector(
      long row, String kind, String raw, String value, String verdict, String country) {
    NormalValue normal = new NormalValue(value, verdict);
    return new SelectorRecord(origin(row), holder, kind, raw, normal, 1, country, TIME, "c");
  }

  private FactRecord fact(String kind, String raw, String value) {
    return new FactRecord(
        origin(4), holder, kind, raw, new NormalValue(value, null), 1, RecordedTime.NONE);
  }

  private AccessRecord access(String ip, String raw) {
    return new AccessRecord(
        origin(5), holder, new NormalValue(ip, null), raw, 1, TIME, "login", null);
  }

  private List<String> rows(Path of, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (SealedRecords records = SealedRecords.openSource(of, key, RecordPermission.LOCAL);
        Statement statement = records.connection().createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        rows.add(String.valueOf(found.getObject(1)));
      }
    }
    return rows;
  }
}
