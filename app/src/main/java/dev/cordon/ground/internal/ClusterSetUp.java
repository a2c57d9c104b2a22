package dev.cordon.ground.internal;

import dev.cordon.CordonException;
import dev.cordon.ground.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes the embedded server's cluster, whole or not at all. */
final class ClusterSetUp {

  /** Logins with a password over the loopback address, and no other way in. */
  private static final String LOGINS =
      """
      # TYPE DATABASE USER ADDRESS METHOD
      host   all      all  127.0.0.1/32 scram-sha-256
      """;

  private ClusterSetUp() {}

  /** Under a draft name first: a killed first start leaves nothing that looks like a cluster. */
  static void create(Path cluster, Path programs, Secrets secrets) {
    Path draft = cluster.resolveSibling(cluster.getFileName() + ".new");
    try {
      delete(draft);
      secrets.text("database-superuser");
      EmbeddedServer.run(
          "set up its database in " + cluster,
          programs,
          "initdb",
          "-D",
          draft.toString(),
          "-U",
          EmbeddedServer.SUPERUSER,
          "-A",
          "scram-sha-256",
          "--pwfile",
          secrets.file("database-superuser").toString(),
          "-E",
          "UTF8",
          "--locale=C",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8");
      Files.writeString(draft.resolve("pg_hba.conf"), LOGINS);
      Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new CordonException(
          "could not set up the database in " + cluster + ": " + failed.getMessage(), failed);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
