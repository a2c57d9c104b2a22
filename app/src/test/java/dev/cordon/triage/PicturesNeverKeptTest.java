package dev.cordon.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.TinyOperation;
import dev.cordon.action.FieldReports;
import dev.cordon.evidence.Exhibits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A program that writes parts of pictures into an inventory finds that nothing of them is kept. */
class PicturesNeverKeptTest extends TinyOperation {

  private static final int PIECE = 96;
  private static final long LARGEST = 40 << 20;

  @Autowired private FieldReports reports;
  @Autowired private Exhibits exhibits;
  @Autowired private Inventories inventories;
  @Autowired private InventoryMatches matches;
  @Autowired private PerceptualCodes codes;
  @Autowired private InventoryGroups groups;

  @Test
  void bytesOfAPicture_inWhateverField_areNotInTheDatabase_norOnTheDisk() throws IOException {
    Instant start = Instant.now().minusSeconds(2);
    get(officer, () -> reports.take(operation, searchAtFirst("FR-1")));
    UUID exhibit =
        get(officer, () -> exhibits.page(operation, null, null, 1)).rows().getFirst().id();
    byte[] noise = new byte[900];
    new Random(System.nanoTime()).nextBytes(noise);
    String packed = "/9j/4AAQSkZJRgABAQAAAQABAAD" + Base64.getEncoder().encodeToString(noise);
    String hex = "ffd8ffe000104a464946" + HexFormat.of().formatHex(noise);
    List<String> lines = new ArrayList<>();
    int item = 0;
    for (String bytes : List.of(packed, hex, "data:image/jpeg;base64," + packed)) {
      for (String field :
          List.of("thumbnail", "reason", "warning", "format", "decode_path", "place", "mark")) {
        item++;
        String more = field.equals("mark") ? marks(bytes) : text(field, bytes);
        String place = field.equals("place") ? "" : text("place", "file " + item);
        lines.add(
            "{\"item\":%d,\"state\":\"present\",%s%s\"size\":1,\"sha256\":\"%064x\"}"
                .formatted(item, place, more, item));
      }
    }
    UUID inventory = get(examiner, () -> inventories.take(operation, exhibit, stream(lines))).id();
    String match =
        "{\"item\":1,%s%s%s\"by\":\"md5\",\"list_says\":[\"%s\"]}"
            .formatted(
                text("list", packed), text("version", packed), text("embedded", packed), packed);
    get(examiner, () -> matches.take(operation, inventory, stream(List.of(match))));
    String code =
        "{\"item\":1,\"pdq\":\"%s\",%s\"x\":1}"
            .formatted("0f".repeat(32), text("decode_path", hex));
    get(examiner, () -> codes.take(operation, inventory, stream(List.of(code))));
    String series = "{\"series\":1,\"by\":\"%s\",\"items\":[1]}".formatted(packed);
    get(examiner, () -> groups.takeSeries(operation, inventory, stream(List.of(series))));

    List<String> texts = List.of(packed, hex);
    assertThat(holding(Path.of("target"), 12, start, texts)).isEmpty();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    assertThat(holding(temporary, 2, start, texts)).isEmpty();
  }

  private static String text(String field, String value) {
    return "\"" + field + "\":\"" + value + "\",";
  }

  private static String marks(String bytes) {
    return "\"marks\":{\"says\":[\"carries a mark %s\"],\"generators\":[{\"tool\":\"%s\",\"key\":\"%s\"}]},"
        .formatted(bytes, bytes, bytes);
  }

  private static InputStream stream(List<String> lines) {
    return new ByteArrayInputStream(
        (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Files of the database and of this process that hold a piece of one of the texts. */
  private static List<Path> holding(Path folder, int depth, Instant since, List<String> texts)
      throws IOException {
    List<Path> found = new ArrayList<>();
    List<byte[]> pieces = new ArrayList<>();
    for (String text : texts) {
      for (int at = 0; at + PIECE <= text.length(); at += PIECE) {
        pieces.add(text.substring(at, at + PIECE).getBytes(StandardCharsets.US_ASCII));
      }
    }
    List<Path> recent = new ArrayList<>();
    Files.walkFileTree(
        folder,
        Set.of(),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            boolean isNew = facts.lastModifiedTime().toInstant().isAfter(since);
            if (facts.isRegularFile() && facts.size() < LARGEST && isNew) {
              recent.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    for (Path file : recent) {
      if (Files.isReadable(file) && holds(bytes(file), pieces)) {
        found.add(file);
      }
    }
    return found;
  }

  /** Nothing where the database has removed it by now. */
  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException gone) {
      return new byte[0];
    }
  }

  private static boolean holds(byte[] bytes, List<byte[]> pieces) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return pieces.stream()
        .anyMatch(piece -> text.contains(new String(piece, StandardCharsets.ISO_8859_1)));
  }
}
