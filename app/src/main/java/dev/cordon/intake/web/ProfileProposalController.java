package dev.cordon.intake.web;

import dev.cordon.Page;
import dev.cordon.RefusedException;
import dev.cordon.access.Access;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.access.Right;
import dev.cordon.formats.profiles.Profile;
import dev.cordon.formats.profiles.ProfileFile;
import dev.cordon.formats.profiles.ProfileProposal;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.formats.profiles.TableProfile;
import dev.cordon.formats.profiles.TableSample;
import dev.cordon.intake.Source;
import dev.cordon.intake.Sources;
import dev.cordon.intake.profiles.ColumnChoice;
import dev.cordon.intake.profiles.Correction;
import dev.cordon.intake.profiles.OperationProfiles;
import dev.cordon.intake.profiles.Previews;
import dev.cordon.intake.profiles.SampledTable;
import dev.cordon.intake.profiles.SavedProfile;
import dev.cordon.intake.profiles.SourceSample;
import dev.cordon.intake.profiles.SourceSamples;
import dev.cordon.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tables of a source, and the profile a person makes of one nobody knows. */
@NeedToKnow(value = Area.SOURCES, consults = true)
@Controller
@RequestMapping("/operations/{operation}/sources/{source}/tables")
class ProfileProposalController {

  private final Sources sources;
  private final SourceSamples samples;
  private final OperationProfiles profiles;
  private final Access access;

  ProfileProposalController(
      Sources sources, SourceSamples samples, OperationProfiles profiles, Access access) {
    this.sources = sources;
    this.samples = samples;
    this.profiles = profiles;
    this.access = access;
  }

  /** A table in the list, and the profile that reads it; null where none does. */
  record Listed(SampledTable table, Profiles.@Nullable Match readBy) {}

  /** A column in the form: what it may hold as chosen, and what the machine thinks of it. */
  record ColumnLine(
      int index, String name, String choice, String reason, String confidence, boolean isText) {}

  /** A word of the column of states in the form. */
  record WordLine(int index, String word, String meaning) {}

  @GetMapping
  String list(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam(defaultValue = "1") int page,
      Model model,
      RedirectAttributes flash) {
    OperationId id = new OperationId(operation);
    Source one = sources.get(id, source);
    SourceSample sample;
    try {
      sample = samples.of(id, one, "looked at its tables for profiles");
    } catch (RefusedException refusal) {
      flash.addFlashAttribute("problem", refusal.getMessage());
      return "redirect:/operations/" + operation + "/profiles";
    }
    Profiles known = profiles.of(id);
    int number = Math.max(1, page);
    List<Listed> shown =
        sample.tables().stream()
            .map(table -> new Listed(table, table.readBy(known).orElse(null)))
            .sorted(java.util.Comparator.comparing(listed -> listed.readBy() != null))
            .skip(Page.offset(number))
            .limit(Page.SIZE)
            .toList();
    model.addAttribute("one", one);
    model.addAttribute("sample", sample);
    model.addAttribute("tables", shown);
    model.addAttribute(
        "paging", new Paging(number, sample.tables().size(), address(operation, source), Map.of()));
    return "intake/profile-tables";
  }

  @GetMapping("/one")
  String one(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam String table,
      Model model) {
    OperationId id = new OperationId(operation);
    Source from = sources.get(id, source);
    SampledTable sampled = table(id, from, table, "looked at a table to make its profile");
    show(id, from, sampled, Correction.proposed(sampled.sample()), Map.of(), model);
    return "intake/profile-table";
  }

  /** Shows what the choices would give, or saves them. */
  @PostMapping("/one")
  String change(
      @PathVariable UUID operation,
      @PathVariable UUID source,
      @RequestParam String table,
      @RequestParam Map<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    OperationId id = new OperationId(operation);
    Source from = sources.get(id, source);
    SampledTable sampled = table(id, from, table, "tried a profile on a table");
    Correction correction = Correction.proposed(sampled.sample());
    try {
      correction = Correction.of(sampled.sample(), form);
      if ("save".equals(form.get("act"))) {
        SavedProfile saved = save(id, sampled, correction, form);
        flash.addFlashAttribute("done", "Saved as version " + saved.version() + ".");
        return "redirect:/operations/" + operation + "/profiles/" + saved.name();
      }
    } catch (RefusedException refusal) {
      model.addAttribute("problem", refusal.getMessage());
      response.setStatus(HttpServletResponse.SC_CONFLICT);
    }
    show(id, from, sampled, correction, form, model);
    return "intake/profile-table";
  }

