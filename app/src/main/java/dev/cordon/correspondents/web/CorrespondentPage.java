package dev.cordon.correspondents.web;

import dev.cordon.Page;
import dev.cordon.access.Access;
import dev.cordon.access.Agencies;
import dev.cordon.access.AgencyId;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.correspondents.AgencyKeys;
import dev.cordon.correspondents.Correspondents;
import dev.cordon.correspondents.OwnKeys;
import dev.cordon.correspondents.PeerKey;
import dev.cordon.web.Answer;
import dev.cordon.web.Paging;
import dev.cordon.web.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The agencies' keys: entered, compared, retired, revoked; the own card; and the roads to servers.
 */
@NeedToKnow(Area.CORRESPONDENCE)
@Controller
@RequestMapping("/operations/{operation}/correspondents")
class CorrespondentPage {

  private final Correspondents correspondents;
  private final AgencyKeys keys;
  private final OwnKeys own;
  private final Agencies agencies;
  private final Access access;

  CorrespondentPage(
      Correspondents correspondents,
      AgencyKeys keys,
      OwnKeys own,
      Agencies agencies,
      Access access) {
    this.correspondents = correspondents;
    this.keys = keys;
    this.own = own;
    this.agencies = agencies;
    this.access = access;
  }

  record AnnounceForm(
      @NotNull(message = "choose an agency") UUID agency,
      @NotBlank(message = "paste the card") @Size(max = 4096) String card,
      @NotBlank(message = "say how it came") @Size(min = 3, max = 1000) String words) {}

  record VerifyForm(
      @NotBlank(message = "enter the eight groups you heard") @Size(max = 200) String heard,
      @NotBlank(message = "say over which channel") @Size(min = 3, max = 1000) String how,
      @NotBlank(message = "say with whom you spoke") @Size(min = 3, max = 300) String spokenWith) {}

  record RoadForm(
      @Nullable @Size(max = 220) String address,
      @Nullable @Size(max = 20_000) String authority,
      @Nullable String sends,
      @Nullable String takes,
      @NotBlank(message = "say why") @Size(min = 3, max = 2000) String reason) {}

  @GetMapping
  String list(
      @PathVariable UUID operation, @RequestParam(defaultValue = "1") int page, Model model) {
    OperationId id = new OperationId(operation);
    Page<PeerKey> list = correspondents.page(id, Math.max(1, page));
    model.addAttribute("keys", list.rows());
    model.addAttribute("paging", Paging.of(list, address(operation), Map.of()));
    model.addAttribute("mine", own.all());
    model.addAttribute("agencies", agencies.all());
    model.addAttribute("decides", access.holdsForWhole(id, Area.CORRESPONDENCE, Right.WRITE));
    return "correspondents/keys";
  }

  /** The own card, as a small text file. */
  @GetMapping("/card")
  ResponseEntity<byte[]> card(
      @PathVariable UUID operation, @RequestParam(required = false) @Nullable UUID agency) {
    String card =
        correspondents.ownCard(
            new OperationId(operation), agency == null ? null : new AgencyId(agency));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("key-card.txt").build().toString())
        .body(card.getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping
  String announce(
      @PathVariable UUID operation,
      @Valid AnnounceForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation),
        "Entered. Nothing is sealed to it or taken from it before another person has compared its"
            + " fingerprint.",
        () ->
            correspondents.announce(
                new OperationId(operation),
                new AgencyId(form.agency()),
                form.card(),
                form.words()));
  }

  @GetMapping("/{key}")
  String one(@PathVariable UUID operation, @PathVariable UUID key, Model model) {
    OperationId id = new OperationId(operation);
    PeerKey one = correspondents.get(id, key);
    model.addAttribute("one", one);
    model.addAttribute("others", keys.of(id, one.peer()));
    model.addAttribute("road", keys.road(id, one.peer()).orElse(null));
    model.addAttribute("decides", access.holdsForWhole(id, Area.CORRESPONDENCE, Right.WRITE));
    return "correspondents/key";
  }

  @PostMapping("/{key}/verification")
  String verify(
      @PathVariable UUID operation,
      @PathVariable UUID key,
      @Valid VerifyForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + key,
        "Compared. What goes to the agency is sealed to this key from now on.",
        () ->
            correspondents.verify(
                new OperationId(operation), key, form.heard(), form.how(), form.spokenWith()));
  }

  @PostMapping("/{key}/retirement")
  String retire(
      @PathVariable UUID operation,
      @PathVariable UUID key,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + key,
        "Retired. What it signed before still counts.",
        () -> correspondents.retire(new OperationId(operation), key, form.reason()));
  }

  @PostMapping("/{key}/revocation")
  String revoke(
      @PathVariable UUID operation,
      @PathVariable UUID key,
      @Valid Reason form,
      BindingResult checked,
      RedirectAttributes flash) {
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + key,
        "Revoked. Nothing it signed is taken in from now on.",
        () -> correspondents.revoke(new OperationId(operation), key, form.reason()));
  }

  @PostMapping("/{key}/road")
  String road(
      @PathVariable UUID operation,
      @PathVariable UUID key,
      @Valid RoadForm form,
      BindingResult checked,
      RedirectAttributes flash) {
    OperationId id = new OperationId(operation);
    return Answer.after(
        checked,
        flash,
        address(operation) + "/" + key,
        "The road is set. You keep this door: what arrives is taken in under your rights.",
        () ->
            correspondents.setRoad(
                id,
                correspondents.get(id, key).peer(),
                blankToNull(form.address()),
                blankToNull(form.authority()),
                form.sends() != null,
                form.takes() != null,
                form.reason()));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/correspondents";
  }
}
