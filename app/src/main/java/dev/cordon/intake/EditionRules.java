package dev.cordon.intake;

import dev.cordon.formats.profiles.Profile;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.selectors.Normaliser;
import java.time.ZoneId;
import java.util.HexFormat;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rules in force, with digests that tell whether they say the same. */
final class EditionRules {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private EditionRules() {}

  static Edition.Rules of(Profiles profiles, OperationFacts facts, String sourceName) {
    return new Edition.Rules(
        profiles.all().stream().map(EditionRules::used).toList(),
        facts.zone(sourceName).map(ZoneId::getId).orElse(null),
        digest(facts),
        Normaliser.VERSION);
  }

  private static Edition.UsedProfile used(Profile profile) {
    return new Edition.UsedProfile(profile.name(), digest(profile));
  }

  private static String digest(Object value) {
    return HexFormat.of().formatHex(RecordDigest.sha256().digest(JSON.writeValueAsBytes(value)));
  }
}
