package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.MemberId;
import dev.cordon.exchange.ManifestSigner;
import dev.cordon.exchange.PackageBag;
import dev.cordon.exchange.PackageFolder;
import dev.cordon.exchange.PackageManifest;
import dev.cordon.exchange.PackageTerms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs what is released, and gives it out again as signed. */
@Component
class Signing {

  private final JdbcClient jdbc;
  private final PackageFiles files;
  private final ManifestSigner signer;

  Signing(JdbcClient jdbc, PackageFiles files, ManifestSigner signer) {
    this.jdbc = jdbc;
    this.files = files;
    this.signer = signer;
  }

  /**
   * Gives the draft's rows to the recipient under a signed manifest.
   *
   * @return SHA-256 of the manifest, in hex
   */
  String release(
      IntelligencePackage draft, MemberId member, String reason, @Nullable String gapReason) {
    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Map<String, byte[]> payload = files.of(draft);
    byte[] bytes = manifest(draft, at, payload).toBytes();
    String digest = PackageFolder.sha256(bytes);
    for (String give :
        new String[] {
          DispatchSql.RELEASE_SUBJECTS, DispatchSql.RELEASE_RECORDS, ContentSql.RELEASE_STATEMENTS
        }) {
      jdbc.sql(give)
          .param("package", draft.id().value())
          .param("recipient", draft.recipient().value())
          .update();
    }
    jdbc.sql(DispatchSql.RELEASE_PACKAGE)
        .param("package", draft.id().value())
        .param("at", Columns.parameter(at))
        .param("member", member.value())
        .param("reason", reason)
        .param("gapReason", gapReason)
        .param("manifest", new String(bytes, StandardCharsets.UTF_8))
        .param("digest", digest)
        .param("note", signer.sign(PackageFolder.textToSign(bytes)))
        .update();
    if (draft.form().isBag()) {
      files.keep(draft, payload);
    }
    return digest;
  }

  private PackageManifest manifest(
      IntelligencePackage draft, Instant at, Map<String, byte[]> payload) {
    return new PackageManifest(
        draft.form().isBag() ? PackageManifest.BAG : PackageManifest.FOLDER,
        draft.number(),
        draft.version(),
        draft.operation().toString(),
        draft.recipient().toString(),
        draft.handlingCode().name(),
        at,
        draft.form().isBag() ? terms(draft) : null,
        PackageBag.entries(payload));
  }

  private PackageTerms terms(IntelligencePackage draft) {
    PackageId before = draft.form().supersedes();
    String supersedes =
        before == null
            ? null
            : jdbc.sql(ContentSql.MANIFEST_DIGEST)
                .param("package", before.value())
                .query(String.class)
                .single();
    return jdbc.sql(ContentSql.ABOUT)
        .param("operation", draft.operation().value())
        .query((row, number) ->
            new PackageTerms(
                Columns.uuid(row, "lead_agency_id").toString(),
                row.getString("lead"),
                draft.recipientName(),
                draft.country(),
                row.getString("name"),
                draft.form().profile(),
                draft.form().languages(),
                draft.form().expiresOn(),
                supersedes))
        .single();
  }

  /**
   * The files as they were signed: of a bag all of its files, of the first form the payload with
   * manifest and note.
   *
   * @param receipt of the release, for a bag, once the ledger can prove it
   */
  Map<String, byte[]> copy(IntelligencePackage released, Optional<byte[]> receipt) {
    Signed signed =
        jdbc.sql(DispatchSql.SIGNED)
            .param("package", released.id().value())
            .query((row, number) ->
                new Signed(bytes(row.getString("manifest")), row.getString("signed_note")))
            .optional()
            .orElseThrow(() ->
                new RefusedException(
                    "Package "
                        + released.number()
                        + " is not released yet; there is nothing to take along."));
    if (released.form().isBag()) {
      return PackageBag.of(
          signed.manifest(), signed.note(), files.kept(released), receipt.orElse(null));
    }
    Map<String, byte[]> all = new TreeMap<>(files.of(released));
    all.put(PackageFolder.MANIFEST, signed.manifest());
    all.put(PackageFolder.NOTE, bytes(signed.note()));
    return all;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Signed(byte[] manifest, String note) {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
