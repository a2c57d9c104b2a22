package dev.cordon.formats.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.formats.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonListParserTest {

  private static final String RETURN =
      """
      {"provider":"x","accounts":[
       {"account":"a@mail.example","subscriber":{"name":"A"},"tags":["p","q"],
        "logins":[{"ip":"198.18.0.1"},{"ip":"198.18.0.2"}]},
       {"logins":[{"ip":"198.18.0.3"}],"account":"b@mail.example"}]}
      """;

  private final List<String> told = new ArrayList<>();

  @Test
  void listsOfObjects_areTold() throws IOException {
    assertThat(read(RETURN)).isEmpty();
    assertThat(told)
        .containsExactly(
            "accounts.logins 1 {ip=198.18.0.1} of a@mail.example",
            "accounts.logins 2 {ip=198.18.0.2} of a@mail.example",
            "accounts 1 {account=a@mail.example, subscriber.name=A, tags.0=p, tags.1=q}",
            "accounts.logins 3 {ip=198.18.0.3} of null",
            "accounts 2 {account=b@mail.example}");
  }

  @Test
  void brokenOff_isToldUpToTheBreak() throws IOException {
    Optional<String> reason = read(RETURN.substring(0, RETURN.indexOf("198.18.0.2")));
    assertThat(reason.orElseThrow()).startsWith("is no longer JSON from byte ");
    assertThat(told).hasSize(3).contains("broken accounts.logins 2", "broken accounts 1");
  }

  @Test
  void utf16_keepsExactPlaces() throws IOException {
    List<Position> places = new ArrayList<>();
    byte[] json = "\ufeff[{\"a\":1},\n{\"a\":2}]".getBytes(StandardCharsets.UTF_16LE);
    JsonListParser.parse(new ByteArrayInputStream(json), element -> places.add(element.position()));
    assertThat(places).containsExactly(new Position(4, 1, 14), new Position(22, 2, 14));
  }

  @Test
  void oddities_areKeptAndSaid() throws IOException {
    List<JsonElement> elements = new ArrayList<>();
    String json = "[{\"a\":1,\"a\":2,\"b\":NaN,\"c\":\"\\ud83d\"}]";
    JsonListParser.parse(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), elements::add);
    assertThat(elements.getFirst().fields())
        .containsEntry("a", "1")
        .containsEntry("a#2", "2")
        .containsEntry("b", "NaN");
    assertThat(elements.getFirst().remarks())
        .containsExactly(
            "a stands there more than once",
            "b is NaN, which JSON does not have",
            "c holds half a character");
  }

  @Test
  void deepNesting_endsByName() throws IOException {
    assertThat(read("[".repeat(10_000)).orElseThrow()).contains("nested deeper");
  }

  private Optional<String> read(String json) throws IOException {
    return JsonListParser.parse(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
        new JsonHandler() {
          @Override
          public void element(JsonElement element) {
            JsonElement parent = element.parent();
            told.add(
                element.list()
                    + " "
                    + element.number()
                    + " "
                    + element.fields()
                    + (parent == null ? "" : " of " + parent.field("account")));
          }

          @Override
          public void broken(String list, long number, Position position) {
            told.add("broken " + list + " " + number);
          }
        });
  }
}
