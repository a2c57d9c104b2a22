package dev.cordon.dispatch.web;

import dev.cordon.access.ForEveryMember;
import dev.cordon.correspondents.OwnKeys;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public key packages are signed with; compare it by a second channel before trusting it. */
@ForEveryMember("a public key")
@RestController
class PackageKeyController {

  private final OwnKeys keys;

  PackageKeyController(OwnKeys keys) {
    this.keys = keys;
  }

  @GetMapping(value = "/api/package-key", produces = MediaType.TEXT_PLAIN_VALUE)
  String key() {
    return keys.current().noteKey().text() + "\n";
  }
}
