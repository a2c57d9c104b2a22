package dev.cordon.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A note in a work folder that its sealed file is about to be moved to the sources. A process
 * killed between that move and the records' leaves a sealed file that belongs to no source: opening
 * the vault removes exactly the files such a note names, and no other.
 */
final class UnfinishedSealing {

  private static final String NOTE = "sealing";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private UnfinishedSealing() {}

  /** Writes the note, durably. */
  static void note(Path work, String sha256) throws IOException {
    Path note = work.resolve(NOTE);
    Files.writeString(note, sha256, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
    RecordFolders.force(note);
    RecordFolders.force(work);
    RecordFolders.force(work.resolveSibling("."));
  }

  /** Removes the sealed files of takings that did not come to their records. */
  static void undo(Vault vault) throws IOException {
    if (!Files.isDirectory(vault.work())) {
      return;
    }
    try (Stream<Path> works = Files.list(vault.work())) {
      for (Path note : works.map(work -> work.resolve(NOTE)).filter(Files::exists).toList()) {
        String sha256 = Files.readString(note, StandardCharsets.US_ASCII);
        if (SHA256.matcher(sha256).matches()
            && !vault.hasRecords(SourceId.of(HexFormat.of().parseHex(sha256)))) {
          Files.deleteIfExists(vault.sealed(sha256));
          RecordFolders.force(vault.sources());
        }
      }
    }
  }
}
