package dev.cordon.intake.web;

import dev.cordon.Page;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.intake.Balance;
import dev.cordon.intake.ImportFolder;
import dev.cordon.intake.Source;
import dev.cordon.intake.SourceRow;
import dev.cordon.intake.Sources;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sources of an operation. */
@NeedToKnow(Area.SOURCES)
@RestController
@RequestMapping("/api/operations/{operation}")
class SourceController {

  private final Sources sources;
  private final ImportFolder importFolder;

  SourceController(Sources sources, ImportFolder importFolder) {
    this.sources = sources;
    this.importFolder = importFolder;
  }

  record LocalFile(@NotBlank String path) {}

  /** A source with its balances by table. */
  record WholeSource(Source source, Page<Balance> balances) {}

  /** Takes in a file that lies in the import folder. */
  @PostMapping("/sources")
  Sources.Taken take(@PathVariable UUID operation, @RequestBody @Valid LocalFile local) {
    return sources.take(new OperationId(operation), importFolder.find(local.path()), local.path());
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
  @NeedToKnow(value = Area.SOURCES, consults = true)
  @GetMapping("/sources/{source}/rows/{table}/{row}")
  SourceRow row(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @PathVariable String table,
      @PathVariable long row,
      @RequestParam(defaultValue = "lineage of a record") String reason) {
    return sources.row(new OperationId(operation), source, table, row, reason);
  }
}
