package dev.cordon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.serve.ServeOptions;
import dev.cordon.serve.Server;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainingRoomTest {

  private static final String AGENCIES =
      """
      [{"agency": "Exercise Police of Denmark", "country": "DK", "zone": "Europe/Copenhagen", "lead": true,
        "officers": ["Dorte Example"]},
       {"agency": "Exercise Police of Sweden", "country": "SE", "zone": "Europe/Stockholm", "officers": ["Sven Example"]},
       {"agency": "Exercise Police of New Zealand", "country": "NZ", "zone": "Pacific/Auckland",
        "officers": ["Nikau Example"]}]
      """;
  private static final String FACTS =
      """
      {"operation": {"name": "Exercise", "authority": "Exercise Police of Denmark", "legal_basis": "order 1",
        "purpose": "online-child-sexual-exploitation"}}
      """;

  @Test
  void day_isPlayedLive_withEventsPutIn_andACountryGivenToTheRoom(@TempDir Path folder)
      throws Exception {
    System.setProperty("cordon.sign-in.second-factor", "optional");
    try (Server server = Server.start(ServeOptions.of(folder.resolve("server"), 0));
        Cast cast = cast(server, folder)) {
      TrainingRoom room = new TrainingRoom(cast, "Training");
      assertThat(room.sites()).contains("DK-01", "SE-02", "NZ-03").hasSize(9);

      assertThat(room.advance(5)).isTrue();
      assertThat(site(room, "DK-01").path("progress").asString()).isEqualTo("PLANNED");

      room.go();
      room.advance(3);
      assertThat(site(room, "DK-01").path("progress").asString()).isEqualTo("ENTERED");
      assertThat(site(room, "DK-03").path("progress").asString()).isEqualTo("PLANNED");

      assertThat(room.lose("SE-01")).contains("found SE-01");
      assertThat(room.wrongDoor("DK-02")).contains("wrong door");
      assertThat(room.leak()).contains("on record");
      assertThat(room.giveToRoom("NZ")).contains("password").contains("/field/");
      assertThat(room.giveToRoom("XX")).contains("Acting: DK, NZ, SE");
      assertThat(room.lose("NZ-01")).contains("the room's");
      assertThat(room.lose("ZZ-09")).contains("Sites: ");
      assertThat(room.advance(20)).isTrue();
      assertThat(site(room, "DK-01").path("arrests").asInt()).isEqualTo(1);
      assertThat(site(room, "DK-02").path("wrongPlace").asBoolean()).isTrue();
      assertThat(site(room, "SE-01").path("arrests").asInt()).isZero();
      assertThat(site(room, "NZ-03").path("progress").asString()).isEqualTo("PLANNED");

      assertThat(room.find("SE-01")).contains("reports came late");
      assertThat(site(room, "SE-01").path("arrests").asInt()).isEqualTo(1);
      assertThat(room.advance(60)).isFalse();
      assertThat(site(room, "SE-03").path("progress").asString()).isEqualTo("ENDED");
    } finally {
      System.clearProperty("cordon.sign-in.second-factor");
    }
  }

  @Test
  void desk_saysWhatCanBeTyped_andWhatCameOfIt() {
    TrainerDesk desk =
        new TrainerDesk(null, null, new Terminal(new PrintWriter(new StringWriter())));

    assertThat(desk.answer("help")).contains("lost SITE").contains("room COUNTRY");
    assertThat(desk.answer("lost DK-01")).contains("Type 'train' first");
    assertThat(desk.answer("train soon")).contains("1 to 240 minutes");
    assertThat(desk.answer("train 0")).contains("1 to 240 minutes");
  }

  private static Cast cast(Server server, Path folder) throws Exception {
    var first = server.firstAdministrator().orElseThrow();
    Cast cast =
        new Cast(
            server.address(),
            Caller.signIn(server.address(), first.signInName(), first.password()));
    cast.assemble(
        Files.writeString(folder.resolve("agencies.json"), AGENCIES),
        JsonMapper.shared().readTree(FACTS));
    return cast;
  }

  private static JsonNode site(TrainingRoom room, String number) {
    Map<String, JsonNode> board = room.board();
    return board.values().stream()
        .filter(site -> site.path("number").asString().equals(number))
        .findFirst()
        .orElseThrow();
  }
}
