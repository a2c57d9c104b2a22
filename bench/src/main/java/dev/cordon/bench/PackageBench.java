package dev.cordon.bench;

import dev.cordon.casework.CaseValidator;
import dev.cordon.casework.Finding;
import dev.cordon.dispatch.content.PackageContent;
import dev.cordon.dispatch.content.PackageContent.About;
import dev.cordon.dispatch.content.PackageContent.Assessment;
import dev.cordon.dispatch.content.PackageContent.Concern;
import dev.cordon.dispatch.content.PackageContent.Fact;
import dev.cordon.dispatch.content.PackageContent.Law;
import dev.cordon.dispatch.content.PackageContent.Subject;
import dev.cordon.dispatch.content.PackagePayload;
import dev.cordon.exchange.CheckedPackage;
import dev.cordon.exchange.KnownKey;
import dev.cordon.exchange.PackageBag;
import dev.cordon.exchange.PackageContents;
import dev.cordon.exchange.PackageExpectation;
import dev.cordon.exchange.PackageFolder;
import dev.cordon.exchange.PackageLimits;
import dev.cordon.exchange.PackageManifest;
import dev.cordon.exchange.PackageTerms;
import dev.cordon.exchange.PackageTrust;
import dev.cordon.exchange.SealedPackage;
import dev.cordon.exchange.SealingKey;
import dev.cordon.kernel.merkle.NoteSigner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Builds, validates (SHACL) and seals packages, and opens and checks each again; every answer is
 * checked. What is left out is the database, which has benches of its own.
 */
public final class PackageBench {

  private static final NoteSigner SIGNER = NoteSigner.generate("lead.example");
  private static final SealingKey KEY = SealingKey.generate();
  private static final String[] LANGUAGES = {"en", "da", "de", "fr", "es"};

  private PackageBench() {}

  private record Times(double build, double validate, double seal, double open, long bytes) {}

