package dev.cordon.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.casework.CaseValidator;
import dev.cordon.evidence.custody.Disclosure;
import dev.cordon.evidence.custody.Disclosures;
import dev.cordon.exchange.Receipt;
import dev.cordon.exchange.ReceiptVerifier;
import dev.cordon.kernel.digest.Sha256;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.ledger.internal.Sequencer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DisclosuresTest extends SeizedItems {

  @Autowired private Disclosures disclosures;
  @Autowired private WorkingCopies copies;
  @Autowired private Parts parts;
  @Autowired private Sequencer sequencer;

  private void fullLife() {
    handOver(
        examiner,
        NewHandOver.of(
            HOLDER, "Łukasz Ω Иван <b>&amp;", "Station", "storage", after(60), "SE-100", "SE-101"));
    as(
        examiner,
        () ->
            parts.take(
                operation,
                laptop.id(),
                told(60, "disk taken out"),
                line(1, "hard disk", null, "SE-301"),
                null,
                "SE-300"));
    as(
        examiner,
        () ->
            digests.record(
                operation,
                laptop.id(),
                new NewDigest(NewDigest.Thing.MEDIUM, "disk", DIGEST, 1000L, "imager 4"),
                told(70, "hash")));
    as(
        examiner,
        () ->
            copies.register(
                operation,
                laptop.id(),
                new NewCopy(
                    "E01", "imager 4", 1000, OTHER_DIGEST, DIGEST, "Store", "One", after(80))));
    as(
        examiner,
        () ->
            custody.dispose(
                operation,
                laptop.id(),
                ActKind.RETURNED,
                told(90, "given back"),
                "Owner",
                order(),
                "SE-300"));
    sequencer.sequence();
  }

  @Test
  void report_saysWhatHappened_inEveryScript() throws IOException {
    fullLife();
    byte[] pdf = make(Disclosure.Form.REPORT, null, null).bytes();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains(
              phone.number(),
              laptop.number() + ".1",
              "Łukasz Ω Иван <b>&amp;",
              "SE-101",
              "B 12/25");
      assertThat(document.getDocumentCatalog().getMetadata().exportXMPMetadata())
          .asString(StandardCharsets.UTF_8)
          .contains("pdfaid:part");
    }
  }

  @Test
  void caseDocument_isValid() {
    fullLife();
    byte[] json = make(Disclosure.Form.CASE, null, null).bytes();
    CaseValidator.Result result = new CaseValidator().validate(json);
    assertThat(result.findings()).isEmpty();
    assertThat(new String(json, StandardCharsets.UTF_8))
        .contains(
            "case-investigation:ProvenanceRecord",
            "case-investigation:wasInformedBy",
            "uco-observable:Image",
            "\"case-investigation:exhibitNumber\" : \"" + laptop.number() + ".1\"",
            "\"case-investigation:rootExhibitNumber\" : \"" + laptop.number() + "\"");
  }

  @Test
  void bundle_provesEachAct_andAChangedWordIsFound() throws IOException {
    fullLife();
    Map<String, byte[]> bundle =
        unpacked(make(Disclosure.Form.BUNDLE, null, "owner's letter 4").bytes());
    assertThat(bundle.keySet()).contains("custody.pdf", "custody.jsonld", "SHA256SUMS", "key.txt");
    String sums = new String(bundle.get("SHA256SUMS"), StandardCharsets.UTF_8);
    bundle.forEach((name, bytes) -> {
      if (!name.equals("SHA256SUMS")) {
        assertThat(sums).contains(Sha256.hex(bytes) + "  " + name + "\n");
      }
    });
    List<byte[]> proofs =
        bundle.entrySet().stream()
            .filter(file -> file.getKey().startsWith("proofs/"))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(proofs).hasSize(2 + 5 + 1);
    assertThat(new String(bundle.get("unproved.txt"), StandardCharsets.UTF_8)).isEqualTo("none\n");
    for (byte[] proof : proofs) {
      assertThat(verified(proof)).isTrue();
      String changed =
          new String(proof, StandardCharsets.UTF_8)
              .replace("\\nact 1\\n", "\\nact 9\\n")
              .replace("\\nseal SE-", "\\nseal XX-");
      if (!changed.equals(new String(proof, StandardCharsets.UTF_8))) {
        assertThat(verified(changed.getBytes(StandardCharsets.UTF_8))).isFalse();
      }
    }
  }

  @Test
  void whatWasHandedOut_isListed() {
    make(Disclosure.Form.CASE, phone, null);
    assertThat(get(examiner, () -> disclosures.newest(operation)))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.exhibits()).isEqualTo(1);
          assertThat(one.recipient()).isEqualTo("Counsel");
        });
  }

  @Test
  void withoutRecipientReasonOrPermission_nothingIsHandedOut() {
    Disclosures.Order silent =
        new Disclosures.Order(
            Disclosure.Form.REPORT, null, Exhibits.Filter.NONE, " ", "trial", null);
    assertThatThrownBy(() -> get(examiner, () -> disclosures.make(operation, silent)))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> make(Disclosure.Form.BUNDLE, null, null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("permission");
    assertThat(get(examiner, () -> disclosures.newest(operation))).isEmpty();
  }

  private static boolean verified(byte[] proof) {
    NoteKey key = NoteKey.parse(Receipt.read(proof).key());
    return ReceiptVerifier.verify(proof, List.of(key), Optional.empty()).stream()
        .allMatch(ReceiptVerifier.Step::held);
  }

  private Disclosures.Made make(
      Disclosure.Form form, @Nullable Exhibit exhibit, @Nullable String permission) {
    Disclosures.Order order =
        new Disclosures.Order(
            form,
            exhibit == null ? null : exhibit.id(),
            Exhibits.Filter.NONE,
            "Counsel",
            "trial",
            permission);
    return get(examiner, () -> disclosures.make(operation, order));
  }

  private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }
}
