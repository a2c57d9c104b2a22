package dev.cordon.formats.casework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One node of a document being written. Terms are written with the prefixes of {@link CaseGraph}; a
 * value that is null is left out. Not for use by several threads at once.
 */
public final class CaseNode {

  private final String id;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  CaseNode(String id, String type) {
    this.id = id;
    fields.put("@id", id);
    fields.put("@type", type);
  }

  /** A text. */
  public CaseNode text(String term, @Nullable String value) {
    return put(term, value);
  }

  /** A whole number, as {@code xsd:integer}. */
  public CaseNode number(String term, @Nullable Long value) {
    return put(term, value);
  }

  /** A moment, as {@code xsd:dateTime} in UTC. */
  public CaseNode time(String term, @Nullable Instant at) {
    return put(term, at == null ? null : typed("xsd:dateTime", at.toString()));
  }

  /** Yes or no, as {@code xsd:boolean}. */
  public CaseNode flag(String term, boolean value) {
    return put(term, value);
  }

  /**
   * A facet with one text.
   *
   * @param kind lower-case words joined by hyphens
   * @param type a UCO facet's class with its prefix
   */
  public CaseNode facet(String kind, String type, String term, String value) {
    return facet(new CaseNode(below(kind), type).text(term, value));
  }

  /** Another node. */
  public CaseNode link(String term, @Nullable CaseNode other) {
    return put(term, other == null ? null : Map.of("@id", other.id));
  }

  /** Other nodes; none writes nothing. */
  public CaseNode links(String term, List<CaseNode> others) {
    for (CaseNode other : others) {
      add(term, Map.of("@id", other.id));
    }
    return this;
  }

  /**
   * The digest of the node's content, UCO {@code ContentDataFacet}.
   *
   * @param sha256 64 hexadecimal digits
   * @param sizeBytes null where it is not known
   */
  public CaseNode content(String sha256, @Nullable Long sizeBytes) {
    Map<String, Object> hash = new LinkedHashMap<>();
    hash.put("@id", below("hash"));
    hash.put("@type", "uco-types:Hash");
    hash.put("uco-types:hashMethod", "SHA256");
    hash.put("uco-types:hashValue", typed("xsd:hexBinary", sha256));
    CaseNode facet = new CaseNode(below("content-data-facet"), "uco-observable:ContentDataFacet");
    facet.number("uco-observable:sizeInBytes", sizeBytes);
    facet.add("uco-observable:hash", hash);
    return facet(facet);
  }

  /**
   * Size and digests of the node's content, with its media type where it is known.
   *
   * @param digests by UCO's names, as {@code SHA256}, in hexadecimal digits
   */
  public CaseNode content(long sizeBytes, @Nullable String mediaType, Map<String, String> digests) {
    CaseNode facet = new CaseNode(below("content-data-facet"), "uco-observable:ContentDataFacet");
    facet.number("uco-observable:sizeInBytes", sizeBytes);
    facet.text("uco-observable:mimeType", mediaType);
    digests.forEach((method, value) -> {
      Map<String, Object> hash = new LinkedHashMap<>();
      hash.put("@id", below("hash-" + method.toLowerCase(java.util.Locale.ROOT)));
      hash.put("@type", "uco-types:Hash");
      hash.put("uco-types:hashMethod", method);
      hash.put("uco-types:hashValue", typed("xsd:hexBinary", value));
      facet.add("uco-observable:hash", hash);
    });
    return facet(facet);
  }

  /** Width and height in pixels, UCO {@code RasterPictureFacet}. */
  public CaseNode picture(long width, long height) {
    return facet(
        new CaseNode(below("raster-picture-facet"), "uco-observable:RasterPictureFacet")
            .number("uco-observable:pictureWidth", width)
            .number("uco-observable:pictureHeight", height));
  }

  /** Words others sort by, UCO {@code tag}; none writes nothing. */
  public CaseNode tags(List<String> tags) {
    tags.forEach(tag -> add("uco-core:tag", tag));
    return this;
  }

  /** A device's facts, UCO {@code DeviceFacet}. */
  public CaseNode device(String type, @Nullable String serialNumber) {
    return facet(
        new CaseNode(below("device-facet"), "uco-observable:DeviceFacet")
            .text("uco-observable:deviceType", type)
            .text("uco-observable:serialNumber", serialNumber));
  }

  /** Where it stands elsewhere, UCO {@code ExternalReference}. */
  public CaseNode reference(String context, String identifier) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("@id", below("external-reference"));
    reference.put("@type", "uco-core:ExternalReference");
    reference.put("uco-core:definingContext", context);
    reference.put("uco-core:externalIdentifier", identifier);
    add("uco-core:externalReference", reference);
    return this;
  }

  /** An id of a node inside this one: UCO wants each to end in a UUID. */
  private String below(String kind) {
    return "kb:"
        + kind
        + "-"
        + UUID.nameUUIDFromBytes((id + " " + kind).getBytes(StandardCharsets.UTF_8));
  }

  private CaseNode facet(CaseNode facet) {
    add("uco-core:hasFacet", facet.fields);
    return this;
  }

  private CaseNode put(String term, @Nullable Object value) {
    if (value != null) {
      fields.put(term, value);
    }
    return this;
  }

  @SuppressWarnings("unchecked")
  private void add(String term, Object value) {
    ((List<Object>) fields.computeIfAbsent(term, one -> new ArrayList<>())).add(value);
  }

  private static Map<String, Object> typed(String type, String value) {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("@type", type);
    typed.put("@value", value);
    return typed;
  }

  Map<String, Object> fields() {
    return fields;
  }
}