  private SavedProfile save(
      OperationId id, SampledTable sampled, Correction correction, Map<String, String> form) {
    TableSample sample = sampled.sample();
    List<String> problems = correction.problems(sample);
    if (!problems.isEmpty()) {
      throw new RefusedException(String.join(" ", problems) + " Nothing was saved.");
    }
    TableProfile table = correction.table(sample);
    String reason = form.getOrDefault("reason", "");
    String target = form.getOrDefault("target", "");
    int at = target.lastIndexOf('@');
    if (at < 0) {
      String name = form.getOrDefault("name", "").strip();
      String product = form.getOrDefault("product", "").strip();
      Profile made = new Profile(name, product.isEmpty() ? null : product, List.of(table));
      return profiles.save(id, 0, ProfileFile.write(made), reason);
    }
    if (!target.substring(at + 1).matches("[0-9]{1,6}")) {
      throw new RefusedException("The form names no version of a profile; open it again.");
    }
    int base = Integer.parseInt(target.substring(at + 1));
    SavedProfile last = profiles.get(id, target.substring(0, at), base);
    Profile before = OperationProfiles.read(last);
    Profile after = new Profile(before.name(), before.product(), with(before.tables(), table));
    return profiles.save(id, base, ProfileFile.write(after), reason);
  }

  /** The table takes the place of one of its name and form, or stands at the end. */
  private static List<TableProfile> with(List<TableProfile> before, TableProfile table) {
    List<TableProfile> tables = new ArrayList<>(before);
    tables.removeIf(
        old -> old.name().equals(table.name()) && Objects.equals(table.form(), old.form()));
    tables.add(table);
    return tables;
  }

  private SampledTable table(OperationId id, Source source, String name, String what) {
    return samples.of(id, source, what).table(name).orElseThrow(NoSuchElementException::new);
  }

  private void show(
      OperationId id,
      Source source,
      SampledTable sampled,
      Correction correction,
      Map<String, String> form,
      Model model) {
    TableSample sample = sampled.sample();
    TableProfile table = correction.table(sample);
    model.addAttribute("one", source);
    model.addAttribute("table", sampled);
    model.addAttribute("columns", columns(sample, correction));
    model.addAttribute("choices", ColumnChoice.ALL);
    model.addAttribute("correction", correction);
    model.addAttribute("words", words(correction));
    model.addAttribute(
        "zones",
        ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.matches("[A-Z][a-z]+/.+"))
            .sorted()
            .toList());
    model.addAttribute(
        "sourceZone", sources.facts(id).zone(source.name()).map(ZoneId::getId).orElse(""));
    model.addAttribute("warnings", correction.problems(sample));
    model.addAttribute(
        "shadowed",
        table.recognise().isEmpty() ? List.of() : OperationProfiles.shipped().shadowedBy(table));
    model.addAttribute(
        "preview",
        Previews.of(table, sampled, sources.facts(id), source.name(), samples.maskingKey(id)));
    model.addAttribute("yaml", ProfileFile.write(new Profile("preview", null, List.of(table))));
    model.addAttribute("saves", access.holds(id, Area.SOURCES, Right.WRITE));
    model.addAttribute("targets", profiles.page(id, 1).rows());
    model.addAttribute("form", form);
  }

  private static List<ColumnLine> columns(TableSample sample, Correction correction) {
    List<ProfileProposal.Column> proposed = ProfileProposal.of(sample).columns();
    List<ColumnLine> lines = new ArrayList<>();
    for (int index = 0; index < proposed.size(); index++) {
      ProfileProposal.Column column = proposed.get(index);
      lines.add(
          new ColumnLine(
              index,
              column.name(),
              correction.choices().get(index),
              column.reason(),
              column.confidence().name().toLowerCase(java.util.Locale.ROOT),
              sample.readsLikeText(index)));
    }
    return lines;
  }

  private static List<WordLine> words(Correction correction) {
    List<WordLine> lines = new ArrayList<>();
    correction
        .words()
        .forEach((word, meaning) -> lines.add(new WordLine(lines.size(), word, meaning)));
    return lines;
  }

  private static String address(UUID operation, UUID source) {
    return "/operations/" + operation + "/sources/" + source + "/tables";
  }
}
