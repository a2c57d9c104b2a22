package dev.cordon.formats.inventories;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case in VICS 2.0 JSON: pictures, videos and what could not be decoded. {@code Category} is
 * null: whoever looks at a file gives it one. {@code FileName} is the item's place in numbers.
 */
public final class VicsInventory implements InventoryWriter {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Writer writer;
  private long written;

  /**
   * Begins the case.
   *
   * @param profile of the categories the receiver gives, as {@code UK}
   * @param total how many records will follow that are media with digests
   * @throws IllegalArgumentException for a profile that is no word
   */
  public VicsInventory(Writer writer, String profile, UUID caseId, long total) throws IOException {
    if (!profile.matches("[A-Za-z0-9_-]{1,40}")) {
      throw new IllegalArgumentException("a profile is a word, as UK or Default");
    }
    this.writer = writer;
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("CaseID", caseId.toString());
    first.put("CaseNumber", "");
    first.put("SourceApplicationName", "Cordon");
    first.put("TotalMediaFiles", total);
    String begun = MAPPER.writeValueAsString(first);
    writer.write(
        "{\"@odata.context\":\"http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/"
            + profile
            + "/$metadata#Cases\",\n\"value\":["
            + begun.substring(0, begun.length() - 1)
            + ",\"Media\":[");
  }

  /** Whether a record is written. */
  public static boolean takes(MediaRecord media) {
    return media.isMedia() && media.hasDigests();
  }

  @Override
  public void add(MediaRecord media) throws IOException {
    if (!takes(media)) {
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("MediaID", media.number());
    fields.put("Category", null);
    fields.put("MD5", media.md5());
    fields.put("SHA1", media.sha1());
    fields.put("MimeType", media.mediaType());
    fields.put("MediaSize", media.size());
    fields.put("VictimIdentified", false);
    fields.put("OffenderIdentified", false);
    fields.put("IsDistributed", false);
    fields.put("IsPrecategorized", false);
    fields.put("IsSuspected", false);
    fields.put("Tags", String.join(";", media.lists()));
    fields.put("AlternativeHashes", hashes(media));
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("MD5", media.md5());
    file.put("FileName", media.place());
    file.put("FilePath", "");
    file.put("Unallocated", media.isDeleted());
    fields.put("MediaFiles", List.of(file));
    writer.write(written++ == 0 ? "\n" : ",\n");
    writer.write(MAPPER.writeValueAsString(fields));
  }

  private static List<Map<String, String>> hashes(MediaRecord media) {
    List<Map<String, String>> hashes = new ArrayList<>();
    Map<String, String> one = new LinkedHashMap<>();
    one.put("HashName", "SHA256");
    one.put("HashValue", media.sha256());
    hashes.add(one);
    return hashes;
  }

  @Override
  public void close() throws IOException {
    writer.write("\n]}]}\n");
  }
}
