package dev.cordon.hashing.exhibits;

import dev.cordon.formats.FormatException;
import dev.cordon.formats.marks.KeyedDigest;
import dev.cordon.formats.marks.MarkReader;
import dev.cordon.formats.marks.Marks;
import dev.cordon.formats.reports.ExtractionReport;
import dev.cordon.formats.reports.ReportFile;
import dev.cordon.formats.reports.ReportHandler;
import dev.cordon.hashing.HashingException;
import dev.cordon.kernel.digest.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files a phone extraction's report lists, with the digests it says. No file is read, so
 * nothing is decoded and the content is unknown; lists are compared by the digests there are.
 */
final class ReportExhibit {

  private static final String REASON =
      "could not be decoded: known from a phone extraction's report, whose digests these are; the"
          + " file itself was not read";

  private static final int HEAD_BYTES = 4096;
  private static final int MOST_REMARKS = 20;

  private final Path report;
  private final KeyedDigest keyed;
  private final Sink sink;
  private long number;
  private long broken;

  ReportExhibit(Path report, KeyedDigest keyed, Sink sink) {
    this.report = report;
    this.keyed = keyed;
    this.sink = sink;
  }

  /** Whether a file is a report that can be told by its first bytes. */
  static boolean looksLikeReport(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] head = stream.readNBytes(HEAD_BYTES);
      return ExtractionReport.isXml(head, head.length);
    }
  }

  void walk() throws IOException {
    try {
      ExtractionReport.read(
          () -> Files.newInputStream(report, LinkOption.NOFOLLOW_LINKS), new Listed());
    } catch (FormatException none) {
      throw new HashingException("the exhibit " + none.getMessage(), none);
    }
    if (broken > MOST_REMARKS) {
      sink.remark(broken + " parts of the report could not be read; the first were named");
    }
    if (number == 0) {
      sink.remark("the report lists no file");
    }
  }

  private final class Listed implements ReportHandler {

    @Override
    public boolean file(ReportFile file) {
      number++;
      sink.reached(number);
      String place = "report file " + number;
      return sink.found(
          file.hasDigest()
              ? Find.of(place, file.name(), file.isDeleted(), () -> hashes(file))
              : Find.unread(
                  place, file.name(), file.isDeleted(), "the report has no digest of the file"));
    }

    @Override
    public void broken(String reason) {
      if (++broken <= MOST_REMARKS) {
        sink.remark(reason);
      }
    }
  }

  private Hashes hashes(ReportFile file) {
    Marks marks =
        MarkReader.told(file.make(), file.model(), file.taken(), file.hasPosition(), keyed);
    return new Hashes(
        Optional.of(new Digests(file.sizeBytes(), file.md5(), file.sha1(), file.sha256())),
        List.of(),
        REASON,
        "",
        Optional.of(marks).filter(found -> !found.isEmpty()));
  }
}
