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
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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

  /** Gives the draft's rows to the recipient under a signed manifest. */
  void release(
      IntelligencePackage draft, MemberId member, String reason, @Nullable String gapReason) {
    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    PackageManifest manifest =
        new PackageManifest(
            PackageManifest.BAG,
            draft.number(),
            draft.version(),
            draft.operation().toString(),
            draft.recipient().toString(),
            draft.handlingCode().name(),
            at,
            terms(draft),
            PackageBag.entries(files.of(draft)));
    byte[] bytes = manifest.toBytes();
    jdbc.sql(DispatchSql.RELEASE_SUBJECTS)
        .param("package", draft.id().value())
        .param("recipient", draft.recipient().value())
        .update();
    jdbc.sql(DispatchSql.RELEASE_RECORDS)
        .param("package", draft.id().value())
        .param("recipient", draft.recipient().value())
        .update();
    jdbc.sql(DispatchSql.RELEASE_PACKAGE)
        .param("package", draft.id().value())
        .param("at", Columns.parameter(at))
        .param("member", member.value())
        .param("reason", reason)
        .param("gapReason", gapReason)
        .param("manifest", new String(bytes, StandardCharsets.UTF_8))
        .param("digest", PackageFolder.sha256(bytes))
        .param("note", signer.sign(PackageFolder.textToSign(bytes)))
        .update();
  }

  private PackageTerms terms(IntelligencePackage draft) {
    return jdbc.sql(DispatchSql.SENDER)
        .param("operation", draft.operation().value())
        .param("package", draft.id().value())
        .query((row, number) ->
            new PackageTerms(
                row.getString("lead_agency_id"),
                row.getString("lead_name"),
                draft.recipientName(),
                draft.country(),
                row.getString("operation_name"),
                row.getBoolean("urgent") ? "urgent" : "whole",
                List.of(),
                null,
                row.getString("superseded_sha256")))
        .single();
  }

  /** The whole bag, as it is sealed. */
  SortedMap<String, byte[]> bag(IntelligencePackage released) {
    Map<String, byte[]> all = copy(released);
    byte[] manifest = all.remove("manifest.json");
    byte[] note = all.remove("manifest.note");
    if (manifest == null || note == null) {
      throw new IllegalStateException("a copy has its manifest and note");
    }
    if (PackageManifest.read(manifest).format() != PackageManifest.BAG) {
      throw new RefusedException(
          "Package "
              + released.number()
              + " was signed in the form of an earlier version, which is handed over as a folder."
              + " Release a new version to send it sealed.");
    }
    return PackageBag.of(manifest, new String(note, StandardCharsets.UTF_8), all);
  }

  /** The files with their manifest and signed note. */
  Map<String, byte[]> copy(IntelligencePackage released) {
    Map<String, byte[]> all = new TreeMap<>(files.of(released));
    jdbc.sql(DispatchSql.SIGNED)
        .param("package", released.id().value())
        .query(row -> {
          all.put("manifest.json", bytes(row.getString("manifest")));
          all.put("manifest.note", bytes(row.getString("signed_note")));
        });
    if (!all.containsKey("manifest.json")) {
      throw new RefusedException(
          "Package " + released.number() + " is not released yet; there is nothing to take along.");
    }
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
