package dev.cordon.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.dispatch.PackageParts.Parts;
import dev.cordon.dispatch.SubjectMaterial.Assessed;
import dev.cordon.dispatch.SubjectMaterial.Confirmed;
import dev.cordon.dispatch.SubjectMaterial.Material;
import dev.cordon.dispatch.content.PackageContent;
import dev.cordon.dispatch.content.PackageContent.Concern;
import dev.cordon.dispatch.content.PackageContent.Fact;
import dev.cordon.dispatch.content.PackageContent.Omission;
import dev.cordon.dispatch.content.PackagePayload;
import dev.cordon.dispatch.content.RecipientProfile;
import dev.cordon.exchange.PackageContents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PackagePartsTest {

  private static final RecipientProfile NATIONAL = profile("national");
  private static final RecipientProfile EUROPOL = profile("europol");

  /**
   * An invented world: subjects of several countries who share selectors and have third persons on
   * their bills. Every value that belongs to one person alone carries that person's token.
   */
  private static final class World {

    final List<Confirmed> here = new ArrayList<>();
    final List<Material> all = new ArrayList<>();
    final List<Assessed> assessed = new ArrayList<>();
    final Set<String> foreign = new HashSet<>();
    final Set<String> masked = new HashSet<>();

    World(long seed) {
      Random random = new Random(seed);
      int subjects = 2 + random.nextInt(6);
      for (int number = 0; number < subjects; number++) {
        add(random, number, number > 0 && random.nextBoolean());
      }
    }

    private void add(Random random, int number, boolean abroad) {
      UUID id = new UUID(0, number);
      String token = (abroad ? "foreign" : "own") + number + "x";
      Confirmed subject = new Confirmed(id, "S-%04d".formatted(number), "suspect", "why " + token);
      if (abroad) {
        foreign.add(token);
        foreign.add(subject.number());
      } else {
        here.add(subject);
      }
      long row = 1 + number * 100L;
      add(id, "ACCOUNT", "forum", token + "account (" + token + "handle)", row);
      add(id, "PERSON_NAME", "account", "Name " + token, row);
      add(id, "EMAIL", "account", token + "@mail.example", row);
      add(id, "EMAIL", "account", "shared@mail.example", row + 1);
      for (int bill = random.nextInt(3); bill > 0; bill--) {
        String mother = "mother" + number + "b" + bill;
        add(id, "PERSON_NAME", "billing", "Erika " + mother, row + 10 + bill);
        add(id, "PHONE", "billing", "+45 " + mother + "phone", row + 10 + bill);
        add(id, "BIRTH_DATE", "billing", mother + "birth", row + 10 + bill);
        add(id, "ADDRESS", "billing", "Street " + token, row + 10 + bill);
        masked.add(mother + "phone");
        masked.add(mother + "birth");
      }
      add(id, "PAYMENT", "card", "order " + token, row + 20);
      assessed.add(
          new Assessed(
              id,
              "link",
              "email",
              "both hold it " + token,
              List.of("forum:" + token + "account", "forum:" + token + "account")));
      assessed.add(
          new Assessed(
              id,
              "link",
              "email",
              "others held it too foreignlink",
              List.of("forum:" + token + "account", "forum:somebody-else")));
    }

    private void add(UUID id, String kind, String label, String value, long row) {
      all.add(
          new Material(id, kind, label, value, Instant.EPOCH, "shop.sql", SHA256, "orders", row));
    }
  }

  @Property(tries = 200)
  void everyRow_isReachableFromAConfirmedSubject_andNothingElseIsInIt(@ForAll long seed) {
    World world = new World(seed);
    List<Parts> parts = PackageParts.of(world.here, world.all, world.assessed, NATIONAL);
    Map<String, byte[]> files = PackagePayload.withoutReports(content(parts));

    PackageContents read = PackageContents.read(files, "DK");
    Set<String> listed = new HashSet<>();
    for (Confirmed subject : world.here) {
      world.all.stream()
          .filter(record -> record.subject().equals(subject.subject()))
          .forEach(record -> listed.add(path(subject.number(), record)));
    }
    assertThat(read.rows()).isNotEmpty();
    assertThat(read.rows())
        .allSatisfy(row ->
            assertThat(listed)
                .contains(
                    String.join(
                        "|",
                        row.number(),
                        row.kind(),
                        row.value(),
                        row.sourceName(),
                        row.sourceTable(),
                        Long.toString(row.sourceRow()))));
    long leftOut =
        parts.stream().flatMap(part -> part.omissions().stream()).mapToLong(Omission::count).sum();
    assertThat(read.rows().size() + leftOut).isEqualTo(listed.size());
    files.forEach((name, bytes) -> {
      String text = new String(bytes, StandardCharsets.UTF_8);
      world.foreign.forEach(token -> assertThat(text).as(name).doesNotContain(token));
      world.masked.forEach(token -> assertThat(text).as(name).doesNotContain(token));
      assertThat(text).as(name).doesNotContain("foreignlink").doesNotContain("somebody-else");
    });
  }

  private static String path(String number, Material record) {
    return String.join(
        "|",
        number,
        record.kind(),
        record.value(),
        record.sourceName(),
        record.sourceTable(),
        Long.toString(record.sourceRow()));
  }

  @Test
  void thirdPerson_keepsTheName_asAnother_andNothingMore() {
    UUID id = new UUID(0, 1);
    List<Parts> parts =
        PackageParts.of(
            List.of(new Confirmed(id, "S-0001", "suspect", "why")),
            List.of(
                record(id, "PERSON_NAME", "account", "Åsa  ÖBERG", 1),
                record(id, "PERSON_NAME", "billing", "Öberg, Åsa", 2),
                record(id, "PHONE", "billing", "1", 2),
                record(id, "CARD_HOLDER", "payment", "Erika Öberg", 3),
                record(id, "PHONE", "payment", "2", 3),
                record(id, "PHONE", "payment", "1", 3)),
            List.of(),
            NATIONAL);
    assertThat(parts.getFirst().subject().facts())
        .extracting(Fact::kind, Fact::value, Fact::concerns)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("PERSON_NAME", "Åsa  ÖBERG", Concern.SUBJECT),
            org.assertj.core.groups.Tuple.tuple("PERSON_NAME", "Öberg, Åsa", Concern.SUBJECT),
            org.assertj.core.groups.Tuple.tuple("PHONE", "1", Concern.SUBJECT),
            org.assertj.core.groups.Tuple.tuple("CARD_HOLDER", "Erika Öberg", Concern.OTHER),
            org.assertj.core.groups.Tuple.tuple("PHONE", "1", Concern.SUBJECT));
    assertThat(parts.getFirst().omissions()).extracting(Omission::field).containsExactly("PHONE");
  }

  @Test
  void europol_getsItsFieldsOnly_andRefusesWhatIsNotAssessed() {
    UUID id = new UUID(0, 1);
    List<Parts> parts =
        PackageParts.of(
            List.of(new Confirmed(id, "S-0001", "not_yet_assessed", "why")),
            List.of(
                record(id, "EMAIL", "account", "a@mail.example", 1),
                record(id, "PAYMENT", "card", "order 1", 2),
                record(id, "CARD_HOLDER", "payment", "Erika", 2)),
            List.of(),
            EUROPOL);
    assertThat(parts.getFirst().subject().facts()).extracting(Fact::kind).containsExactly("EMAIL");
    assertThat(parts.getFirst().omissions())
        .extracting(Omission::field)
        .containsExactly("CARD_HOLDER", "PAYMENT");
    assertThat(EUROPOL.objections(List.of(parts.getFirst().subject()), "X4", ""))
        .hasSize(3)
        .anyMatch(words -> words.contains("S-0001 is not yet assessed"))
        .anyMatch(words -> words.contains("not graded"))
        .anyMatch(words -> words.contains("no handling code"));
    assertThat(NATIONAL.objections(List.of(parts.getFirst().subject()), "X4", "H1")).isEmpty();
  }

  private static final String SHA256 = "ab".repeat(32);

  private static Material record(UUID id, String kind, String label, String value, long row) {
    return new Material(id, kind, label, value, null, "shop.sql", SHA256, "orders", row);
  }

  private static RecipientProfile profile(String name) {
    return RecipientProfile.of(name).orElseThrow();
  }

  private static PackageContent content(List<Parts> parts) {
    return new PackageContent(
        new PackageContent.About(
            "P-DK-1",
            1,
            new UUID(7, 7),
            "Operation Example",
            "Authority",
            "purpose",
            "Lead",
            "Recipient",
            "DK",
            "H1",
            null,
            "4x4",
            "B2",
            "basis",
            null,
            "contact",
            LocalDate.parse("2027-01-01"),
            "national",
            List.of("en"),
            Instant.EPOCH),
        new PackageContent.Law(
            "POSSESS", LocalDate.parse("2024-10-01"), "COVERED", "reason", List.of(), null, null),
        parts.stream().map(Parts::subject).toList(),
        parts.stream().flatMap(part -> part.omissions().stream()).toList(),
        List.of());
  }
}
