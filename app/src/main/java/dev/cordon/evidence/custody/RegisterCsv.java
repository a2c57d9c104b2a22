package dev.cordon.evidence.custody;

import dev.cordon.SafeCsv;
import dev.cordon.evidence.Exhibit;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The register as CSV (RFC 4180, UTF-8); no cell is a formula to a spreadsheet. */
final class RegisterCsv {

  private static final List<String> COLUMNS =
      List.of(
          "number",
          "own_number",
          "class",
          "kind",
          "description",
          "serial",
          "found_in",
          "seal",
          "country",
          "seized_at",
          "place",
          "seized_by",
          "report",
          "grounds",
          "held_by",
          "held_since",
          "seal_now",
          "kept_at",
          "state",
          "acts",
          "hand_overs",
          "unconfirmed");

  private RegisterCsv() {}

  static byte[] of(List<Exhibit> exhibits) {
    StringWriter text = new StringWriter();
    SafeCsv csv = new SafeCsv(text);
    csv.line(COLUMNS);
    exhibits.forEach(one -> line(csv, one));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(SafeCsv csv, Exhibit one) {
    csv.line(
        Arrays.asList(
            one.number(),
            one.ownNumber(),
            one.itemClass().text(),
            one.kind(),
            one.description(),
            one.serial(),
            one.foundIn(),
            one.seal(),
            one.country(),
            one.seizedAt(),
            one.place(),
            one.seizedBy(),
            one.report(),
            one.grounds(),
            one.heldBy(),
            one.heldSince(),
            one.sealNow(),
            one.location(),
            one.state().text(),
            one.acts(),
            one.handOvers(),
            one.unconfirmed()));
  }
}
