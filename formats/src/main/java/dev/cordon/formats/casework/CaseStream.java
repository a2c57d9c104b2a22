package dev.cordon.formats.casework;

import java.io.IOException;
import java.io.Writer;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A CASE/UCO document that is too large to be held: a node a line, in the order they are added. For
 * one thread; {@link #close} ends the document and leaves the writer open.
 */
public final class CaseStream implements AutoCloseable {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Writer writer;
  private boolean isBegun;

  /** Begins a document. */
  public CaseStream(Writer writer) throws IOException {
    this.writer = writer;
    writer.write(
        "{\"@context\":" + MAPPER.writeValueAsString(CaseGraph.CONTEXT) + ",\n\"@graph\":[");
  }

  /**
   * Adds a node that links to no other.
   *
   * @param kind lower-case words joined by hyphens
   * @param type a CASE or UCO class with its prefix
   */
  public void add(String kind, UUID id, String type, Consumer<CaseNode> filled) throws IOException {
    CaseNode node = new CaseNode("kb:" + kind + "-" + id, type);
    filled.accept(node);
    writer.write(isBegun ? ",\n" : "\n");
    writer.write(MAPPER.writeValueAsString(node.fields()));
    isBegun = true;
  }

  @Override
  public void close() throws IOException {
    writer.write("\n]}\n");
  }
}
