package dev.cordon.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.exchange.CertificateCheck;
import dev.cordon.exchange.ErasureCertificate;
import dev.cordon.exchange.NoteOpener;
import dev.cordon.kernel.merkle.Note;
import dev.cordon.kernel.merkle.NoteKey;
import dev.cordon.ledger.internal.Sequencer;
import dev.cordon.resolution.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CertificatesTest extends ErasureCase {

  @Autowired private Certificates certificates;
  @Autowired private Sequencer sequencer;

  @Test
  void certificate_isTrueAndVerifiesFromItsFileAlone() throws IOException {
    Subject subject = confirmed("1");
    ErasureOrder order =
        carriedOut(entered(OrderKind.ERASURE, new Chosen(Chosen.By.SUBJECT, subject.number())));
    as(guardian, () -> certificates.certify(operation, order.id()));
    sequencer.sequence();

    byte[] file = get(guardian, () -> certificates.file(operation, order.id()));
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).doesNotContain(mark, subject.number(), subject.id().toString());
    ErasureCertificate read = ErasureCertificate.read(file);
    assertThat(CertificateCheck.of(read, key())).allMatch(CertificateCheck::held);
    Certificate shown =
        get(coordinator, () -> certificates.of(operation, order.id())).orElseThrow();
    assertThat(shown.happened())
        .anySatisfy(line ->
            assertThat(line)
                .containsEntry("what", "resolved_account")
                .containsEntry("how", "destroyed")
                .containsEntry("amount", 2))
        .anySatisfy(line ->
            assertThat(line)
                .containsEntry("what", "payments")
                .containsEntry("how", "destroyed")
                .containsEntry("amount", 4))
        .anySatisfy(line ->
            assertThat(line)
                .containsEntry("what", "ledger_opening")
                .containsEntry("how", "salt destroyed"));
    assertThat(shown.remains().toString()).contains("sealed originals", "write-ahead log");
    assertThatThrownBy(() -> as(coordinator, () -> certificates.certify(operation, order.id())))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void changedCertificate_failsByName() throws IOException {
    Subject subject = confirmed("1");
    ErasureOrder order =
        carriedOut(entered(OrderKind.RESTRICTION, new Chosen(Chosen.By.SUBJECT, subject.number())));
    as(coordinator, () -> certificates.certify(operation, order.id()));
    sequencer.sequence();
    String file =
        new String(
            get(guardian, () -> certificates.file(operation, order.id())), StandardCharsets.UTF_8);

    assertThat(failed(file.replace("Court of Example", "Court of Nowhere")))
        .containsExactly("statement");
    assertThat(failed(file.replace("act ERASURE", "act DECISION")))
        .containsExactly("entry", "inclusion");
    assertThat(failed(file.replaceFirst("\"place\" : \\d+", "\"place\" : 0")))
        .containsExactly("inclusion");
    assertThatThrownBy(() -> ErasureCertificate.read("{}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("not a certificate");
  }

  @Test
  void certify_isForWhoReadsOrders_andOnlyWhenCarriedOut() {
    Subject subject = confirmed("1");
    ErasureOrder order =
        entered(OrderKind.ERASURE, new Chosen(Chosen.By.SUBJECT, subject.number()));
    assertThatThrownBy(() -> as(guardian, () -> certificates.certify(operation, order.id())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("not carried out");
    assertThatThrownBy(() -> as(analyst, () -> certificates.certify(operation, order.id())))
        .isInstanceOf(NotPermittedException.class);
  }

  private List<String> failed(String file) throws IOException {
    ErasureCertificate read = ErasureCertificate.read(file.getBytes(StandardCharsets.UTF_8));
    return CertificateCheck.of(read, key()).stream()
        .filter(check -> !check.held())
        .map(CertificateCheck::name)
        .toList();
  }

  private NoteOpener key() throws IOException {
    NoteKey key = NoteKey.parse(Files.readString(directory.ledger().resolve("key")).strip());
    return note -> new Note(note).open(key);
  }
}
