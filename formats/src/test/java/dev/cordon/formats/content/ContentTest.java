package dev.cordon.formats.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentTest {

  @Test
  void judge_goesByContent() {
    assertThat(judge("")).isInstanceOf(Content.Empty.class);
    assertThat(judge("-- MySQL dump 10.13\n--\n")).isInstanceOf(Content.SqlDump.class);
    assertThat(judge("--\n-- PostgreSQL database dump\n--\n\n\\restrict x\n"))
        .isInstanceOf(Content.SqlDump.class);
    assertThat(judge("COPY public.t (a, b) FROM stdin;\n1\tx\n\\.\n"))
        .isInstanceOf(Content.SqlDump.class);
    assertThat(judge("-- Adminer 4.8.1 MySQL 8.0.1 dump\n\nSET NAMES utf8;\n"))
        .isInstanceOf(Content.SqlDump.class);
    assertThat(judge("SQLite format 3\0\20\0\1\1\0@  ")).isInstanceOf(Content.SqliteDatabase.class);
    assertThat(judge("PGDMP\1\16\0\4\10\1\1")).asString().contains("pg_restore");
    assertThat(judge("copy that from stdin\nand words")).isInstanceOf(Content.Unknown.class);
    assertThat(judge("{\n \"accounts\": []}")).isInstanceOf(Content.Json.class);
    assertThat(judge("id,name\n1,a\n2,b\n")).isInstanceOf(Content.Csv.class);
    assertThat(judge("198.18.0.1 - - [12/Mar/2024:02:25:54 +0100] \"GET / HTTP/1.1\" 200 5\n"))
        .isInstanceOf(Content.AccessLog.class);
    assertThat(judge("GIF89a\1\0\1\0\0\0\0")).isInstanceOf(Content.Media.class);
    assertThat(judge("Just some words.\nAnd more, with commas, here.\n"))
        .isInstanceOf(Content.Unknown.class);
  }

  @Test
  void encrypted_isSaidToBe() {
    assertThat(judge("Salted__abcdefgh1234567"))
        .hasToString("Unknown[description=it looks like encrypted (OpenSSL)]");
    byte[] random = new byte[4096];
    new Random(1).nextBytes(random);
    assertThat(ContentJudge.judge(random).toString()).contains("may be encrypted");
  }

  @Test
  void gzip_isUnfoldedTwice() throws IOException {
    byte[] text = "hello, hello, hello".getBytes(StandardCharsets.UTF_8);
    assertThat(unpack(gzip(gzip(text)), PackedLimits.STANDARD).content).isEqualTo(text);
  }

  @Test
  void truncatedGzip_keepsWhatCameBefore() throws IOException {
    byte[] text = new byte[200_000];
    new Random(2).nextBytes(text);
    byte[] packed = gzip(text);
    Unpacked cut = unpack(Arrays.copyOf(packed, packed.length / 2), PackedLimits.STANDARD);
    assertThat(cut.damage).contains("ends in the middle");
    assertThat(cut.content).hasSizeGreaterThan(50_000);
    assertThat(text).startsWith(cut.content);
  }

  @Test
  void everyPacking_isTakenOff() throws IOException {
    byte[] text = "id,name\n1,a\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream xz = new ByteArrayOutputStream();
    try (var stream = new org.tukaani.xz.XZOutputStream(xz, new org.tukaani.xz.LZMA2Options(1))) {
      stream.write(text);
    }
    ByteArrayOutputStream lzma = new ByteArrayOutputStream();
    try (var stream =
        new org.tukaani.xz.LZMAOutputStream(lzma, new org.tukaani.xz.LZMA2Options(1), -1)) {
      stream.write(text);
    }
    byte[] zstd = com.github.luben.zstd.Zstd.compress(text);
    for (byte[] packed :
        java.util.List.of(xz.toByteArray(), lzma.toByteArray(), zstd, gzip(text))) {
      Unpacked whole = unpack(packed, PackedLimits.STANDARD);
      assertThat(whole.content).isEqualTo(text);
      assertThat(whole.damage).isEmpty();
    }
    for (byte[] packed : java.util.List.of(xz.toByteArray(), zstd, gzip(text))) {
      byte[] twice = Arrays.copyOf(packed, packed.length * 2);
      System.arraycopy(packed, 0, twice, packed.length, packed.length);
      Unpacked members = unpack(twice, PackedLimits.STANDARD);
      assertThat(members.content).hasSize(text.length * 2);
      assertThat(members.damage).isEmpty();
    }
  }

  @Test
  void bytesAfterThePacking_areSaid() throws IOException {
    byte[] text = "hello, hello".getBytes(StandardCharsets.UTF_8);
    byte[] packed = gzip(text);
    byte[] more = Arrays.copyOf(packed, packed.length + 20);
    Arrays.fill(more, packed.length, more.length, (byte) 'x');
    Unpacked unpacked = unpack(more, PackedLimits.STANDARD);
    assertThat(unpacked.content).isEqualTo(text);
    assertThat(unpacked.damage).contains("followed by bytes that are not packed content");
  }

  @Test
  void gzipOfWrongChecksum_isSaid() throws IOException {
    byte[] packed = gzip("hello, hello".getBytes(StandardCharsets.UTF_8));
    packed[packed.length - 8] ^= 1;
    assertThat(unpack(packed, PackedLimits.STANDARD).damage).contains("is damaged");
  }

  @Test
  void xzThatAsksForTooMuchMemory_isNamed() throws IOException {
    ByteArrayOutputStream xz = new ByteArrayOutputStream();
    org.tukaani.xz.LZMA2Options options = new org.tukaani.xz.LZMA2Options(1);
    options.setDictSize(256 << 20);
    options.setMode(org.tukaani.xz.LZMA2Options.MODE_UNCOMPRESSED);
    try (var stream = new org.tukaani.xz.XZOutputStream(xz, options)) {
      stream.write(1);
    }
    byte[] packed = xz.toByteArray();
    byte[] large = hugeDictionary(packed);
    assertThat(unpack(large, PackedLimits.STANDARD).damage).contains("more memory");
  }

  /** The block header's dictionary set to 1 GiB, its check value mended. */
  private static byte[] hugeDictionary(byte[] xz) {
    byte[] changed = xz.clone();
    int size = (changed[12] + 1) * 4;
    for (int index = 12; index < 12 + size - 2; index++) {
      if (changed[index] == 0x21 && changed[index + 1] == 1) {
        changed[index + 2] = 36;
      }
    }
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(changed, 12, size - 4);
    for (int index = 0; index < 4; index++) {
      changed[12 + size - 4 + index] = (byte) (crc.getValue() >> 8 * index);
    }
    return changed;
  }

  @Test
  void archivesAndDocuments_areTold() throws IOException {
    assertThat(judge("PK\5\6" + "\0".repeat(18))).isEqualTo(new Content.Archive("ZIP"));
    assertThat(judge("{\"a\":1}\n{\"a\":2}\n")).isInstanceOf(Content.JsonLines.class);
    assertThat(judge("#Software: x\n#Fields: date time c-ip\n")).isInstanceOf(Content.W3cLog.class);
    assertThat(judge("<?xml version=\"1.0\"?>\n<report><incidentSummary>"))
        .isInstanceOf(Content.TipReport.class);
    assertThat(judge("7z\u00bc\u00af\u0027\u001c").toString()).contains("7-Zip");
  }

  @Test
  void bomb_isStopped() throws IOException {
    PackedLimits limits = new PackedLimits(50, 1 << 16, 1L << 40, 3);
    Unpacked bomb = unpack(gzip(new byte[10_000_000]), limits);
    assertThat(bomb.damage).contains("more than 50 times its size");
    assertThat(bomb.content.length).isLessThan(2_000_000);
  }

  @Test
  void layers_areLimited() throws IOException {
    byte[] packed = gzip(gzip(gzip(gzip(new byte[10]))));
    assertThat(unpack(packed, PackedLimits.STANDARD).damage).contains("more than 3 times around");
  }

  private record Unpacked(byte[] content, String damage) {}

  private static Unpacked unpack(byte[] packed, PackedLimits limits) throws IOException {
    try (UnpackedStream stream = UnpackedStream.of(new ByteArrayInputStream(packed), limits)) {
      byte[] content = stream.readAllBytes();
      return new Unpacked(content, stream.damage().orElse(""));
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(content);
    }
    return packed.toByteArray();
  }

  private static Content judge(String text) {
    return ContentJudge.judge(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
