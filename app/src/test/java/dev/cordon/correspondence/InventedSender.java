package dev.cordon.correspondence;

import dev.cordon.correspondents.OwnKeys;
import dev.cordon.exchange.Bag;
import dev.cordon.exchange.KeyCard;
import dev.cordon.exchange.PackageBag;
import dev.cordon.exchange.PackageFolder;
import dev.cordon.exchange.PackageManifest;
import dev.cordon.exchange.PackageTable;
import dev.cordon.exchange.PackageTerms;
import dev.cordon.exchange.SealedPackage;
import dev.cordon.exchange.SealingKey;
import dev.cordon.kernel.merkle.NoteSigner;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invented agency that sends packages: its keys, its card, and a package to be bent. */
public final class InventedSender {

  public final NoteSigner signer = NoteSigner.generate("cordon.dispatch");
  public final SealingKey age = SealingKey.generate();
  public final UUID operation = UUID.randomUUID();
  public final UUID id = UUID.randomUUID();
  public final UUID recipient = UUID.randomUUID();
  private final String country;

  /** Of that country. */
  public InventedSender(String country) {
    this.country = country;
  }

  /** What the card says. */
  public KeyCard card() {
    return new KeyCard(
        "Sender", country, signer.key().text(), age.recipient(), null, id, operation, recipient);
  }

  /** The card as it is handed over. */
  public String signedCard() {
    return signer.sign(card().text());
  }

  /** A package for whom these keys are. */
  public Made made(OwnKeys to) {
    return new Made(this, to.current().ageRecipient());
  }

  /** What a package says of itself. */
  public static final class Made {
    public String number = "P-DK-0001";
    public int version = 1;
    public UUID operationThere;
    public UUID recipient;
    public UUID from;
    public String country = "DK";
    public String jurisdiction = "DK";
    public String recordOf = "S-0000001";
    public @Nullable LocalDate expires;
    public NoteSigner signer;
    public String sealedTo;
    public int format = PackageManifest.BAG;

    /** More subjects, and more records: number, kind, label, value. */
    public final List<String> others = new ArrayList<>();

    public final List<List<String>> records = new ArrayList<>();

    public byte[] bytes() {
      SortedMap<String, byte[]> payload = new TreeMap<>();
      PackageTable.Builder subjects =
          new PackageTable.Builder("number", "category", "attribution_reason", "jurisdiction")
              .add("S-0000001", "suspect", "billing country", jurisdiction);
      others.forEach(one -> subjects.add(one, "suspect", "billing country", jurisdiction));
      payload.put("data/subjects.csv", subjects.bytes());
      payload.put("data/records.csv", records());
      PackageManifest manifest =
          new PackageManifest(
              PackageManifest.BAG,
              number,
              version,
              operationThere.toString(),
              recipient.toString(),
              "H1",
              Instant.parse("2026-01-01T00:00:00Z"),
              new PackageTerms(
                  from.toString(),
                  "Sender",
                  "Us",
                  country,
                  "Their operation",
                  "whole",
                  List.of(),
                  expires,
                  null),
              PackageBag.entries(payload));
      byte[] written = manifest.toBytes();
      if (format != PackageManifest.BAG) {
        written =
            new String(written, StandardCharsets.UTF_8)
                .replaceFirst("\"format\" : 2", "\"format\" : " + format)
                .getBytes(StandardCharsets.UTF_8);
      }
      String note = signer.sign(PackageFolder.textToSign(written));
      Map<String, byte[]> bag;
      if (format == PackageManifest.BAG) {
        bag = PackageBag.of(written, note, payload);
      } else {
        Map<String, byte[]> files = new TreeMap<>(payload);
        files.put("manifest.json", written);
        files.put("manifest.note", note.getBytes(StandardCharsets.UTF_8));
        bag = Bag.of(files);
      }
      return sealed("P", bag, sealedTo);
    }

    private byte[] records() {
      PackageTable.Builder table =
          new PackageTable.Builder(
              "number",
              "kind",
              "label",
              "value",
              "at",
              "concerns",
              "source_name",
              "source_table",
              "source_row");
      List<List<String>> all = new ArrayList<>(records);
      all.addFirst(List.of(recordOf, "PERSON_NAME", "billing", "=Anders \u202eOlsen"));
      for (List<String> one : all) {
        table.add(
            one.get(0),
            one.get(1),
            one.get(2),
            one.get(3),
            "2025-01-01T00:00:00Z",
            "subject",
            "shop",
            "orders",
            "3");
      }
      return table.bytes();
    }

    Made(InventedSender sender, String sealedTo) {
      this.operationThere = sender.operation;
      this.recipient = sender.recipient;
      this.from = sender.id;
      this.signer = sender.signer;
      this.sealedTo = sealedTo;
    }
  }

  static byte[] sealed(String top, Map<String, byte[]> bag, String recipient) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SealedPackage.seal(top, bag, List.of(recipient), out);
    return out.toByteArray();
  }
}
