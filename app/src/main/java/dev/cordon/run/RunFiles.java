package dev.cordon.run;

import dev.cordon.intake.Balance;
import dev.cordon.intake.IntakeException;
import dev.cordon.intake.SourceReport;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes results whole or not at all, and clears away what is half done. */
final class RunFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private RunFiles() {}

  /** Writes through a draft beside the file, then puts it in the file's place. */
  static void write(Path file, byte[] content) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.write(draft, content);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  static void writeBalance(Path file, List<SourceReport> sources) throws IOException {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (SourceReport source : sources) {
      for (Balance balance : source.balances()) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", balance.name());
        entry.put("unit", balance.unit());
        entry.put("rows_in", balance.rowsIn());
        entry.put("stored", balance.stored());
        entry.put("quarantined", balance.quarantined());
        entry.put("duplicates", balance.duplicates());
        entries.add(entry);
      }
    }
    write(file, JSON.writeValueAsBytes(Map.of("sources", entries)));
  }

  /** A failing disk in words: which, and what to do. */
  static IntakeException explained(Exception failure, Path target) {
    String message = String.valueOf(failure.getMessage());
    String reason =
        message.contains("No space left")
            ? "no space is left on the disk of " + target + "; free space and run again"
            : "reading or writing failed (" + message + ")";
    return new IntakeException(reason + ": nothing was half written", failure);
  }

  static void deleteLeftovers(Path target) throws IOException {
    try (Stream<Path> entries = Files.list(target)) {
      for (Path entry : entries.toList()) {
        if (entry.getFileName().toString().startsWith(".work-")) {
          deleteAll(entry);
        }
      }
    }
  }

  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    }
  }
}
