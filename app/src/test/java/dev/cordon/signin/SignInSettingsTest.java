package dev.cordon.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SignInSettingsTest {

  @Test
  void nothingSet_isTheSafeChoice() {
    SignInSettings settings = bound(Map.of());

    assertThat(settings.secondFactorRequired()).isTrue();
    assertThat(settings.host()).isEqualTo("localhost");
    assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(30));
    assertThat(settings.absolute()).isEqualTo(Duration.ofHours(12));
    assertThat(settings.fresh()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.bindAddress()).isFalse();
    assertThat(settings.origins()).isEmpty();
    assertThat(settings.agencies()).isEmpty();
  }

  @Test
  void everyKey_isRead() {
    Map<String, String> keys = new HashMap<>();
    keys.put("host", "cordon.example");
    keys.put("origins[0]", "https://front.example");
    keys.put("second-factor", "optional");
    keys.put("idle", "10m");
    keys.put("absolute", "1h");
    keys.put("fresh", "1m");
    keys.put("bind-address", "true");
    keys.put("agencies[0].agency", "11111111-2222-4333-8444-555555555555");
    keys.put("agencies[0].name", "Police of Example");
    keys.put("agencies[0].issuer", "https://issuer.example");
    keys.put("agencies[0].client-id", "cordon");
    keys.put("agencies[0].secret-file", "client.secret");
    keys.put("agencies[0].algorithm", "ES256");
    keys.put("agencies[0].required-acr", "high");
    keys.put("agencies[0].required-amr", "hwk,pin");
    SignInSettings settings = bound(keys);

    assertThat(settings.secondFactorRequired()).isFalse();
    assertThat(settings.host()).isEqualTo("cordon.example");
    assertThat(settings.origins()).containsExactly("https://front.example");
    assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.absolute()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.fresh()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.bindAddress()).isTrue();
    SignInSettings.Provider provider = settings.agencies().getFirst();
    assertThat(settings.provider("11111111-2222-4333-8444-555555555555")).contains(provider);
    assertThat(provider.name()).isEqualTo("Police of Example");
    assertThat(provider.clientId()).isEqualTo("cordon");
    assertThat(provider.secretFile()).isEqualTo("client.secret");
    assertThat(provider.algorithm()).isEqualTo("ES256");
    assertThat(provider.requiredAcr()).containsExactly("high");
    assertThat(provider.requiredAmr()).containsExactly("hwk", "pin");
  }

  @ParameterizedTest
  @CsvSource({
    "host, https://cordon.example",
    "host, cordon.example:8443",
    "host, ''",
    "idle, 0s",
    "idle, 13h",
    "second-factor, maybe",
    "agencies[0].issuer, http://issuer.example"
  })
  void valueThatCanNotWork_isRefused(String key, String value) {
    Map<String, String> keys = new HashMap<>();
    keys.put("agencies[0].agency", "11111111-2222-4333-8444-555555555555");
    keys.put("agencies[0].issuer", "https://issuer.example");
    keys.put(key, value);

    assertThatThrownBy(() -> bound(keys)).isNotNull();
  }

  private static SignInSettings bound(Map<String, String> keys) {
    Map<String, Object> prefixed = new HashMap<>();
    keys.forEach((key, value) -> prefixed.put("cordon.sign-in." + key, value));
    return new Binder(new MapConfigurationPropertySource(prefixed))
        .bindOrCreate("cordon.sign-in", SignInSettings.class);
  }
}
