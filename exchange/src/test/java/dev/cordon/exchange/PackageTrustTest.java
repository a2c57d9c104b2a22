package dev.cordon.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.exchange.CheckedPackage.Result;
import dev.cordon.exchange.PackageRefusedException.Check;
import dev.cordon.kernel.merkle.NoteSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackageTrustTest {

  private static final NoteSigner SIGNER = NoteSigner.generate("lead.example");
  private static final List<KnownKey> KEYS = List.of(KnownKey.of(SIGNER.key()));
  private final SortedMap<String, byte[]> bag = new TreeMap<>(TestPackages.signed(SIGNER));

  @Test
  void package_thatIsWhole_passesEveryCheckByName() {
    CheckedPackage checked =
        PackageTrust.check(
            bag,
            List.of(new KnownKey(SIGNER.key(), "agency-1", null, null, null)),
            new PackageExpectation(Set.of("Police of Otherland"), "operation-1", "P-DK-01", 0));

    assertThat(checked.requireHeld()).isEqualTo(TestPackages.manifest(1));
    assertThat(checked.signer()).isEqualTo(SIGNER.key());
    assertThat(checked.results())
        .extracting(Result::check)
        .containsExactly(
            Check.BAG,
            Check.PRESENT,
            Check.SIGNATURE,
            Check.MANIFEST_DIGEST,
            Check.FORMAT,
            Check.KEY,
            Check.FILES,
            Check.SENDER,
            Check.RECIPIENT,
            Check.OPERATION,
            Check.VERSION,
            Check.VERSION,
            Check.CONTENT);
  }

  @Test
  void package_forSomebodyElse_ofAnotherOperation_orReplayed_isRefused() {
    fails(Check.RECIPIENT, KEYS, PackageExpectation.forRecipients(Set.of("agency-3")));
    fails(Check.OPERATION, KEYS, new PackageExpectation(null, "operation-2", null, null));
    fails(Check.VERSION, KEYS, new PackageExpectation(null, null, "P-DE-01", null));
    fails(Check.VERSION, KEYS, new PackageExpectation(null, null, "P-DK-01", 1));
  }

  @Test
  void subjectOfAnotherCountry_orRecordOfNobody_isRefused_thoughSigned() {
    Map<String, byte[]> slipped = new HashMap<>(TestPackages.PAYLOAD);
    slipped.put("data/subjects.csv", TestPackages.subjects("S-0001", "SE"));
    assertThat(content(slipped)).contains("S-0001 is attributed to SE; the package is for DK");
    Map<String, byte[]> nobody = new HashMap<>(TestPackages.PAYLOAD);
    nobody.put("data/records.csv", TestPackages.records("S-0002"));
    assertThat(content(nobody)).contains("a record of S-0002, who is not in the package");
    Map<String, byte[]> none = new HashMap<>(TestPackages.PAYLOAD);
    none.remove("data/records.csv");
    assertThat(content(none)).contains("data/records.csv is missing");
  }

  private static String content(Map<String, byte[]> payload) {
    Result failed =
        PackageTrust.check(TestPackages.signed(SIGNER, payload), KEYS, PackageExpectation.NONE)
            .firstFailure()
            .orElseThrow();
    assertThat(failed.check()).isEqualTo(Check.CONTENT);
    return failed.detail();
  }

  @Test
  void key_thatIsUnknownOrOfAnotherAgency_isRefused() {
    fails(Check.SIGNATURE, List.of(), PackageExpectation.NONE);
    fails(
        Check.SIGNATURE,
        List.of(KnownKey.of(NoteSigner.generate("lead.example").key())),
        PackageExpectation.NONE);
    fails(
        Check.SENDER,
        List.of(new KnownKey(SIGNER.key(), "agency-9", null, null, null)),
        PackageExpectation.NONE);
  }

  @Test
  void key_outsideItsTime_isRefused_butBeforeItsRevocationCounts() {
    Instant released = Instant.parse("2025-02-01T08:00:00Z");
    fails(Check.KEY, key(released.plusSeconds(1), null, null), PackageExpectation.NONE);
    fails(Check.KEY, key(null, released.minusSeconds(1), null), PackageExpectation.NONE);
    fails(Check.KEY, key(null, null, released), PackageExpectation.NONE);
    CheckedPackage before =
        PackageTrust.check(
            bag, key(released, released, released.plusSeconds(1)), PackageExpectation.NONE);
    assertThat(before.held()).isTrue();
    assertThat(before.results())
        .anyMatch(result -> result.detail().contains("revoked on 2025-02-01T08:00:01Z"));
  }

  @Test
  void change_ofOneByteAnywhere_isRefused_evenWhenTheListsAreMadeAnew() {
    for (String path : bag.keySet()) {
      byte[] content = bag.get(path).clone();
      content[content.length / 2] ^= 1;
      SortedMap<String, byte[]> changed = new TreeMap<>(bag);
      changed.put(path, content);
      assertThat(PackageTrust.check(changed, KEYS, PackageExpectation.NONE).held())
          .as(path)
          .isFalse();
      if (!Bag.isOwn(path)) {
        assertThat(PackageTrust.check(anew(changed), KEYS, PackageExpectation.NONE).held())
            .as(path)
            .isFalse();
      }
    }
  }

  @Test
  void file_slippedInBesideTheSigned_isRefused() {
    for (String path : List.of("data/subjects-2.csv", "read-me.txt")) {
      SortedMap<String, byte[]> more = new TreeMap<>(bag);
      more.put(path, "more".getBytes(StandardCharsets.UTF_8));
      if (path.startsWith("data/")) {
        more.put("bag-info.txt", new byte[0]);
      }
      CheckedPackage checked = PackageTrust.check(anew(more), KEYS, PackageExpectation.NONE);
      assertThat(checked.firstFailure().orElseThrow().detail()).contains(path);
    }
  }

  @Test
  void manifest_ofANewerForm_isNamedAsThat() {
    String newer =
        new String(bag.get("manifest.json"), StandardCharsets.UTF_8)
            .replace("\"format\" : 2", "\"format\" : 3, \"unknown\" : true");
    byte[] bytes = newer.getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> files = new HashMap<>(TestPackages.PAYLOAD);
    files.put("manifest.json", bytes);
    files.put(
        "manifest.note",
        SIGNER.sign(PackageFolder.textToSign(bytes)).getBytes(StandardCharsets.UTF_8));
    CheckedPackage checked = PackageTrust.check(Bag.of(files), KEYS, PackageExpectation.NONE);
    assertThat(checked.firstFailure().orElseThrow())
        .isEqualTo(new Result(Check.FORMAT, false, "format 3, this version reads 1 and 2"));
    assertThatThrownBy(checked::requireHeld).hasMessageContaining("'format'");
  }

  @Test
  void manifest_withTermsMissingOrTooMany_isNone() {
    assertThatThrownBy(
            () -> PackageManifest.read("{\"format\":2}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ExchangeException.class);
    PackageManifest manifest = TestPackages.manifest(3);
    assertThat(PackageManifest.read(manifest.toBytes())).isEqualTo(manifest);
    assertThat(PackageBag.top(manifest)).isEqualTo("P-DK-01-v3");
  }

  private static SortedMap<String, byte[]> anew(Map<String, byte[]> bag) {
    Map<String, byte[]> files = new TreeMap<>(bag);
    files.keySet().removeIf(Bag::isOwn);
    return Bag.of(files);
  }

  private static List<KnownKey> key(Instant from, Instant until, Instant revoked) {
    return List.of(new KnownKey(SIGNER.key(), "agency-1", from, until, revoked));
  }

  private void fails(Check check, List<KnownKey> keys, PackageExpectation expectation) {
    CheckedPackage checked = PackageTrust.check(bag, keys, expectation);
    assertThat(checked.firstFailure().orElseThrow().check()).isEqualTo(check);
    assertThatThrownBy(checked::requireHeld).isInstanceOf(PackageRefusedException.class);
  }
}
