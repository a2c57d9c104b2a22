package dev.cordon.resolution;

import dev.cordon.DatabaseTest;
import dev.cordon.intake.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** An operation with three small sources, taken in and proposed once. */
abstract class TinyProposals extends DatabaseTest {

  @Autowired protected Sources sources;
  @Autowired protected Proposals proposals;
  @Autowired protected Subjects subjects;

  @TempDir private Path folder;

  @BeforeEach
  void takenInAndProposed() throws IOException {
    String facts = new String(resource("operation.yaml"), StandardCharsets.UTF_8);
    as(analyst, () -> sources.tell(operation, facts));
    for (String name : List.of("shop.sql", "card-processor.csv", "ip-country.csv")) {
      Path file = Files.write(folder.resolve(name), resource(name));
      as(analyst, () -> sources.take(operation, file, name));
    }
    run();
  }

  protected void run() {
    as(analyst, () -> proposals.propose(operation, "test"));
  }

  protected Subject confirmed(String account) {
    ProposalId id = proposalOf(account).id();
    as(analyst, () -> proposals.open(operation, id));
    return get(
        analyst, () -> subjects.confirm(operation, id, Category.SUSPECT, "same card and name"));
  }

  protected Proposal proposalOf(String account) {
    return get(
        analyst,
        () ->
            proposals.page(operation, null, 1).rows().stream()
                .filter(one ->
                    proposals.accounts(operation, one.id(), 1).rows().stream()
                        .anyMatch(held -> held.account().equals(account)))
                .findFirst()
                .orElseThrow());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = TinyProposals.class.getResourceAsStream("tiny/" + name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
