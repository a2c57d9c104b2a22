package dev.cordon.ground.internal;

import dev.cordon.CordonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server a killed Cordon left behind, if one is still running on the cluster.
 *
 * <p>{@code postmaster.pid} alone says little: after a crash or a restart of the machine its
 * process number may belong to somebody else, whom pg_ctl would signal and PostgreSQL would take
 * for itself.
 */
final class Orphan {

  private static final String PID_FILE = "postmaster.pid";

  private Orphan() {}

  /** Whether a server runs on that cluster; clears a pid file that names a process of others. */
  static boolean isRunning(Path cluster) {
    Path file = cluster.resolve(PID_FILE);
    try {
      if (Files.notExists(file)) {
        return false;
      }
      Optional<ProcessHandle> process = process(file);
      if (process.isPresent() && !isServerOf(cluster, process.get())) {
        Files.delete(file);
        return false;
      }
      return process.isPresent();
    } catch (IOException failed) {
      throw new CordonException("can not read or clear " + file + ".", failed);
    }
  }

  private static Optional<ProcessHandle> process(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive);
  }

  /** A process whose command can not be read might be the server, so it counts as one. */
  private static boolean isServerOf(Path cluster, ProcessHandle process) {
    ProcessHandle.Info information = process.info();
    Optional<String> line = information.commandLine().or(information::command);
    return line.isEmpty()
        || (line.get().contains("postgres") && line.get().contains(cluster.toString()));
  }
}
