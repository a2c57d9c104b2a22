package dev.cordon.dispatch.content;

import dev.cordon.dispatch.content.PackageContent.About;
import dev.cordon.dispatch.content.PackageContent.Assessment;
import dev.cordon.dispatch.content.PackageContent.Change;
import dev.cordon.dispatch.content.PackageContent.Concern;
import dev.cordon.dispatch.content.PackageContent.Fact;
import dev.cordon.dispatch.content.PackageContent.Law;
import dev.cordon.dispatch.content.PackageContent.Omission;
import dev.cordon.dispatch.content.PackageContent.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An invented package with something of everything. */
final class InventedContent {

  static final String LONG_NAME =
      "Maximiliane-Theodora Freifrau von und zu Hohenstein-Oberhausen-Unterwaldenburg-Lichtenfels";

  private InventedContent() {}

  static PackageContent of(String language, int version) {
    return new PackageContent(
        about(language, version),
        new Law(
            "PAY_FOR_ACCESS",
            LocalDate.parse("2024-10-01"),
            "UNKNOWN",
            "The country has not been researched.",
            List.of("Is paying for access an offence where nothing real is shown?"),
            "asked the liaison officer",
            "2026-11-22/abc"),
        List.of(
            subject("S-0001", LONG_NAME, Concern.SUBJECT),
            subject("S-0002", "דוד לוי", Concern.OTHER),
            new Subject(uuid("S-0003"), "S-0003", "not_yet_assessed", "why", List.of(), List.of())),
        List.of(new Omission("S-0002", "PHONE", 1, ThirdPersons.REASON)),
        version == 1
            ? List.of()
            : List.of(
                new Change("added", "S-0002", "the subject, with 13 records"),
                new Change("removed", "S-0009", "the subject is no longer in the package")));
  }

  private static About about(String language, int version) {
    return new About(
        "P-DK-0A1B2C",
        version,
        uuid("operation"),
        "Operation Example <& \"quoted\">",
        "Public Prosecutor of Exampleland",
        "online-child-sexual-exploitation",
        "National Police of Exampleland",
        "Police of Otherland, Cyber Division",
        "DK",
        "H3",
        "not to be used in proceedings before " + "x".repeat(90),
        "4x4",
        "B2",
        "Code of Criminal Procedure, s. 1",
        null,
        "Ada Example, National Police of Exampleland",
        LocalDate.parse("2027-01-01"),
        "national",
        List.of(language),
        Instant.parse("2025-02-01T08:00:00Z"));
  }

  private static Subject subject(String number, String name, Concern concern) {
    Instant at = Instant.parse("2024-10-01T12:00:00Z");
    return new Subject(
        uuid(number),
        number,
        "suspect",
        "billing country and lines agree",
        List.of(
            fact(
                "ACCOUNT",
                "forum",
                number.toLowerCase(java.util.Locale.ROOT) + " (=handle)",
                at,
                Concern.SUBJECT),
            fact("PERSON_NAME", "billing", name, at, concern),
            fact("CARD_HOLDER", "payment", "Erika Beispiel", null, Concern.OTHER),
            fact("EMAIL", "account", number + "@mail.example", null, Concern.SUBJECT),
            fact("PHONE", "account", "+4512345678", null, Concern.SUBJECT),
            fact("ADDRESS_IP", "login DK", "192.0.2.7", at, Concern.SUBJECT),
            fact("ADDRESS_IP", "login DK", "2001:db8::7", at, Concern.SUBJECT),
            fact("ADDRESS", "billing", "Hauptstraße 3", at, Concern.SUBJECT),
            fact("BIRTH_DATE", "account", "1980-01-01", null, Concern.SUBJECT),
            fact("BILLING_COUNTRY", "billing", "DK", at, Concern.SUBJECT),
            fact("WALLET", "payment", "bc1q" + "exampleexample".repeat(4), null, Concern.SUBJECT),
            fact("DEVICE", "app", "device-7", null, Concern.SUBJECT),
            fact("PAYMENT", "card", "order 12: 900 minor units EUR paid", at, Concern.SUBJECT)),
        List.of(
            new Assessment("link", "email", "forum:a and shop:b: Both hold the e-mail address."),
            new Assessment("country", "billing", "DK: 3 records on 2 days")));
  }

  private static Fact fact(String kind, String label, String value, Instant at, Concern concern) {
    return new Fact(
        kind, label, value, at, concern, "shop-2024.sql", "ab".repeat(32), "wp_postmeta", 4711);
  }

  static UUID uuid(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
