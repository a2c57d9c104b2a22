package dev.cordon.formats.archives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.content.Content;
import dev.cordon.formats.content.PackedLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveTest {

  private static final byte[] CSV = "id,name\n1,Ann\n2,Ben\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] GIF =
      "GIF89a\1\0\1\0\0\0\0!\371\4\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
          .getBytes(StandardCharsets.ISO_8859_1);

  @Test
  void zip_membersAreTold() throws IOException {
    Seen seen = walk(zip("a.csv", CSV, "folder/", new byte[0], "b.csv", CSV));
    assertThat(seen.contents).containsExactly("a.csv Csv 20", "b.csv Csv 20");
    assertThat(seen.told).hasSize(3).allMatch(line -> line.endsWith("null"));
    assertThat(seen.outcome.damage()).isNull();
    assertThat(seen.outcome.members()).isEqualTo(3);
    assertThat(seen.remarks).isEmpty();
  }

  @Test
  void walkedTwice_theSameIsTold() throws IOException {
    byte[] zip = zip("a.csv", CSV, "inner.zip", zip("b.csv", CSV), "c.gif", GIF);
    assertThat(walk(zip).all()).isEqualTo(walk(zip).all());
  }

  @Test
  void media_areNeverHandedOver() throws IOException {
    Seen seen = walk(zip("x.csv", GIF, "y.gz", gzip(GIF), "z.csv", CSV));
    assertThat(seen.contents).containsExactly("z.csv Csv 20");
    assertThat(seen.told.get(0)).contains("x.csv").contains("GIF").contains(sha256(GIF));
    assertThat(seen.told.get(1)).contains("y.gz").contains("GIF");
  }

  @Test
  void storedWithDescriptor_isReadToItsEnd() throws IOException {
    byte[] tricky = concat(CSV, "3,PK\7\10 not the end\n".getBytes(StandardCharsets.ISO_8859_1));
    byte[] zip = storedWithDescriptor("a.csv", tricky, concat(new byte[0], zip("b.csv", CSV)));
    Seen seen = walk(zip);
    assertThat(seen.contents).containsExactly("a.csv Csv " + tricky.length, "b.csv Csv 20");
  }

  private enum Packing {
    DEFLATE_64,
    BZIP2,
    XZ,
    ZSTD
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void packings_areOpened(Packing packing) throws IOException {
    byte[] packed = new byte[0];
    int method = 0;
    switch (packing) {
      case DEFLATE_64 -> {
        // A stored block means the same in both deflate forms.
        packed = concat(new byte[] {1, 20, 0, (byte) ~20, (byte) ~0}, CSV);
        method = 9;
      }
      case BZIP2 -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream =
            new org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream(out)) {
          stream.write(CSV);
        }
        packed = out.toByteArray();
        method = 12;
      }
      case XZ -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream =
            new org.tukaani.xz.XZOutputStream(out, new org.tukaani.xz.LZMA2Options(1))) {
          stream.write(CSV);
        }
        packed = out.toByteArray();
        method = 95;
      }
      case ZSTD -> {
        packed = com.github.luben.zstd.Zstd.compress(CSV);
        method = 93;
      }
    }
    Seen seen = walk(raw("a.csv", method, 0, packed, CSV));
    assertThat(seen.contents).containsExactly("a.csv Csv 20");
    assertThat(seen.told.getFirst()).endsWith("null");
  }

  @Test
  void encryptedMember_isNamedAndPassedOver() throws IOException {
    byte[] first = Arrays.copyOf(raw("a.csv", 8, 1, new byte[40], CSV), 30 + 5 + 40);
    Seen seen = walk(concat(first, zip("b.csv", CSV)));
    assertThat(seen.told.getFirst()).contains("is encrypted and was not opened");
    assertThat(seen.contents).containsExactly("b.csv Csv 20");
  }

  @Test
  void oddNames_areRemarkedAndKept() throws IOException {
    Seen seen =
        walk(
            zip(
                "../../etc/passwd",
                CSV,
                "/abs",
                CSV,
                "C:\\x",
                CSV,
                "a\u202Efdp.csv",
                CSV,
                "b\1.csv",
                CSV));
    assertThat(seen.oddities)
        .containsExactly(
            "../../etc/passwd: its name leads out of the folder",
            "/abs: its name is an absolute path",
            "C:\\x: its name is an absolute path",
            "a\u202Efdp.csv: its name holds characters that turn the direction of writing",
            "b\1.csv: its name holds control characters");
    Seen nul = walk(raw("a\0b.csv", 0, 0, CSV, CSV));
    assertThat(nul.oddities).containsExactly("a\0b.csv: its name holds a NUL byte");
  }

  @Test
  void nameTwice_isRemarked() throws IOException {
    Seen seen = walk(concat(member("a.csv", CSV), zip("a.csv", CSV)));
    assertThat(seen.oddities)
        .containsExactly("a.csv: its name stands in the archive more than once");
    assertThat(seen.contents).hasSize(2);
  }

  @Test
  void directoryThatDisagrees_isRemarked() throws IOException {
    byte[] zip = zip("a.csv", CSV, "b.csv", CSV);
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int directory = text.indexOf("PK\1\2");
    zip[text.indexOf("a.csv", directory)] = 'q';
    assertThat(walk(zip).remarks).singleElement().asString().contains("different names");
    byte[] hidden = concat(member("hidden.csv", CSV), zip("b.csv", CSV));
    assertThat(walk(hidden).remarks).anyMatch(line -> line.contains("does not name"));
  }

  @Test
  void damagedContent_isSaidAndReadingGoesOn() throws IOException {
    byte[] zip = concat(raw("a.csv", 0, 0, CSV, "other".getBytes(StandardCharsets.UTF_8)));
    Seen seen = walk(concat(Arrays.copyOf(zip, 30 + 5 + CSV.length), zip("b.csv", CSV)));
    assertThat(seen.told.getFirst()).contains("holds 20 bytes, its header says 5");
    assertThat(seen.contents).containsExactly("a.csv Csv 20", "b.csv Csv 20");
  }

  @Test
  void cutArchive_keepsWhatCameBefore() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(5).nextBytes(noise);
    byte[] zip = zip("a.csv", CSV, "b.bin", noise);
    Seen seen = walk(Arrays.copyOf(zip, 50_000));
    assertThat(seen.contents).containsExactly("a.csv Csv 20");
    assertThat(seen.told.get(1)).contains("ends in the middle");
    byte[] tar = tar("a.csv", CSV, "b.bin", noise);
    Seen cut = walk(Arrays.copyOf(tar, 50_000));
    assertThat(cut.contents).containsExactly("a.csv Csv 20");
    assertThat(cut.told.get(1)).contains("ends in the middle");
  }

  @Test
  void zip64_isRead() throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(channel)) {
      out.setUseZip64(Zip64Mode.Always);
      out.putArchiveEntry(new ZipArchiveEntry("a.csv"));
      out.write(CSV);
      out.closeArchiveEntry();
    }
    Seen seen = walk(Arrays.copyOf(channel.array(), (int) channel.size()));
    assertThat(seen.contents).containsExactly("a.csv Csv 20");
    assertThat(seen.remarks).isEmpty();
    ByteArrayOutputStream streamed = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(streamed)) {
      out.setUseZip64(Zip64Mode.Always);
      out.putArchiveEntry(new ZipArchiveEntry("a.csv"));
      out.write(CSV);
      out.closeArchiveEntry();
      out.putArchiveEntry(new ZipArchiveEntry("b.csv"));
      out.write(CSV);
      out.closeArchiveEntry();
    }
    Seen later = walk(streamed.toByteArray());
    assertThat(later.contents).containsExactly("a.csv Csv 20", "b.csv Csv 20");
    assertThat(later.remarks).isEmpty();
  }

  @Test
  void nestedDeeper_isNamed() throws IOException {
    byte[] four = zip("1.zip", zip("2.zip", zip("3.zip", zip("a.csv", CSV))));
    Seen seen = walk(four);
    assertThat(seen.contents).isEmpty();
    assertThat(seen.told.getFirst()).contains("3.zip").contains("3 archives around each other");
    Seen three = walk(zip("1.tgz", gzip(tar("2.zip", zip("a.csv", CSV)))));
    assertThat(three.contents).containsExactly("1.tgz > 2.zip > a.csv Csv 20");
  }

  @Test
  void bombs_endByName() throws IOException {
    byte[] zeros = new byte[1 << 20];
    ArchiveLimits limits =
        new ArchiveLimits(3, 1000, 1 << 16, new PackedLimits(50, 1 << 16, 1L << 40, 3));
    Seen flat = walk(zip("first.csv", CSV, "bomb", zeros, "after.csv", CSV), limits);
    assertThat(flat.contents).containsExactly("first.csv Csv 20");
    assertThat(flat.outcome.damage()).contains("more than 50 times its size");
    byte[] inner = zip("0", zeros, "1", zeros, "2", zeros);
    Seen nested = walk(zip("a", inner, "b", inner, "c", inner), limits);
    assertThat(nested.outcome.damage()).contains("more than 50 times its size");
    assertThat(nested.outcome.bytes()).isLessThan(3 << 20);
    Seen many =
        walk(
            zip("a", CSV, "b", CSV, "c", CSV), new ArchiveLimits(1, 2, 256, PackedLimits.STANDARD));
    assertThat(many.outcome.damage()).contains("more than 2 members");
    assertThat(many.contents).hasSize(2);
  }

  @Test
  void tar_kindsAreTold() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String longName = "deep/".repeat(60) + "a.csv";
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      put(out, longName, CSV);
      TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/shadow");
      out.putArchiveEntry(link);
      out.closeArchiveEntry();
      TarArchiveEntry device = new TarArchiveEntry("device", TarConstants.LF_BLK);
      out.putArchiveEntry(device);
      out.closeArchiveEntry();
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      put(out, longName + "\u00e6", CSV);
    }
    Seen seen = walk(bytes.toByteArray());
    assertThat(seen.contents).containsExactly(longName + " Csv 20", longName + "\u00e6 Csv 20");
    assertThat(seen.kinds).containsExactly("FILE", "LINK /etc/shadow", "DEVICE", "FILE");
    assertThat(seen.outcome.damage()).isNull();
  }

  @Test
  void sparseTar_givesItsHolesAsZeros() throws IOException {
    byte[] data = "1\n0\n20\n".getBytes(StandardCharsets.US_ASCII);
    byte[] list = Arrays.copyOf(data, 512);
    String pax =
        record("GNU.sparse.major=1")
            + record("GNU.sparse.minor=0")
            + record("GNU.sparse.name=a.csv")
            + record("GNU.sparse.realsize=22");
    byte[] tar =
        concat(
            block("x", 'x', pax.length()),
            Arrays.copyOf(pax.getBytes(StandardCharsets.US_ASCII), 512),
            block("GNUSparseFile.0/a.csv", '0', 512 + 20),
            list,
            Arrays.copyOf(CSV, 512),
            new byte[1024]);
    Seen seen = walk(tar);
    assertThat(seen.contents).containsExactly("a.csv Csv 22");
    assertThat(seen.told.getFirst()).contains(sha256(Arrays.copyOf(CSV, 22)));
  }

  @Test
  void giantHeaderTexts_areRefused() throws IOException {
    byte[] tar = concat(block("x", 'x', 1L << 33), new byte[2048]);
    assertThat(walk(tar).outcome.damage()).contains("header text of 8589934592 bytes");
  }

  @Test
  void mutatedArchives_endByName() throws IOException {
    Random random = new Random(11);
    List<byte[]> seeds =
        List.of(
            zip("a.csv", CSV, "b.zip", zip("c.csv", CSV)),
            tar("a.csv", CSV, "b.csv", CSV),
            storedWithDescriptor("a", CSV, zip("b", CSV)),
            raw("a.csv", 93, 0, com.github.luben.zstd.Zstd.compress(CSV), CSV));
    ArchiveLimits limits =
        new ArchiveLimits(3, 1000, 1 << 16, new PackedLimits(100, 1 << 16, 1 << 22, 3));
    int rounds = Boolean.getBoolean("long") ? 500_000 : 10_000;
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
      for (int change = random.nextInt(5); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      walk(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)), limits);
    }
  }

  static Seen walk(byte[] bytes) throws IOException {
    return walk(bytes, ArchiveLimits.STANDARD);
  }

  static Seen walk(byte[] bytes, ArchiveLimits limits) throws IOException {
    Seen seen = new Seen();
    seen.outcome = Archive.walk(new ByteArrayInputStream(bytes), limits, seen);
    return seen;
  }

  static final class Seen implements MemberVisitor {

    final List<String> contents = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<String> kinds = new ArrayList<>();
    final List<String> oddities = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();
    ArchiveOutcome outcome = new ArchiveOutcome(0, 0, null);

    @Override
    public void content(ArchiveMember member, Content content, InputStream stream)
        throws IOException {
      int bytes = stream.readAllBytes().length;
      contents.add(member.fullName() + " " + content.getClass().getSimpleName() + " " + bytes);
    }

    @Override
    public void told(ArchiveMember member, MemberFinding finding) {
      told.add(
          member.fullName()
              + " "
              + finding.bytes()
              + " "
              + finding.sha256()
              + " "
              + finding.media()
              + " "
              + finding.reason());
      kinds.add(member.kind() + (member.linkTarget() == null ? "" : " " + member.linkTarget()));
      member.remarks().forEach(remark -> oddities.add(member.name() + ": " + remark));
    }

    @Override
    public void remark(String remark) {
      remarks.add(remark);
    }

    List<Object> all() {
      return List.of(contents, told, kinds, oddities, remarks, outcome);
    }
  }

  static byte[] zip(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int index = 0; index < namesAndContents.length; index += 2) {
        out.putNextEntry(new ZipEntry((String) namesAndContents[index]));
        out.write((byte[]) namesAndContents[index + 1]);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** A local header with content and no directory. */
  private static byte[] raw(String name, int method, int flags, byte[] packed, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    byte[] written = name.getBytes(StandardCharsets.UTF_8);
    return concat(
        "PK\3\4".getBytes(StandardCharsets.ISO_8859_1),
        little(20, 2),
        little(flags, 2),
        little(method, 2),
        little(0, 4),
        little(crc.getValue(), 4),
        little(packed.length, 4),
        little(content.length, 4),
        little(written.length, 2),
        little(0, 2),
        written,
        packed);
  }

  private static byte[] member(String name, byte[] content) {
    return raw(name, 0, 0, content, content);
  }

  private static byte[] storedWithDescriptor(String name, byte[] content, byte[] after) {
    byte[] member = raw(name, 0, 8, content, content);
    CRC32 crc = new CRC32();
    crc.update(content);
    Arrays.fill(member, 14, 26, (byte) 0);
    return concat(
        member,
        "PK\7\10".getBytes(StandardCharsets.ISO_8859_1),
        little(crc.getValue(), 4),
        little(content.length, 4),
        little(content.length, 4),
        after);
  }

  private static byte[] little(long value, int bytes) {
    byte[] number = new byte[bytes];
    for (int index = 0; index < bytes; index++) {
      number[index] = (byte) (value >> 8 * index);
    }
    return number;
  }

  private static byte[] tar(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
      for (int index = 0; index < namesAndContents.length; index += 2) {
        put(out, (String) namesAndContents[index], (byte[]) namesAndContents[index + 1]);
      }
    }
    return bytes.toByteArray();
  }

  private static void put(TarArchiveOutputStream out, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }

  private static byte[] block(String name, char type, long size) {
    byte[] block = new byte[512];
    byte[] written = name.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(written, 0, block, 0, written.length);
    byte[] octal = String.format("%011o", size).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(octal, 0, block, 124, octal.length);
    block[156] = (byte) type;
    System.arraycopy("ustar\00000".getBytes(StandardCharsets.US_ASCII), 0, block, 257, 8);
    Arrays.fill(block, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte next : block) {
      sum += next & 0xFF;
    }
    byte[] digits = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, block, 148, 8);
    return block;
  }

  private static String record(String text) {
    int length = text.length() + 3;
    length += Integer.toString(length + 1).length() > 1 ? 1 : 0;
    return (text.length() + 2 + Integer.toString(length).length()) + " " + text + "\n";
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      try {
        all.write(part);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
    return all.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
