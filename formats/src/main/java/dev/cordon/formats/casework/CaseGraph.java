package dev.cordon.formats.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A CASE/UCO document being written. Ids are made from a kind and a UUID, so that the same things
 * give the same bytes. Not for use by several threads at once.
 */
public final class CaseGraph {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static final Map<String, String> CONTEXT = context();

  private final Map<String, CaseNode> nodes = new LinkedHashMap<>();

  private static Map<String, String> context() {
    Map<String, String> prefixes = new LinkedHashMap<>();
    String uco = "https://ontology.unifiedcyberontology.org/uco/";
    prefixes.put("kb", "https://cordon.invalid/kb/");
    prefixes.put("cordon", "https://cordon.invalid/terms/");
    prefixes.put("case-investigation", "https://ontology.caseontology.org/case/investigation/");
    prefixes.put("uco-action", uco + "action/");
    prefixes.put("uco-core", uco + "core/");
    prefixes.put("uco-identity", uco + "identity/");
    prefixes.put("uco-location", uco + "location/");
    prefixes.put("uco-marking", uco + "marking/");
    prefixes.put("uco-observable", uco + "observable/");
    prefixes.put("uco-tool", uco + "tool/");
    prefixes.put("uco-types", uco + "types/");
    prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    return prefixes;
  }

  /**
   * The node of that kind and id; made on the first call, with the type.
   *
   * @param kind lower-case words joined by hyphens
   * @param type a CASE or UCO class with its prefix
   */
  public CaseNode node(String kind, UUID id, String type) {
    return nodes.computeIfAbsent("kb:" + kind + "-" + id, name -> new CaseNode(name, type));
  }

  /** Whether the node of that kind and id was made. */
  public boolean has(String kind, UUID id) {
    return nodes.containsKey("kb:" + kind + "-" + id);
  }

  /** How many nodes it has. */
  public int size() {
    return nodes.size();
  }

  /** The document as JSON-LD in UTF-8. */
  public byte[] toBytes() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", CONTEXT);
    document.put("@graph", nodes.values().stream().map(CaseNode::fields).toList());
    return MAPPER.writeValueAsBytes(document);
  }
}
