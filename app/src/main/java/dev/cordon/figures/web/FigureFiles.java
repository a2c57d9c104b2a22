package dev.cordon.figures.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.figures.FigureBook;
import dev.cordon.figures.Figures;
import dev.cordon.figures.FilesTaken;
import dev.cordon.figures.OwnFigure;
import dev.cordon.figures.OwnFigures;
import dev.cordon.figures.OwnValues;
import dev.cordon.figures.PressTables;
import dev.cordon.figures.Sheet;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Figures as files; each taking out is an entry. */
@NeedToKnow(Area.FIGURES)
@Controller
@RequestMapping("/operations/{operation}/figures")
class FigureFiles {

  private final FigureBook book;
  private final PressTables tables;
  private final OwnFigures own;
  private final OwnValues values;
  private final FilesTaken taken;

  FigureFiles(
      FigureBook book, PressTables tables, OwnFigures own, OwnValues values, FilesTaken taken) {
    this.book = book;
    this.tables = tables;
    this.own = own;
    this.values = values;
    this.taken = taken;
  }

  /** One figure by country, or all of them. */
  @GetMapping("/files/{name}.{form}")
  ResponseEntity<byte[]> figure(
      @PathVariable UUID operation,
      @PathVariable String name,
      @PathVariable String form,
      Asked asked) {
    OperationId id = new OperationId(operation);
    FileForm wanted = FileForm.of(form);
    Figures figures = book.at(id, asked.moment());
    Sheet sheet =
        name.equals("all")
            ? Sheet.of(figures)
            : Sheet.of(figures, figures.figure(name).orElseThrow(NoSuchElementException::new));
    taken.out(id, sheet.name(), form);
    return wanted.answer(sheet);
  }

  @GetMapping("/press/{table}/table.{form}")
  ResponseEntity<byte[]> press(
      @PathVariable UUID operation, @PathVariable UUID table, @PathVariable String form) {
    OperationId id = new OperationId(operation);
    Sheet sheet = Sheet.of(tables.get(id, table));
    taken.out(id, sheet.name(), form);
    return FileForm.of(form).answer(sheet);
  }

  @NeedToKnow(Area.OWN_FIGURES)
  @GetMapping("/own/{figure}/figure.{form}")
  ResponseEntity<byte[]> own(
      @PathVariable UUID operation,
      @PathVariable UUID figure,
      @PathVariable String form,
      Asked asked) {
    OperationId id = new OperationId(operation);
    OwnFigure one = own.get(id, figure);
    Sheet sheet = Sheet.of(one, values.of(id, one.composition(), asked.moment()));
    taken.out(id, sheet.name(), form);
    return FileForm.of(form).answer(sheet);
  }
}
