package dev.cordon.intake.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.formats.FormatException;
import dev.cordon.formats.profiles.Profile;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.profiles.TableProfile;
import dev.cordon.intake.Rereading;
import dev.cordon.intake.Rereadings;
import dev.cordon.intake.Source;
import dev.cordon.intake.Sources;
import dev.cordon.intake.profiles.OperationProfiles;
import dev.cordon.intake.profiles.Preview;
import dev.cordon.intake.profiles.Previews;
import dev.cordon.intake.profiles.SampledTable;
import dev.cordon.intake.profiles.SavedProfile;
import dev.cordon.intake.profiles.SourceSample;
import dev.cordon.intake.profiles.SourceSamples;
import dev.cordon.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The profiles of an operation: saved, handed on as files, checked against sources. */
@NeedToKnow(Area.SOURCES)
@Controller
@RequestMapping("/operations/{operation}/profiles")
class ProfileController {

  private static final int TABLES_CHECKED = 20;

  private final OperationProfiles profiles;
  private final Sources sources;
  private final SourceSamples samples;
  private final Access access;
  private final Rereadings rereadings;

  ProfileController(
      OperationProfiles profiles,
      Sources sources,
      SourceSamples samples,
      Access access,
      Rereadings rereadings) {
    this.profiles = profiles;
    this.sources = sources;
    this.samples = samples;
    this.access = access;
    this.rereadings = rereadings;
  }

  /** A table of a source and what a profile would make of it. */
  record Checked(SampledTable table, String profileTable, Preview preview) {}

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "sources", defaultValue = "1") int sourcePage,
      Model model) {
    showList(new OperationId(operation), page, sourcePage, model);
    return "intake/profiles";
  }

  /** Takes a shared profile file, sent as text. */
  @PostMapping
  String add(
      @PathVariable UUID operation,
      @RequestParam String yaml,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "0") int base,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    OperationId id = new OperationId(operation);
    try {
      SavedProfile saved = profiles.save(id, base, yaml, reason);
      flash.addFlashAttribute("done", "Saved as version " + saved.version() + ".");
      return "redirect:" + address(operation) + "/" + saved.name();
    } catch (FormatException wrong) {
      model.addAttribute("errors", List.of(String.valueOf(wrong.getMessage()).split("; ")));
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    } catch (RefusedException refusal) {
      model.addAttribute("problem", refusal.getMessage());
      response.setStatus(HttpServletResponse.SC_CONFLICT);
    }
    model.addAttribute("typed", yaml);
    model.addAttribute("reason", reason);
    model.addAttribute("follows", base);
    showList(id, 1, 1, model);
    return "intake/profiles";
  }

  @GetMapping("/{name}")
  String one(
      @PathVariable UUID operation,
      @PathVariable String name,
      @RequestParam(required = false) Optional<Integer> version,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "sources", defaultValue = "1") int sourcePage,
      Model model) {
    OperationId id = new OperationId(operation);
    SavedProfile newest = profiles.newest(id, name).orElseThrow(NoSuchElementException::new);
    SavedProfile shown = version.map(number -> profiles.get(id, name, number)).orElse(newest);
    Page<SavedProfile> versions = profiles.versions(id, name, Math.max(1, page));
    Page<Source> list = sources.page(id, Math.max(1, sourcePage));
    String place = address(operation) + "/" + name;
    model.addAttribute("profile", shown);
    model.addAttribute("newest", newest);
    model.addAttribute("tables", OperationProfiles.read(shown).tables());
    model.addAttribute("versions", versions.rows());
    model.addAttribute("paging", Paging.of(versions, place, Map.of()));
    model.addAttribute("sources", list.rows());
    model.addAttribute(
        "sourcePaging", new Paging(sourcePage, list.total(), place, Map.of(), "sources"));
    model.addAttribute("saves", access.holds(id, Area.SOURCES, Right.WRITE));
    return "intake/profile";
  }

  /** The file, to hand on. */
  @GetMapping("/{name}/file")
  ResponseEntity<byte[]> file(
      @PathVariable UUID operation, @PathVariable String name, @RequestParam int version) {
    SavedProfile found = profiles.file(new OperationId(operation), name, version);
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(found.name() + ".yaml").build().toString())
        .body(found.yaml().getBytes(StandardCharsets.UTF_8));
  }

  /** What the profile would make of a source's tables. */
  @NeedToKnow(value = Area.SOURCES, consults = true)
  @GetMapping("/{name}/check")
  String check(
      @PathVariable UUID operation,
      @PathVariable String name,
      @RequestParam UUID source,
      @RequestParam int version,
      Model model,
      RedirectAttributes flash) {
    OperationId id = new OperationId(operation);
    SavedProfile saved = profiles.get(id, name, version);
    Source one = sources.get(id, source);
    SourceSample sample;
    try {
      sample = samples.of(id, one, "checked a profile against it");
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:" + address(operation) + "/" + name;
    }
    model.addAttribute("profile", saved);
    model.addAttribute("one", one);
    model.addAttribute("sample", sample);
    model.addAttribute("checked", checked(id, one, sample, OperationProfiles.read(saved)));
    return "intake/profile-check";
  }

  /** Has a source read again with the profiles as they are now. */
  @PostMapping("/{name}/retake")
  String retake(
      @PathVariable UUID operation,
      @PathVariable String name,
      @RequestParam UUID source,
      @RequestParam String reason,
      RedirectAttributes flash) {
    try {
      rereadings.ask(new OperationId(operation), source, Rereading.Kind.READ, reason);
      flash.addFlashAttribute(
          "done", "It stands in the queue below. What changed is told on the source's page.");
      return "redirect:/operations/" + operation + "/sources/takings";
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:" + address(operation) + "/" + name;
    }
  }

  @PostMapping("/{name}/withdraw")
  String withdraw(
      @PathVariable UUID operation,
      @PathVariable String name,
      @RequestParam int base,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes flash) {
    try {
      profiles.withdraw(new OperationId(operation), name, base, reason);
      flash.addFlashAttribute("done", "From now on it is not used. Its versions stay.");
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
    }
    return "redirect:" + address(operation) + "/" + name;
  }

  private List<Checked> checked(OperationId id, Source one, SourceSample sample, Profile profile) {
    Profiles alone = Profiles.of(List.of(profile));
    List<Checked> checked = new ArrayList<>();
    for (SampledTable table : sample.tables()) {
      Optional<TableProfile> fits = table.readBy(alone).map(Profiles.Match::table);
      if (fits.isPresent() && checked.size() < TABLES_CHECKED) {
        checked.add(
            new Checked(
                table,
                fits.get().name(),
                Previews.of(
                    fits.get(), table, sources.facts(id), one.name(), samples.maskingKey(id))));
      }
    }
    return checked;
  }

  private void showList(OperationId id, int page, int sourcePage, Model model) {
    String place = address(id.value());
    Page<SavedProfile> own = profiles.page(id, Math.max(1, page));
    Page<Source> list = sources.page(id, Math.max(1, sourcePage));
    model.addAttribute("own", own.rows());
    model.addAttribute("paging", Paging.of(own, place, Map.of()));
    model.addAttribute("sources", list.rows());
    model.addAttribute(
        "sourcePaging", new Paging(sourcePage, list.total(), place, Map.of(), "sources"));
    model.addAttribute("shipped", OperationProfiles.shipped().all());
    model.addAttribute("saves", access.holds(id, Area.SOURCES, Right.WRITE));
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/profiles";
  }
}
