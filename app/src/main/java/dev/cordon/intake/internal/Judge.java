package dev.cordon.intake.internal;

import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.ContentJudge;
import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.content.UnpackedStream;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.OperationFacts;
import dev.cordon.intake.Original;
import dev.cordon.intake.SourceId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The first pass over a file: its digest, what it is, whether it holds media. Copies nothing. */
public final class Judge {

  private final PackedLimits limits;
  private final OperationFacts facts;
  private final Profiles profiles;
  private final String name;
  private Map<Integer, Findings> members = Map.of();
  private Optional<String> damage = Optional.empty();

  private Judge(String name, OperationFacts facts, Profiles profiles, PackedLimits limits) {
    this.name = name;
    this.facts = facts;
    this.profiles = profiles;
    this.limits = limits;
  }

  /**
   * Reads the whole file once.
   *
   * @param name what the investigators call it in their facts
   * @param profiles know logs of a form of their own
   * @throws dev.cordon.formats.FormatException when it says what it is and is not readable as such
   */
  public static Judgement judge(
      Original original,
      String name,
      OperationFacts facts,
      Profiles profiles,
      PackedLimits limits,
      ProgressListener progress)
      throws IOException {
    return new Judge(name, facts, profiles, limits).run(original, progress);
  }

  private Judgement run(Original original, ProgressListener progress) throws IOException {
    MessageDigest digest = sha256();
    Findings findings;
    long size;
    try (InputStream raw = new ProgressStream(original.open(), progress);
        DigestInputStream digesting = new DigestInputStream(raw, digest)) {
      findings = look(original, UnpackedStream.of(digesting, limits));
      digesting.transferTo(OutputStream.nullOutputStream());
      size = original.sizeBytes();
    }
    byte[] sha256 = digest.digest();
    return new Judgement(
        SourceId.of(sha256), HexFormat.of().formatHex(sha256), size, damage, findings, members);
  }

  private Findings look(Original original, UnpackedStream unpacked) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(unpacked, ContentJudge.HEAD_BYTES + 1024);
    byte[] head = head(stream);
    Content content = ContentJudge.judge(head);
    Findings found;
    try (FileBytes bytes = new FileBytes(original, stream, unpacked.isPacked(), limits)) {
      found = look(content, head, bytes);
    }
    if (!(content instanceof Content.Unknown)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
    if (damage.isEmpty()) {
      damage = unpacked.damage();
    }
    return unpacked.isWhollyRead() ? found : found.withUnjudged();
  }

  private Findings look(Content content, byte[] head, FileBytes bytes) throws IOException {
    if (!(content instanceof Content.Archive)) {
      return new Looker(profiles).look(content, head, bytes, facts.logFormat(name));
    }
    ArchiveLooker archive = new ArchiveLooker(name, facts, profiles, limits);
    damage = archive.walk(bytes.stream());
    members = archive.members();
    return archive.findings(content);
  }

  /** The first bytes of a stream, which begins again with them. */
  static byte[] head(BufferedInputStream stream) throws IOException {
    stream.mark(ContentJudge.HEAD_BYTES + 1);
    byte[] head = stream.readNBytes(ContentJudge.HEAD_BYTES);
    stream.reset();
    return head;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
