package dev.cordon.dispatch;

import dev.cordon.Columns;
import dev.cordon.RefusedException;
import dev.cordon.access.MemberId;
import dev.cordon.exchange.ManifestSigner;
import dev.cordon.exchange.PackageFolder;
import dev.cordon.exchange.PackageManifest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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
            PackageManifest.FOLDER,
            draft.number(),
            draft.version(),
            draft.operation().toString(),
            draft.recipient().toString(),
            draft.handlingCode().name(),
            at,
            files.of(draft).entrySet().stream()
                .map(file -> PackageFolder.entry(file.getKey(), file.getValue()))
                .toList());
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
