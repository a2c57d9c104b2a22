package dev.cordon.web;

import dev.cordon.access.ForEveryone;
import dev.cordon.kernel.digest.Sha256;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The sheets of the map as files of shapes, which a browser keeps: a page names the countries it
 * draws ({@code europe.svg#DK}, {@code #land} for all) and does not carry their outlines.
 */
@ForEveryone("shapes of countries, as in any atlas")
@Controller
class MapSheets {

  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

  private record Drawn(byte[] content, String tag) {}

  private final Drawn europe;
  private final Drawn world;

  MapSheets(WorldMap map) {
    this.europe = drawn(map.europe());
    this.world = drawn(map.world());
  }

  private static Drawn drawn(WorldMap.Sheet sheet) {
    StringBuilder text = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"");
    text.append(sheet.viewBox()).append("\"><g id=\"land\">\n");
    sheet
        .shapes()
        .forEach((code, shape) ->
            text.append("<path id=\"")
                .append(code)
                .append("\" d=\"")
                .append(shape.path())
                .append("\"/>\n"));
    byte[] content = text.append("</g></svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    return new Drawn(content, Assets.quoted(Sha256.hex(content)));
  }

  @GetMapping("/assets/map/europe.svg")
  ResponseEntity<byte[]> europe() {
    return answer(europe);
  }

  @GetMapping("/assets/map/world.svg")
  ResponseEntity<byte[]> world() {
    return answer(world);
  }

  private static ResponseEntity<byte[]> answer(Drawn sheet) {
    return ResponseEntity.ok()
        .contentType(SVG)
        .cacheControl(Assets.KEPT)
        .eTag(sheet.tag())
        .body(sheet.content());
  }
}
