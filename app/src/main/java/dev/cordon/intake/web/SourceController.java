package dev.cordon.intake.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.OperationId;
import dev.cordon.intake.Balance;
import dev.cordon.intake.Source;
import dev.cordon.intake.SourceRow;
import dev.cordon.intake.Sources;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Sources of an operation. */
@RestController
@RequestMapping("/api/operations/{operation}")
class SourceController {

  private final Sources sources;
  private final String importFolder;

  SourceController(Sources sources, @Value("${cordon.import-folder:}") String importFolder) {
    this.sources = sources;
    this.importFolder = importFolder;
  }

  record LocalFile(@NotBlank String path) {}

  /** A source with its balances by table. */
  record WholeSource(Source source, Page<Balance> balances) {}

  /** Takes in a file sent with the request. */
  @PostMapping(path = "/sources", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Sources.Taken take(@PathVariable UUID operation, @RequestParam MultipartFile file)
      throws IOException {
    Path copy = Files.createTempFile("cordon-", ".upload");
    try {
      file.transferTo(copy);
      return sources.take(new OperationId(operation), copy, name(file.getOriginalFilename()));
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Takes in a file of the import folder this server was started with, if it was. */
  @PostMapping(path = "/sources", consumes = MediaType.APPLICATION_JSON_VALUE)
  Sources.Taken take(@PathVariable UUID operation, @RequestBody @Valid LocalFile local)
      throws IOException {
    if (importFolder.isBlank()) {
      throw new RefusedException("this server has no import folder; send the file itself");
    }
    Path folder = Path.of(importFolder).toRealPath();
    Path file = folder.resolve(local.path()).normalize();
    if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder)) {
      throw new RefusedException("there is no such file in the import folder");
    }
    return sources.take(
        new OperationId(operation), file.toRealPath(), folder.relativize(file).toString());
  }

  /** Tells what the investigators know (operation.yaml). */
  @PostMapping(path = "/facts")
  void tell(@PathVariable UUID operation, @RequestBody String yaml) {
    sources.tell(new OperationId(operation), yaml);
  }

  /** The sources. */
  @GetMapping("/sources")
  Page<Source> page(@PathVariable UUID operation, @RequestParam(defaultValue = "1") int page) {
    return sources.page(new OperationId(operation), page);
  }

  /** One source with its balances. */
  @GetMapping("/sources/{source}")
  WholeSource get(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam(defaultValue = "1") int page) {
    OperationId in = new OperationId(operation);
    return new WholeSource(sources.get(in, source), sources.balances(in, source, page));
  }

  /** One row of a source. */
  @GetMapping("/sources/{source}/rows/{table}/{row}")
  SourceRow row(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @PathVariable String table,
      @PathVariable long row,
      @RequestParam(defaultValue = "lineage of a record") String reason) {
    return sources.row(new OperationId(operation), source, table, row, reason);
  }

  /** The file's own name, whatever folders the sender names. */
  static String name(@org.jspecify.annotations.Nullable String sent) {
    String name = sent == null ? "" : sent.substring(sent.lastIndexOf('/') + 1);
    name = name.substring(name.lastIndexOf('\\') + 1).strip();
    return name.isEmpty() ? "unnamed" : name.substring(0, Math.min(200, name.length()));
  }
}
