package dev.cordon.formats.archives;

import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.ContentJudge;
import dev.cordon.formats.content.MediaKind;
import dev.cordon.formats.content.UnpackedStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks an archive and the archives in it from front to back. Media are told by digest, size and
 * place, their bytes go nowhere; nothing is written. Bounded by the limits: an archive that unfolds
 * beyond them ends by name, and what came before is kept. Not thread-safe.
 */
public final class Archive {

  private final ArchiveLimits limits;
  private final MemberVisitor visitor;
  private final Budget budget;
  private int members;

  private Archive(Budget budget, ArchiveLimits limits, MemberVisitor visitor) {
    this.budget = budget;
    this.limits = limits;
    this.visitor = visitor;
  }

  /**
   * Walks the archive whose unpacked bytes the stream gives. Failures of the disk and of the
   * visitor are thrown; everything else ends the walk with a reason.
   */
  public static ArchiveOutcome walk(InputStream stream, ArchiveLimits limits, MemberVisitor visitor)
      throws IOException {
    Budget budget = new Budget(stream, limits.unfolding());
    Archive archive = new Archive(budget, limits, visitor);
    String damage = archive.walk(budget, List.of());
    return new ArchiveOutcome(archive.members, budget.unfolded(), damage);
  }

  /** Walks one archive; returns why it ended before its time. */
  private @Nullable String walk(InputStream stream, List<String> around) throws IOException {
    BufferedInputStream start = new BufferedInputStream(stream, 1 << 13);
    start.mark(1024);
    byte[] head = start.readNBytes(600);
    start.reset();
    ArchiveReader reader = reader(start, head);
    MemberNames names = new MemberNames();
    while (true) {
      ArchiveReader.Header header;
      try {
        header = reader.next();
      } catch (IOException | RuntimeException failure) {
        return reason(failure);
      }
      if (header == null) {
        reader.remarks().forEach(visitor::remark);
        return budget.exhausted();
      }
      if (members == limits.members()) {
        return "holds more than " + limits.members() + " members; reading stopped there";
      }
      members++;
      member(reader, header, around, names);
      if (budget.exhausted() != null) {
        return budget.exhausted();
      }
    }
  }

  private ArchiveReader reader(InputStream stream, byte[] head) {
    return head.length > 3 && head[0] == 'P' && head[1] == 'K'
        ? new ZipReader(stream)
        : new TarReader(stream, limits.nameBytes());
  }

  private void member(
      ArchiveReader reader, ArchiveReader.Header header, List<String> around, MemberNames names)
      throws IOException {
    boolean isFolder = header.kind() == ArchiveMember.Kind.FOLDER;
    ArchiveMember member =
        new ArchiveMember(
            around,
            members,
            header.name(),
            header.kind(),
            header.offset(),
            header.statedBytes(),
            header.modified(),
            header.linkTarget(),
            names.remarks(header.name(), isFolder));
    if (!header.isOpen() || header.kind() != ArchiveMember.Kind.FILE) {
      visitor.told(member, new MemberFinding(0, null, null, header.closedReason()));
      return;
    }
    MemberStream stream = new MemberStream(reader, budget);
    if (visitor.takesRaw()) {
      visitor.raw(member, stream);
      long bytes = stream.drain();
      visitor.told(member, new MemberFinding(bytes, stream.sha256(), null, stream.damage()));
      return;
    }
    Judged judged = open(member, stream);
    long bytes = stream.drain();
    String reason = stream.damage() == null ? judged.reason : stream.damage();
    visitor.told(member, new MemberFinding(bytes, stream.sha256(), judged.media, reason));
  }

  private record Judged(@Nullable MediaKind media, @Nullable String reason) {}

  /** Looks what a member is, and has it read. */
  private Judged open(ArchiveMember member, MemberStream stream) throws IOException {
    UnpackedStream unpacked = UnpackedStream.of(stream, limits.unfolding());
    InputStream counted = unpacked.isPacked() ? budget.counting(unpacked) : unpacked;
    BufferedInputStream content = new BufferedInputStream(counted, ContentJudge.HEAD_BYTES + 1024);
    content.mark(ContentJudge.HEAD_BYTES + 1);
    byte[] head = content.readNBytes(ContentJudge.HEAD_BYTES);
    content.reset();
    Content judged = ContentJudge.judge(head);
    String reason =
        switch (judged) {
          case Content.Media media -> null;
          case Content.Empty empty -> null;
          case Content.Unknown unknown when !visitor.wants(member) ->
              "is not recognised: " + unknown.description();
          case Content.Archive archive -> nested(member, content);
          default -> {
            visitor.content(member, judged, content);
            yield null;
          }
        };
    String damage = unpacked.damage().orElse(null);
    return new Judged(
        judged instanceof Content.Media media ? media.kind() : null,
        damage == null ? reason : damage);
  }

  private @Nullable String nested(ArchiveMember member, InputStream content) throws IOException {
    if (member.around().size() + 1 >= limits.depth()) {
      return "stands in " + limits.depth() + " archives around each other and was not opened";
    }
    List<String> around = new ArrayList<>(member.around());
    around.add(member.name());
    return walk(content, around);
  }

  private String reason(Exception failure) throws IOException {
    budget.throwOwnFailure();
    String ended = budget.exhausted();
    if (ended != null) {
      return ended;
    }
    return failure instanceof EOFException ? "ends in the middle of a member" : said(failure);
  }

  static String said(Exception failure) {
    String message = failure.getMessage();
    boolean own = message != null && message.matches("(is|has|its|needs|asks|does) [ -~]{1,150}");
    return own ? String.valueOf(message) : "is damaged";
  }
}
