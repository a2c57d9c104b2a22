package dev.cordon.erasure;

import dev.cordon.attribution.Attributions;
import dev.cordon.ground.DataDirectory;
import dev.cordon.intake.Sources;
import dev.cordon.keys.OperationKeys;
import dev.cordon.resolution.Category;
import dev.cordon.resolution.Proposal;
import dev.cordon.resolution.ProposalId;
import dev.cordon.resolution.Proposals;
import dev.cordon.resolution.Subject;
import dev.cordon.resolution.Subjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A shop with five accounts, a card processor's return and a forum, taken in and proposed; one
 * person of two accounts is confirmed. Names carry a mark nobody else has, so that a test can look
 * for them everywhere.
 */
abstract class ErasureCase extends ErasureGround {

  private static final Path TINY = Path.of("src/test/resources/dev/cordon/resolution/tiny");
  private static final Path CUT = Path.of("src/test/resources/dev/cordon/intake/platform-cut");

  @Autowired protected Sources sources;
  @Autowired protected Proposals proposals;
  @Autowired protected Subjects subjects;
  @Autowired protected Attributions attributions;
  @Autowired protected OperationKeys keys;
  @Autowired protected DataDirectory directory;

  @TempDir protected Path folder;

  /** In every name, address, card and payment of the person. */
  protected String mark = "";

  @BeforeEach
  void personTakenInAndProposed() throws IOException {
    mark = "q" + UUID.randomUUID().toString().substring(0, 8);
    String facts = Files.readString(TINY.resolve("operation.yaml"));
    as(analyst, () -> sources.tell(operation, facts));
    for (String name : List.of("shop.sql", "card-processor.csv", "ip-country.csv")) {
      take(name, marked(Files.readString(TINY.resolve(name))));
    }
    take("forum.sql", Files.readString(CUT.resolve("forum.sql")));
    as(analyst, () -> proposals.propose(operation, "the usual rules"));
  }

  /** The two accounts of one person, and the person's card, carry the mark. */
  private String marked(String text) {
    return text.replace("Nyholt", "Nyholt" + mark)
        .replace("ask.nyholt@", "ask.nyholt." + mark + "@")
        .replace("other@", "other." + mark + "@")
        .replace("'ask2'", "'ask2" + mark + "'")
        .replace("'ask'", "'ask" + mark + "'")
        .replace("CARDONE", "CARDONE" + mark)
        .replace("ch_one", "ch_one_" + mark)
        .replace("ch_two", "ch_two_" + mark)
        .replace("Prøvevej 1", "Prøvevej " + mark)
        .replace("Andenvej 2", "Andenvej " + mark);
  }

  protected void take(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    with(analyst, () -> sources.take(operation, file, name));
  }

  protected Subject confirmed(String account) {
    ProposalId id = proposalOf(account).id();
    as(analyst, () -> proposals.open(operation, id));
    Subject subject =
        get(analyst, () -> subjects.confirm(operation, id, Category.SUSPECT, "card of " + mark));
    as(analyst, () -> attributions.open(operation, subject.id()));
    as(analyst, () -> attributions.decide(operation, subject.id(), "SE", "lives " + mark));
    return subject;
  }

  protected Proposal proposalOf(String account) {
    return get(
        analyst,
        () ->
            proposals.page(operation, null, 1).rows().stream()
                .filter(one ->
                    proposals.accounts(operation, one.id(), 1).rows().stream()
                        .anyMatch(
                            held -> held.system().equals("shop") && held.account().equals(account)))
                .findFirst()
                .orElseThrow());
  }

  protected static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
