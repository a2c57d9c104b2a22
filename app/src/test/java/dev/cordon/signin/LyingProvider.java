package dev.cordon.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** An identity provider that hands out whatever token a test gives it. */
final class LyingProvider {

  static final String CLIENT = "cordon-test";

  private final HttpServer server;
  private final Path secret;
  private final RSAKey key;
  final AtomicReference<String> token = new AtomicReference<>("");
  final AtomicReference<String> asked = new AtomicReference<>("");
  final AtomicInteger requests = new AtomicInteger();

  LyingProvider() {
    try {
      key = key("right");
      secret = Files.createTempFile("client", ".secret");
      secret.toFile().deleteOnExit();
      Files.writeString(secret, "client secret of the test\n");
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException | JOSEException failed) {
      throw new IllegalStateException(failed);
    }
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext(
        "/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/token", this::tokens);
    server.start();
  }

  static RSAKey key(String id) throws JOSEException {
    return new RSAKeyGenerator(2048).keyID(id).generate();
  }

  RSAKey key() {
    return key;
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String secretFile() {
    return secret.toString();
  }

  static String signed(RSAKey key, JWTClaimsSet claims) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void describe(HttpExchange exchange) {
    String base = issuer();
    answer(
        exchange,
        """
        {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s/token","jwks_uri":"%s/jwks",
         "response_types_supported":["code"],"subject_types_supported":["public"],
         "id_token_signing_alg_values_supported":["RS256"],"token_endpoint_auth_methods_supported":["client_secret_basic"]}
        """
            .formatted(base, base, base, base));
  }

  private void tokens(HttpExchange exchange) throws IOException {
    asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    answer(
        exchange,
        """
        {"access_token":"opaque","token_type":"Bearer","expires_in":60,"id_token":"%s"}
        """
            .formatted(token.get()));
  }

  private void answer(HttpExchange exchange, String json) {
    requests.incrementAndGet();
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
