package dev.cordon.formats.archives;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads ZIP from front to back by its local headers; at the end holds them against the directory.
 * Follows the .ZIP File Format Specification: zip64, data descriptors, members of unknown length
 * (found by a descriptor that fits), encrypted members passed over.
 */
final class ZipReader implements ArchiveReader {

  private static final int LOCAL = 0x04034b50;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int SPANNED = 0x30304b50;
  private static final int HEADER_BYTES = 30;

  private final Source source;
  private final ZipDirectory directory = new ZipDirectory();
  private @Nullable ZipMember member;
  private @Nullable ZipContent content;

  ZipReader(InputStream stream) {
    this.source = new Source(stream);
  }

  @Override
  public @Nullable Header next() throws IOException {
    passOver();
    if (source.has(4) && source.number(0, 4) == SPANNED) {
      source.take(4);
    }
    if (!source.has(4)) {
      directory.missing();
      return null;
    }
    int signature = (int) source.number(0, 4);
    if (signature != LOCAL) {
      directory.read(source);
      return null;
    }
    if (!source.has(HEADER_BYTES)) {
      throw new java.io.EOFException();
    }
    ZipMember read = ZipMember.read(source);
    member = read;
    directory.met(read);
    return header(read);
  }

  private static Header header(ZipMember member) {
    boolean isFolder = member.name().endsWith("/");
    return new Header(
        member.name(),
        isFolder ? ArchiveMember.Kind.FOLDER : ArchiveMember.Kind.FILE,
        member.offset(),
        member.isLengthUnknown() ? -1 : member.size(),
        null,
        null,
        member.closedReason());
  }

  @Override
  public InputStream content() throws IOException {
    ZipMember present = member;
    if (present == null || present.closedReason() != null) {
      return new ByteArrayInputStream(new byte[0]);
    }
    content = ZipContent.of(source, present);
    return content;
  }

  @Override
  public @Nullable String contentRemark() {
    return content == null ? null : content.remark();
  }

  @Override
  public List<String> remarks() {
    return new ArrayList<>(directory.remarks());
  }

  /** Passes over what is left of the member met last, and over its descriptor. */
  private void passOver() throws IOException {
    ZipMember present = member;
    if (present == null) {
      return;
    }
    member = null;
    ZipContent open = content;
    content = null;
    if (open == null) {
      open = ZipContent.packed(source, present);
    }
    open.finish();
    if (present.hasDescriptor() && source.has(4) && source.number(0, 4) == DESCRIPTOR) {
      source.skip(present.descriptorBytes(source));
    }
  }
}