  /** Takes how many packages, how many subjects in all, records of a subject, and threads. */
  public static void main(String[] arguments) throws Exception {
    int packages = argument(arguments, 0, 611);
    int subjects = argument(arguments, 1, 1_400);
    int records = argument(arguments, 2, 60);
    int threads = argument(arguments, 3, 2);
    CaseValidator validator = new CaseValidator();
    for (int round = 0; round < 3; round++) {
      Times unused = one(validator, round, 2, records);
    }
    List<Callable<Times>> work = new ArrayList<>();
    for (int number = 0; number < packages; number++) {
      int place = number;
      int share = subjects / packages + (number < subjects % packages ? 1 : 0);
      work.add(() -> one(validator, place, share, records));
    }
    long start = System.nanoTime();
    List<Times> times = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (Future<Times> done : executor.invokeAll(work)) {
        times.add(done.get());
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a package failed", failed.getCause());
    }
    double open = times.stream().mapToDouble(Times::open).sum() / threads;
    double whole = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%d packages, %d subjects, %d records each, %d threads: built, validated, sealed in %.1f s"
            + " (with opening again %.1f s), %.1f MB%n",
        packages,
        subjects,
        records,
        threads,
        whole - open / 1e3,
        whole,
        times.stream().mapToLong(Times::bytes).sum() / 1e6);
    print("build", times.stream().mapToDouble(Times::build).toArray());
    print("validate (SHACL)", times.stream().mapToDouble(Times::validate).toArray());
    print("seal", times.stream().mapToDouble(Times::seal).toArray());
    print("open and check", times.stream().mapToDouble(Times::open).toArray());
  }

  private static int argument(String[] arguments, int place, int usual) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
  }

  private static Times one(CaseValidator validator, int number, int subjects, int records) {
    long start = System.nanoTime();
    PackageContent content = content(number, subjects, records);
    SortedMap<String, byte[]> payload = PackagePayload.of(content);
    byte[] manifest = manifest(content, payload).toBytes();
    SortedMap<String, byte[]> bag =
        PackageBag.of(manifest, SIGNER.sign(PackageFolder.textToSign(manifest)), payload);
    long built = System.nanoTime();
    boolean valid =
        validator
            .validate(Objects.requireNonNull(payload.get("data/case.jsonld")))
            .isFreeOf(Finding.Severity.WARNING);
    long validated = System.nanoTime();
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    SealedPackage.seal("P-v1", bag, List.of(KEY.recipient()), sealed);
    long sealedAt = System.nanoTime();
    SortedMap<String, byte[]> opened =
        SealedPackage.open(
            new ByteArrayInputStream(sealed.toByteArray()),
            List.of(KEY.identity()),
            PackageLimits.USUAL);
    CheckedPackage checked =
        PackageTrust.check(opened, List.of(KnownKey.of(SIGNER.key())), PackageExpectation.NONE);
    checked.requireHeld();
    PackageContents read = PackageContents.read(opened, "DK");
    long openedAt = System.nanoTime();
    if (!valid || read.subjects().size() != subjects || read.rows().size() != subjects * records) {
      throw new IllegalStateException("package " + number + " came back as another");
    }
    return new Times(
        (built - start) / 1e6,
        (validated - built) / 1e6,
        (sealedAt - validated) / 1e6,
        (openedAt - sealedAt) / 1e6,
        sealed.size());
  }

  private static PackageManifest manifest(
      PackageContent content, SortedMap<String, byte[]> payload) {
    About about = content.about();
    return new PackageManifest(
        PackageManifest.BAG,
        about.number(),
        about.version(),
        about.operation().toString(),
        "recipient",
        about.handlingCode(),
        about.draftedAt(),
        new PackageTerms(
            "sender",
            about.senderName(),
            about.recipientName(),
            about.country(),
            about.operationName(),
            about.profile(),
            about.languages(),
            about.expiresOn(),
            null),
        PackageBag.entries(payload));
  }

  private static PackageContent content(int number, int subjects, int records) {
    List<Subject> all = new ArrayList<>();
    for (int place = 0; place < subjects; place++) {
      all.add(subject(number * 1_000 + place, records));
    }
    return new PackageContent(
        new About(
            "P-DK-" + number,
            1,
            new UUID(1, 1),
            "Operation Example",
            "Authority",
            "online-child-sexual-exploitation",
            "Lead Agency",
            "Agency " + number,
            "DK",
            "H1",
            null,
            "4x4",
            "B2",
            "Code, s. 1",
            null,
            "Ada Example",
            LocalDate.parse("2027-01-01"),
            "national",
            List.of(LANGUAGES[number % LANGUAGES.length]),
            Instant.parse("2025-02-01T08:00:00Z")),
        new Law(
            "POSSESS",
            LocalDate.parse("2024-10-01"),
            "COVERED",
            "s. 1",
            List.of("Is it?"),
            null,
            "v"),
        all,
        List.of(),
        List.of());
  }

  private static Subject subject(int number, int records) {
    String[] kinds = {"ACCOUNT", "EMAIL", "ADDRESS_IP", "PAYMENT", "ADDRESS", "PHONE"};
    List<Fact> facts = new ArrayList<>();
    for (int place = 0; place < records; place++) {
      String kind = kinds[place % kinds.length];
      facts.add(
          new Fact(
              kind,
              "account",
              kind.equals("ADDRESS_IP")
                  ? "192.0.2." + place % 250
                  : kind + " " + number + " " + place,
              Instant.ofEpochSecond(1_700_000_000L + place),
              place == 5 ? Concern.OTHER : Concern.SUBJECT,
              "shop.sql",
              "ab".repeat(32),
              "orders",
              place + 1));
    }
    return new Subject(
        new UUID(2, number),
        "S-" + number,
        "suspect",
        "billing country and lines agree",
        facts,
        List.of(new Assessment("link", "email", "both hold the address")));
  }

  private static void print(String name, double[] milliseconds) {
    Arrays.sort(milliseconds);
    System.out.printf(
        "%-18s median %.1f ms, p99 %.1f, worst %.1f%n",
        name,
        milliseconds[milliseconds.length / 2],
        milliseconds[(int) (milliseconds.length * 0.99)],
        milliseconds[milliseconds.length - 1]);
  }
}
