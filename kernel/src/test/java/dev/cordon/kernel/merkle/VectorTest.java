package dev.cordon.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.kernel.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published cases of transparency-dev/merkle; their source is in SOURCES.md beside them. */
class VectorTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TestFactory
  List<DynamicTest> inclusion_isJudgedAsPublished() throws IOException {
    return cases("inclusion.jsonl").stream()
        .map(vector ->
            DynamicTest.dynamicTest(
                vector.get("name").asString(),
                () ->
                    judge(
                        vector,
                        () ->
                            Proofs.verifyInclusion(
                                vector.get("leafIdx").bigIntegerValue().longValue(),
                                vector.get("treeSize").bigIntegerValue().longValue(),
                                hash(vector.get("leafHash")),
                                hashes(vector.get("proof")),
                                hash(vector.get("root"))))))
        .toList();
  }

  @TestFactory
  List<DynamicTest> consistency_isJudgedAsPublished() throws IOException {
    return cases("consistency.jsonl").stream()
        .map(vector ->
            DynamicTest.dynamicTest(
                vector.get("name").asString(),
                () ->
                    judge(
                        vector,
                        () ->
                            Proofs.verifyConsistency(
                                vector.get("size1").bigIntegerValue().longValue(),
                                vector.get("size2").bigIntegerValue().longValue(),
                                hashes(vector.get("proof")),
                                hash(vector.get("root1")),
                                hash(vector.get("root2"))))))
        .toList();
  }

  @Test
  void cases_areAllThere() throws IOException {
    assertThat(cases("inclusion.jsonl")).hasSize(98);
    assertThat(cases("consistency.jsonl")).hasSize(98);
  }

  private static void judge(JsonNode vector, ThrowingCallable verification) {
    if (vector.get("wantErr").asBoolean()) {
      assertThatThrownBy(verification)
          .as(vector.get("desc").asString())
          .isInstanceOf(ProofException.class);
      return;
    }
    assertThatCode(verification).as(vector.get("desc").asString()).doesNotThrowAnyException();
  }

  private static List<JsonNode> cases(String file) throws IOException {
    try (InputStream lines = Objects.requireNonNull(VectorTest.class.getResourceAsStream(file))) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(JSON::readTree)
          .toList();
    }
  }

  private static List<Hash> hashes(JsonNode nodes) {
    List<Hash> hashes = new ArrayList<>();
    nodes.forEach(node -> hashes.add(hash(node)));
    return hashes;
  }

  private static Hash hash(JsonNode node) {
    byte[] bytes = node.isNull() ? new byte[0] : Base64.getDecoder().decode(node.asString());
    // A few cases hold words where any hash would do.
    boolean isWord = new String(bytes, StandardCharsets.UTF_8).startsWith("don't care");
    return Hash.of(isWord ? Sha256.of(bytes) : bytes);
  }
}
