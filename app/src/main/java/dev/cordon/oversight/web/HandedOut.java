package dev.cordon.oversight.web;

import dev.cordon.RefusedException;
import dev.cordon.oversight.Exports;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What is handed out as a file, and the reason without which nothing is. */
final class HandedOut {

  private static final int LONGEST_REASON = 1500;

  private HandedOut() {}

  static ResponseEntity<byte[]> archive(Exports.Archive archive) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + archive.name() + "\"")
        .body(archive.bytes());
  }

  static String checked(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new RefusedException(
          "Nothing was handed out. Say in 1 to 1,500 characters what it is for.");
    }
    return reason.strip();
  }
}
