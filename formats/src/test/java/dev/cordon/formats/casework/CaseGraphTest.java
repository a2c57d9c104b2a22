package dev.cordon.formats.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseGraphTest {

  private static final UUID ID = new UUID(1, 2);

  @Test
  void sameThings_giveSameBytes() {
    assertThat(document()).isEqualTo(document());
  }

  @Test
  void node_isMadeOnce() {
    CaseGraph graph = new CaseGraph();
    assertThat(graph.node("item", ID, "uco-core:Item"))
        .isSameAs(graph.node("item", ID, "uco-core:Item"));
    assertThat(graph.size()).isEqualTo(1);
  }

  @Test
  void whatIsNotKnown_isLeftOut() {
    assertThat(document()).contains("uco-core:name").doesNotContain("null", "uco-core:description");
  }

  private static String document() {
    CaseGraph graph = new CaseGraph();
    graph
        .node("item", ID, "uco-core:Item")
        .text("uco-core:name", "Exhibit \"1\"")
        .text("uco-core:description", null)
        .time("uco-core:objectCreatedTime", Instant.EPOCH)
        .content("00".repeat(32), null);
    return new String(graph.toBytes(), StandardCharsets.UTF_8);
  }
}
