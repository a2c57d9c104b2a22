package dev.cordon.ledger.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Sends what vouches for the ledger to whom the operator named, and reads the answer: witnesses and
 * a time-stamp authority. Follows no redirection, waits seconds, reads no more than 64 KB.
 */
@Component
class WitnessClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LARGEST_ANSWER_BYTES = 1 << 16;

  /** What came back. */
  record Answer(int status, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Asks a witness. */
  Answer addCheckpoint(String address, String body) throws IOException, InterruptedException {
    String prefix = address.endsWith("/") ? address : address + "/";
    return post(
        URI.create(prefix + "add-checkpoint"), "text/plain", body.getBytes(StandardCharsets.UTF_8));
  }

  /** Asks a time-stamp authority (RFC 3161 section 3.4). */
  Answer timeStamp(URI address, byte[] query) throws IOException, InterruptedException {
    return post(address, "application/timestamp-query", query);
  }

  private static Answer post(URI address, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    try {
      HttpResponse<byte[]> response =
          client
              .sendAsync(
                  HttpRequest.newBuilder(address)
                      .timeout(PATIENCE)
                      .header("Content-Type", type)
                      .POST(BodyPublishers.ofByteArray(body))
                      .build(),
                  BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER_BYTES))
              // The request's own timeout ends with the head of the answer.
              .get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.body());
    } catch (TimeoutException slow) {
      throw new IOException("no whole answer within " + PATIENCE.multipliedBy(2), slow);
    } catch (ExecutionException failed) {
      throw new IOException("no answer from " + address.getAuthority() + words(failed), failed);
    } finally {
      client.shutdownNow();
    }
  }

  private static String words(ExecutionException failed) {
    Throwable cause = failed.getCause();
    String message = cause == null ? null : cause.getMessage();
    return message == null || message.isBlank() ? "" : ": " + message;
  }
}
