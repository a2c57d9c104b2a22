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
