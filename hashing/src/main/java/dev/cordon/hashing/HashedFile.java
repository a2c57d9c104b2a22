package dev.cordon.hashing;

import dev.cordon.decoder.DecodedFrame;
import dev.cordon.kernel.digest.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What came of one file.
 *
 * @param path where it lies
 * @param digests none where it could not be read
 * @param picture none where it was not decoded
 * @param frames what a decoder's process gave: one picture, or the frames of a video; empty where
 *     the picture was decoded in this process
 * @param reason why something is missing; empty when nothing is
 */
record HashedFile(
    Path path,
    Optional<Digests> digests,
    Optional<HashedPicture> picture,
    List<DecodedFrame> frames,
    String reason) {

  static HashedFile unread(Path path, String reason) {
    return new HashedFile(path, Optional.empty(), Optional.empty(), List.of(), reason);
  }

  boolean isRead() {
    return digests.isPresent();
  }

  /** One JSON object without a line break. */
  String json() {
    StringBuilder line = new StringBuilder("{\"path\":");
    line.append(SafeText.json(shownPath()));
    if (SafeText.text(path).isEmpty()) {
      line.append(",\"path_hex\":\"")
          .append(HexFormat.of().formatHex(SafeText.bytes(path)))
          .append('"');
    }
    digests.ifPresent(all ->
        line.append(
            ",\"size\":%d,\"md5\":\"%s\",\"sha1\":\"%s\",\"sha256\":\"%s\""
                .formatted(all.size(), all.md5(), all.sha1(), all.sha256())));
    frames.stream()
        .limit(1)
        .forEach(frame ->
            line.append(
                ",\"format\":\"%s\",\"width\":%d,\"height\":%d"
                    .formatted(frame.format(), frame.width(), frame.height())));
    picture.ifPresent(hashed ->
        line.append(
            ",\"pdq\":\"%s\",\"pdq_quality\":%d,\"decode_path\":\"%s\""
                .formatted(hashed.hash().code().hex(), hashed.hash().quality(), hashed.path())));
    picture
        .filter(hashed -> !hashed.warning().isEmpty())
        .ifPresent(
            hashed -> line.append(",\"decode_warning\":").append(SafeText.json(hashed.warning())));
    if (frames.size() > 1) {
      line.append(",\"frames\":[");
      frames.forEach(frame ->
          line.append(frame == frames.getFirst() ? "" : ",").append(FrameText.json(frame)));
      line.append(']');
    }
    if (!reason.isEmpty()) {
      line.append(",\"reason\":").append(SafeText.json(reason));
    }
    return line.append('}').toString();
  }

  /** For a person's eyes. */
  String line() {
    return digests.map(all -> all.sha256()).orElse("not read")
        + "  "
        + picture.map(hashed -> hashed.hash().code().hex()).orElse("-")
        + "  "
        + SafeText.plain(shownPath())
        + (reason.isEmpty() ? "" : "  (" + SafeText.plain(reason) + ")");
  }

  private String shownPath() {
    return SafeText.text(path)
        .map(absolute -> path.isAbsolute() ? absolute : relative(absolute))
        .orElseGet(() -> new String(SafeText.bytes(path), StandardCharsets.UTF_8));
  }

  /** The path as it was given, with its own bytes and not the locale's reading of them. */
  private String relative(String absolute) {
    String whole = absolute;
    while (whole.endsWith("/")) {
      whole = whole.substring(0, whole.length() - 1);
    }
    String[] names = whole.split("/");
    int from = Math.max(0, names.length - path.getNameCount());
    return String.join("/", java.util.Arrays.copyOfRange(names, from, names.length));
  }
}
