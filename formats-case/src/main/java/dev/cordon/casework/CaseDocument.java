package dev.cordon.casework;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.util.Context;

/**
 * Reads JSON-LD that may be hostile: at most {@value #LARGEST_BYTES} bytes, {@value #DEEPEST}
 * levels, no context of another place, five minutes.
 */
final class CaseDocument {

  static final int LARGEST_BYTES = 64 << 20;
  static final int DEEPEST = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String LOCAL = "urn:cordon:document/";

  private CaseDocument() {}

  /**
   * The document's triples.
   *
   * @throws CaseException saying what keeps it from being read
   */
  static Graph read(byte[] json) {
    check(json);
    Context context = new Context();
    context.set(LangJSONLD11.JSONLD_OPTIONS, options());
    try {
      return RDFParser.source(new ByteArrayInputStream(json))
          .lang(Lang.JSONLD11)
          .base(LOCAL)
          .context(context)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .toGraph();
    } catch (RiotException | IllegalStateException | ClassCastException refused) {
      throw new CaseException("not JSON-LD: " + reason(refused), refused);
    }
  }

  private static String reason(RuntimeException refused) {
    String message = String.valueOf(refused.getMessage());
    return message.length() > 500 ? message.substring(0, 500) + "…" : message;
  }

  private static JsonLdOptions options() {
    JsonLdOptions options =
        new JsonLdOptions((address, loading) -> {
          throw new JsonLdError(
              JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
              "the document asks for the context " + address + "; nothing is fetched, put it in");
        });
    options.setTimeout(PATIENCE);
    return options;
  }

  private static void check(byte[] json) {
    if (json.length > LARGEST_BYTES) {
      throw new CaseException(
          "it has " + json.length + " bytes, more than the " + LARGEST_BYTES + " read at once");
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
    } catch (CharacterCodingException broken) {
      throw new CaseException("it is not UTF-8", broken);
    }
    checkDepth(json);
  }

  /** A parser that calls itself for each level would end in a full stack. */
  private static void checkDepth(byte[] json) {
    int depth = 0;
    boolean inText = false;
    for (int at = 0; at < json.length; at++) {
      byte one = json[at];
      if (inText) {
        at += one == '\\' ? 1 : 0;
        inText = one != '"';
      } else if (one == '"') {
        inText = true;
      } else if (one == '{' || one == '[') {
        depth++;
        if (depth > DEEPEST) {
          throw new CaseException("it is nested deeper than " + DEEPEST + " levels at byte " + at);
        }
      } else if (one == '}' || one == ']') {
        depth--;
      }
    }
  }
}
