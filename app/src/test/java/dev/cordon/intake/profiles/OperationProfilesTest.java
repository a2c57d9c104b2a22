package dev.cordon.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.AtOnce;
import dev.cordon.DatabaseTest;
import dev.cordon.RefusedException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.formats.FormatException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OperationProfilesTest extends DatabaseTest {

  private static final String YAML =
      """
      # written by hand
      name: shop-x
      product: Shop X
      tables:
        - name: metas
          recognise: [meta_id, post_id, meta_key, meta_value]
          mappings:
            - holder: {order: post_id}
      """;

  private static final List<String> COLUMNS =
      List.of("meta_id", "post_id", "meta_key", "meta_value");

  @Autowired private OperationProfiles profiles;

  @Test
  void savedProfile_winsOverTheShippedOneFromThenOn() {
    assertThat(found()).isEqualTo("woocommerce-posts");
    SavedProfile saved = get(analyst, () -> profiles.save(operation, 0, YAML, "seen in the dump"));

    assertThat(saved.version()).isEqualTo(1);
    assertThat(saved.yaml()).isEqualTo(YAML);
    assertThat(found()).isEqualTo("shop-x");
    assertThat(entries("profile")).isEqualTo(1);

    get(analyst, () -> profiles.withdraw(operation, "shop-x", 1, "was wrong"));
    assertThat(found()).isEqualTo("woocommerce-posts");
    assertThat(get(analyst, () -> profiles.versions(operation, "shop-x", 1)).total()).isEqualTo(2);
  }

  @Test
  void secondOfTwoWhoSaveFromOneVersion_isToldAndLosesNothing() {
    get(analyst, () -> profiles.save(operation, 0, YAML, "first"));
    String theirs = YAML.replace("Shop X", "Shop theirs");
    String mine = YAML.replace("Shop X", "Shop mine");
    get(coordinator, () -> profiles.save(operation, 1, theirs, "second"));

    assertThatThrownBy(() -> get(analyst, () -> profiles.save(operation, 1, mine, "third")))
        .isInstanceOf(ProfileChangedException.class)
        .hasMessageContaining("version 2")
        .hasMessageContaining("Nothing was saved");
    assertThatThrownBy(() -> get(analyst, () -> profiles.save(operation, 0, mine, "third")))
        .isInstanceOf(ProfileChangedException.class)
        .hasMessageContaining("already");
    assertThat(get(analyst, () -> profiles.newest(operation, "shop-x")).orElseThrow().yaml())
        .isEqualTo(theirs);
    assertThat(get(analyst, () -> profiles.save(operation, 2, mine, "third")).version())
        .isEqualTo(3);
  }

  @Test
  void twoAtOnce_giveOneVersion() throws Exception {
    get(analyst, () -> profiles.save(operation, 0, YAML, "first"));
    List<Object> outcomes =
        AtOnce.twice(() -> get(analyst, () -> profiles.save(operation, 1, YAML, "at once")));

    assertThat(outcomes).filteredOn(SavedProfile.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(ProfileChangedException.class::isInstance).hasSize(1);
    assertThat(get(analyst, () -> profiles.versions(operation, "shop-x", 1)).total()).isEqualTo(2);
  }

  @Test
  void names_areBoundedAndUnlikeOthers() {
    get(analyst, () -> profiles.save(operation, 0, YAML, "first"));
    for (String bad : List.of("phpbb-3.3", "phpbb-33", "sh0p-x", "Shop", "s", "\"sh\u043ep\"")) {
      assertThatThrownBy(() ->
              get(
                  analyst,
                  () -> profiles.save(operation, 0, YAML.replace("shop-x", bad), "by name")))
          .as(bad)
          .isInstanceOf(RefusedException.class);
    }
    assertThatThrownBy(() ->
            get(
                analyst,
                () -> profiles.save(operation, 1, YAML.replace("Shop X", "\"a\\u202eb\""), "x x")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("direction");
  }

  @Test
  void fileThatIsNoProfile_isRefusedLineByLine() {
    assertThatThrownBy(() ->
            get(
                analyst,
                () ->
                    profiles.save(
                        operation, 0, YAML.replace("recognise", "recognize"), "by mistake")))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("profile.yaml, line 6");
    assertThat(entries("profile")).isZero();
  }

  @Test
  void others_neitherSaveNorSee() {
    get(analyst, () -> profiles.save(operation, 0, YAML, "first"));
    assertThatThrownBy(() -> get(officer, () -> profiles.of(operation)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> get(outsider, () -> profiles.save(operation, 1, YAML, "second")))
        .isInstanceOf(NotPermittedException.class);
    assertThat(
            get(
                officer,
                () -> jdbc.sql("select count(*) from cordon.profile").query(Long.class).single()))
        .isZero();
  }

  @Test
  void versions_areNeverChanged() {
    get(analyst, () -> profiles.save(operation, 0, YAML, "first"));
    assertThatThrownBy(
            () -> as(analyst, () -> jdbc.sql("update cordon.profile set yaml = 'x'").update()))
        .hasStackTraceContaining("permission denied");
  }

  private String found() {
    return get(analyst, () -> profiles.of(operation))
        .find("sql", COLUMNS)
        .map(match -> match.profile().name())
        .orElse("none");
  }

  private long entries(String what) {
    return get(
        coordinator,
        () ->
            jdbc.sql("select count(*) from cordon.ledger_entry where operation_id = ? and what = ?")
                .param(operation.value())
                .param(what)
                .query(Long.class)
                .single());
  }
}
