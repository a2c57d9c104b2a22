package dev.cordon.figures.web;

import dev.cordon.figures.Sheet;
import dev.cordon.figures.SheetFiles;
import dev.cordon.figures.SheetPicture;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The forms in which figures are taken out. */
enum FileForm {
  CSV("text/csv;charset=UTF-8", SheetFiles::csv),
  JSON("application/json", SheetFiles::json),
  PDF("application/pdf", SheetFiles::pdf),
  SVG("image/svg+xml", SheetPicture::svg),
  PNG("image/png", SheetPicture::png);

  private final String type;
  private final Function<Sheet, byte[]> written;

  FileForm(String type, Function<Sheet, byte[]> written) {
    this.type = type;
    this.written = written;
  }

  /** The form of that ending; absent where there is none. */
  static FileForm of(String ending) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(ending))
        .findFirst()
        .orElseThrow(NoSuchElementException::new);
  }

  /** A file to keep. */
  ResponseEntity<byte[]> answer(Sheet sheet) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(sheet.name() + "." + name().toLowerCase(Locale.ROOT))
                .build()
                .toString())
        .body(written.apply(sheet));
  }
}
