package dev.cordon.formats.inventories;

import dev.cordon.formats.casework.CaseNode;
import dev.cordon.formats.casework.CaseStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Files in CASE/UCO 1.4.0: size, digests, media type and dimensions; lists as tags. */
public final class CaseInventory implements InventoryWriter {

  private final CaseStream stream;
  private final UUID caseId;

  /** Begins the document; the writer stays the caller's. */
  public CaseInventory(Writer writer, UUID caseId) throws IOException {
    this.stream = new CaseStream(writer);
    this.caseId = caseId;
  }

  @Override
  public void add(MediaRecord media) throws IOException {
    UUID id =
        UUID.nameUUIDFromBytes(
            (caseId + " item " + media.number()).getBytes(StandardCharsets.UTF_8));
    stream.add("file", id, "uco-observable:File", node -> fill(node, media));
  }

  private static void fill(CaseNode node, MediaRecord media) {
    node.text("uco-core:name", "item " + media.number())
        .text("uco-core:description", description(media))
        .tags(media.lists());
    if (media.hasDigests()) {
      Map<String, String> digests = new LinkedHashMap<>();
      digests.put("MD5", media.md5());
      digests.put("SHA1", media.sha1());
      digests.put("SHA256", media.sha256());
      String type = media.mediaType();
      digests.values().removeIf(String::isEmpty);
      node.content(media.size(), type.isEmpty() ? null : type, digests);
    }
    if (media.width() > 0 && media.mediaType().startsWith("image/")) {
      node.picture(media.width(), media.height());
    }
  }

  private static String description(MediaRecord media) {
    StringBuilder text = new StringBuilder(media.place());
    text.append(media.isDeleted() ? " (its name was deleted)" : "");
    media.says().forEach(one -> text.append("; ").append(one));
    return media.reason().isEmpty() ? text.toString() : text + "; " + media.reason();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
