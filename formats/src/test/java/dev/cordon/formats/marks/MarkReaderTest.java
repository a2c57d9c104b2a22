package dev.cordon.formats.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.formats.sqlite.RandomBytes;
import dev.cordon.kernel.digest.ThreeDigests;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made here, and the samples whose source stands in SOURCES.md. */
class MarkReaderTest {

  private static final KeyedDigest KEY = new KeyedDigest(new byte[32]);
  private static final byte[] PREVIEW = preview();

  private static Marks read(byte[] file) throws IOException {
    return MarkReader.read(RandomBytes.inMemory(new ByteArrayInputStream(file), 64 << 20), KEY);
  }

  private static byte[] sample(String name) throws IOException {
    try (InputStream stream = MarkReaderTest.class.getResourceAsStream(name)) {
      return java.util.Objects.requireNonNull(stream).readAllBytes();
    }
  }

  @Test
  void c2pa_isToldWithWhoClaims_andNeverValidated() throws IOException {
    Marks marks = read(sample("C.jpg"));
    Marks.C2pa c2pa = marks.c2pa().orElseThrow();
    assertThat(c2pa.carrier()).isEqualTo("jpeg app11");
    assertThat(c2pa.manifests()).isEqualTo(1);
    assertThat(c2pa.claimGenerators())
        .containsExactly("make_test_images/0.33.1 c2pa-rs/0.33.1", "make_test_images", "c2pa-rs");
    assertThat(Marks.C2pa.VALIDATION).isEqualTo("not validated");
    assertThat(marks.sourceTypes())
        .containsExactly(new Marks.SourceType("algorithmicMedia", "c2pa"));
    assertThat(marks.embedded())
        .extracting(Marks.Embedded::carrier, Marks.Embedded::bytes)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("c2pa thumbnail", 28486L));
    assertThat(read(sample("dashinit.mp4")).c2pa().orElseThrow().carrier()).isEqualTo("uuid box");
  }

  @Test
  void webp_carriesXmp() throws IOException {
    assertThat(read(sample("test_xmp.webp")).software())
        .extracting(Marks.Software::name)
        .containsExactly("Adobe Photoshop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nested_moov_1000.mp4", "id3v23_compression_underflow.mp3"})
  void hostileSamples_endAtOnce(String name) {
    Assertions.assertTimeout(Duration.ofSeconds(2), () -> read(sample(name)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia, trainedAlgorithmicMedia",
    "https://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture, digitalCapture",
    "digsrctype:compositeSynthetic, compositeSynthetic",
    "TRAINEDALGORITHMICMEDIA, trainedAlgorithmicMedia",
    "http://c2pa.org/digitalsourcetype/trainedAlgorithmicData, trainedAlgorithmicData",
    "something else, unknown term"
  })
  void sourceType_isReadAsAddressOrTerm(String written, String term) throws IOException {
    Marks asAttribute = read(jpeg(xmp("Iptc4xmpExt:DigitalSourceType=\"" + written + "\"", "")));
    Marks asElement =
        read(
            jpeg(
                xmp(
                    "",
                    "<Iptc4xmpExt:DigitalSourceType>"
                        + written
                        + "</Iptc4xmpExt:DigitalSourceType>")));
    assertThat(asAttribute.sourceTypes()).containsExactly(new Marks.SourceType(term, "xmp"));
    assertThat(asElement).isEqualTo(asAttribute);
  }

  @Test
  void provenanceLink_isSaidAndNotFollowed() throws IOException {
    Marks marks = read(jpeg(xmp("dcterms:provenance=\"http://192.0.2.1/x\"", "")));
    assertThat(marks.c2pa().orElseThrow().isRemote()).isTrue();
    assertThat(marks.toString()).doesNotContain("192.0.2.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parameters|a secret prompt\\nNegative prompt: x\\nSteps: 20, Sampler: y, Seed: 1|A1111, Forge or alike",
        "prompt|{\"3\":{\"class_type\":\"secret\"}}|ComfyUI",
        "workflow|{\"nodes\":[\"secret\"]}|ComfyUI",
        "invokeai_metadata|{\"secret\":1}|InvokeAI",
        "Software|NovelAI|NovelAI",
        "Negative Prompt|secret|Easy Diffusion",
        "AIGC|{\"Label\":\"1\",\"secret\":2}|a label of generated content (AIGC)",
        "Description|secret --v 6 Job ID: 01234567-89ab|Midjourney"
      })
  void pngText_ofGenerators_isToldWithoutItsContent(String key, String value, String tool)
      throws IOException {
    for (String type : List.of("tEXt", "zTXt", "iTXt")) {
      Marks marks = read(png(type, key, value));
      assertThat(marks.generators())
          .singleElement()
          .satisfies(mark -> {
            assertThat(mark.tool()).isEqualTo(tool);
            assertThat(mark.digest()).matches("[0-9a-f]{64}");
          });
      assertThat(marks.toString()).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @CsvSource({"Comment, firefly in the garden", "prompt, draw a house", "Title, aurora, imagen"})
  void shortWords_areNoMark(String key, String value) throws IOException {
    assertThat(read(png("tEXt", key, value)).generators()).isEmpty();
  }

  @Test
  void exif_givesKeyedDigests_positionWithoutPlace_timeAndPreviews() throws IOException {
    byte[] exif = exif(ByteOrder.LITTLE_ENDIAN, "Maker", "Model X", "SN 4711");
    Marks marks = read(jpeg(segment(0xffe1, prefixed("Exif\0\0", exif))));
    assertThat(marks.hasPosition()).isTrue();
    assertThat(marks.taken()).contains(LocalDateTime.of(2024, 2, 29, 13, 14, 15));
    assertThat(marks.embedded())
        .extracting(Marks.Embedded::carrier, Marks.Embedded::sha256)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                "exif thumbnail", ThreeDigests.of(PREVIEW).sha256()),
            org.assertj.core.groups.Tuple.tuple(
                "maker note preview", ThreeDigests.of(PREVIEW).sha256()));
    assertThat(marks.generators())
        .extracting(Marks.Generator::tool, Marks.Generator::carrier)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A1111, Forge or alike", "exif user comment"));
    assertThat(marks.toString()).doesNotContain("4711").doesNotContain("Model X");
    byte[] other = exif(ByteOrder.BIG_ENDIAN, "maker", "model x", "SN 4712");
    Marks same = read(jpeg(segment(0xffe1, prefixed("Exif\0\0", other))));
    assertThat(same.camera().orElseThrow().model()).isEqualTo(marks.camera().orElseThrow().model());
    assertThat(same.camera().orElseThrow().device())
        .isNotEqualTo(marks.camera().orElseThrow().device());
    Marks otherKey =
        MarkReader.read(
            RandomBytes.inMemory(
                new ByteArrayInputStream(jpeg(segment(0xffe1, prefixed("Exif\0\0", exif)))),
                1 << 20),
            new KeyedDigest("another key of thirty-two bytes..".getBytes(StandardCharsets.UTF_8)));
    assertThat(otherKey.camera()).isNotEqualTo(marks.camera());
  }

  @Test
  void thumbnailInXmp_isDigestedAndDropped() throws IOException {
    Marks marks =
        read(
            jpeg(
                xmp(
                    "",
                    "<xmpGImg:image>"
                        + Base64.getMimeEncoder().encodeToString(PREVIEW)
                        + "</xmpGImg:image>")));
    assertThat(marks.embedded())
        .extracting(Marks.Embedded::sha256)
        .containsExactly(ThreeDigests.of(PREVIEW).sha256());
  }

  @Test
  void entitiesAndDepth_areRefused() throws IOException {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>";
    assertThat(read(jpeg(xmpSegment(bomb))).notes()).isNotEmpty();
    assertThat(read(jpeg(xmpSegment("<a>".repeat(10_000)))).notes()).isNotEmpty();
  }

  @Test
  void boxesInEachOther_endAtALimit() throws IOException {
    ByteBuffer boxes = ByteBuffer.allocate(7500 * 8);
    for (int depth = 0; depth < 7500; depth++) {
      boxes.putInt((7500 - depth) * 8).put("jumb".getBytes(StandardCharsets.US_ASCII));
    }
    Marks marks = read(boxes.array());
    assertThat(marks.notes()).anyMatch(note -> note.contains("more than 32 deep"));
  }

  @Test
  void video_tellsMarksOfItsIndex() throws IOException {
    byte[] xmp =
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description xmlns:i=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\" i:DigitalSourceType=\"trainedAlgorithmicMedia\"/></rdf:RDF></x:xmpmeta>"
            .getBytes(StandardCharsets.UTF_8);
    byte[] user =
        together(
            box("\u00a9mak", prefixed("\0\5\0\0", "Maker".getBytes(StandardCharsets.UTF_8))),
            box("\u00a9xyz", prefixed("\0\6\0\0", "+00+00".getBytes(StandardCharsets.UTF_8))),
            box(
                "\u00a9day",
                prefixed("\0\24\0\0", "2024-02-29T13:14:15Z".getBytes(StandardCharsets.UTF_8))),
            box("XMP_", xmp));
    byte[] label =
        box(
            "data",
            prefixed(
                "\0\0\0\1\0\0\0\0",
                "{\"AIGC\":{\"Label\":\"1\",\"secret\":2}}".getBytes(StandardCharsets.UTF_8)));
    byte[] cover = box("covr", box("data", prefixed("\0\0\0\15\0\0\0\0", PREVIEW)));
    byte[] meta =
        box("meta", prefixed("\0\0\0\0", box("ilst", together(box("\u00a9cmt", label), cover))));
    byte[] file =
        together(
            box("ftyp", "isom\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)),
            box("mdat", new byte[100]),
            box("moov", together(box("udta", user), box("udta", meta))));
    Marks marks = read(file);
    assertThat(marks.sourceTypes())
        .containsExactly(new Marks.SourceType("trainedAlgorithmicMedia", "xmp"));
    assertThat(marks.hasPosition()).isTrue();
    assertThat(marks.camera()).isPresent();
    assertThat(marks.taken()).contains(LocalDateTime.of(2024, 2, 29, 13, 14, 15));
    assertThat(marks.generators())
        .extracting(Marks.Generator::tool)
        .containsExactly("a label of generated content (AIGC)");
    assertThat(marks.embedded())
        .extracting(Marks.Embedded::carrier, Marks.Embedded::sha256)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("video cover", ThreeDigests.of(PREVIEW).sha256()));
    assertThat(marks.toString()).doesNotContain("secret").doesNotContain("Maker");
    for (int cut = 0; cut < file.length; cut += 7) {
      byte[] part = java.util.Arrays.copyOf(file, cut);
      Assertions.assertDoesNotThrow(() -> read(part));
    }
  }

  @Test
  void furtherPictures_behindAJpeg_areDigestedAndDropped() throws IOException {
    ByteBuffer index = ByteBuffer.allocate(4 + 8 + 2 + 12 + 4 + 32).order(ByteOrder.BIG_ENDIAN);
    index.put("MPF\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
    index.putShort((short) 0xb002).putShort((short) 7).putInt(32).putInt(26).putInt(0);
    index.putInt(0x30000).putInt(1).putInt(0).putInt(0);
    byte[] own = jpeg(segment(0xffe2, index.array()));
    int place = own.length - (2 + 4 + 4);
    index.putInt(0x10000).putInt(PREVIEW.length).putInt(place).putInt(0);
    byte[] whole = together(jpeg(segment(0xffe2, index.array())), PREVIEW);
    assertThat(read(whole).embedded())
        .extracting(Marks.Embedded::carrier, Marks.Embedded::sha256)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "further picture (MPF)", ThreeDigests.of(PREVIEW).sha256()));
    assertThat(read(java.util.Arrays.copyOf(whole, whole.length - 1)).notes())
        .anyMatch(note -> note.contains("outside of its file"));
  }

  private static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(type.getBytes(StandardCharsets.ISO_8859_1))
        .put(content)
        .array();
  }

  private static byte[] together(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void shortKey_isRefused() {
    assertThatThrownBy(() -> new KeyedDigest(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32");
  }

  private static byte[] preview() {
    byte[] preview = new byte[60];
    preview[0] = (byte) 0xff;
    preview[1] = (byte) 0xd8;
    preview[2] = (byte) 0xff;
    preview[58] = (byte) 0xff;
    preview[59] = (byte) 0xd9;
    return preview;
  }

  private static byte[] jpeg(byte[] segment) {
    ByteBuffer file = ByteBuffer.allocate(4 + segment.length);
    return file.putShort((short) 0xffd8).put(segment).putShort((short) 0xffd9).array();
  }

  private static byte[] segment(int marker, byte[] data) {
    return ByteBuffer.allocate(4 + data.length)
        .putShort((short) marker)
        .putShort((short) (data.length + 2))
        .put(data)
        .array();
  }

  private static byte[] prefixed(String prefix, byte[] data) {
    byte[] start = prefix.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(start.length + data.length).put(start).put(data).array();
  }

  private static byte[] xmpSegment(String packet) {
    return segment(
        0xffe1,
        prefixed("http://ns.adobe.com/xap/1.0/\0", packet.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] xmp(String attribute, String element) {
    return xmpSegment(
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
          xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xmpGImg="http://ns.adobe.com/xap/1.0/g/img/" %s>%s</rdf:Description>
        </rdf:RDF></x:xmpmeta>\
        """
            .formatted(attribute, element));
  }

  private static byte[] png(String type, String key, String value) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(key.getBytes(StandardCharsets.ISO_8859_1));
    data.write(0);
    byte[] text = value.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
    if (type.equals("iTXt")) {
      data.write(new byte[4]);
    }
    if (type.equals("zTXt")) {
      data.write(0);
      try (DeflaterOutputStream packed = new DeflaterOutputStream(data)) {
        packed.write(text);
      }
    } else {
      data.write(text);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    out.writeInt(data.size());
    out.writeBytes(type);
    out.write(data.toByteArray());
    out.writeInt(0);
    out.writeInt(0);
    out.writeBytes("IEND");
    return file.toByteArray();
  }

  private record Entry(int tag, int type, byte[] value) {}

  /** IFD0 with make, model, links to EXIF and GPS; IFD1 with a thumbnail. */
  private static byte[] exif(ByteOrder order, String make, String model, String serial) {
    byte[] comment =
        prefixed(
            "ASCII\0\0\0",
            "secret Steps: 1, Sampler: a, Seed: 2".getBytes(StandardCharsets.US_ASCII));
    List<Entry> camera =
        List.of(
            new Entry(0x9003, 2, text("2024:02:29 13:14:15")),
            new Entry(0x927c, 7, prefixed("note", PREVIEW)),
            new Entry(0x9286, 7, comment),
            new Entry(0xa431, 2, text(serial)));
    ByteBuffer tiff = ByteBuffer.allocate(4096).order(order);
    tiff.put(order == ByteOrder.LITTLE_ENDIAN ? text("I") : text("M"), 0, 1);
    tiff.put(tiff.get(0)).putShort((short) 42).putInt(8);
    tiff.position(1000);
    int exif = directory(tiff, camera, 0);
    int gps = directory(tiff, List.of(new Entry(2, 5, new byte[24])), 0);
    tiff.put(PREVIEW);
    int preview = tiff.position() - PREVIEW.length;
    int second =
        directory(
            tiff,
            List.of(
                new Entry(0x201, 4, number(preview, order)),
                new Entry(0x202, 4, number(60, order))),
            0);
    int end = tiff.position();
    tiff.position(8);
    directoryAt(
        tiff,
        List.of(
            new Entry(0x10f, 2, text(make)),
            new Entry(0x110, 2, text(model)),
            new Entry(0x8769, 4, number(exif, order)),
            new Entry(0x8825, 4, number(gps, order))),
        second);
    return java.util.Arrays.copyOf(tiff.array(), end);
  }

  private static byte[] text(String text) {
    return (text + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] number(int value, ByteOrder order) {
    return ByteBuffer.allocate(4).order(order).putInt(value).array();
  }

  private static int directory(ByteBuffer tiff, List<Entry> entries, int next) {
    int start = tiff.position();
    directoryAt(tiff, entries, next);
    return start;
  }

  private static void directoryAt(ByteBuffer tiff, List<Entry> entries, int next) {
    int values = tiff.position() + 2 + entries.size() * 12 + 4;
    tiff.putShort((short) entries.size());
    List<byte[]> outside = new ArrayList<>();
    for (Entry entry : entries) {
      int size = entry.type() == 4 ? 4 : entry.type() == 5 ? 8 : 1;
      tiff.putShort((short) entry.tag()).putShort((short) entry.type());
      tiff.putInt(entry.value().length / size);
      if (entry.value().length <= 4) {
        tiff.put(java.util.Arrays.copyOf(entry.value(), 4));
      } else {
        tiff.putInt(values);
        values += entry.value().length;
        outside.add(entry.value());
      }
    }
    tiff.putInt(next);
    outside.forEach(tiff::put);
  }
}
