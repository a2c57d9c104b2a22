package dev.cordon.signin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cordon.DatabaseTest;
import dev.cordon.NoTests;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Without a configured provider nothing connects to anywhere. */
class OutboundTest extends DatabaseTest {

  @Autowired private MockMvcTester mvc;

  @Test
  void signInPages_withoutProvider_connectNowhere() {
    List<URI> asked = new CopyOnWriteArrayList<>();
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI address) {
            asked.add(address);
            return List.of(Proxy.NO_PROXY);
          }

          @Override
          public void connectFailed(URI address, SocketAddress socket, IOException failure) {}
        });
    try {
      String page =
          new String(
              mvc.perform(MockMvcRequestBuilders.get("/sign-in"))
                  .getResponse()
                  .getContentAsByteArray(),
              StandardCharsets.UTF_8);
      assertThat(page).contains("With a passkey").doesNotContain("At your agency");
      String address = "/sign-in/agency/" + UUID.randomUUID();
      assertThat(mvc.perform(MockMvcRequestBuilders.get(address))).hasStatus(404);
      mvc.perform(
          MockMvcRequestBuilders.get(address + "/back").param("code", "c").param("state", "s"));
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void connections_areMadeInThreePlacesOnly() {
    JavaClasses classes =
        new ClassFileImporter().withImportOption(new NoTests()).importPackages("dev.cordon");
    noClasses()
        .that(
            describe(
                "are not the agencies' providers, their servers, the asking of witnesses or the exercise",
                type ->
                    !type.getName().startsWith("dev.cordon.signin.AgencyProviders")
                        && !type.getName().equals("dev.cordon.ledger.internal.WitnessClient")
                        && !type.getName().startsWith("dev.cordon.correspondence.PeerClient")
                        && !type.getPackageName().startsWith("dev.cordon.demo")))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.http\\..*|java\\.net\\.(Socket|URLConnection|HttpURLConnection)"
                + "|org\\.springframework\\.web\\.client\\..*"
                + "|.*\\.(ClientRegistrations|OidcIdTokenDecoderFactory|NimbusJwtDecoder)")
        .because(
            "an agency's provider, the servers members entered for agencies and the witnesses in the operator's file are all this server connects to")
        .check(classes);
    assertThat(classes.contain("dev.cordon.signin.AgencyProviders")).isTrue();
    assertThat(classes.contain("dev.cordon.ledger.internal.WitnessClient")).isTrue();
  }
}
