package dev.cordon.law.web;

import dev.cordon.Page;
import dev.cordon.access.ForEveryMember;
import dev.cordon.law.AgeBand;
import dev.cordon.law.Conduct;
import dev.cordon.law.Jurisdiction;
import dev.cordon.law.LawCatalogue;
import dev.cordon.law.LawChange;
import dev.cordon.law.LawQuestion;
import dev.cordon.law.Material;
import dev.cordon.web.Paging;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The coverage of every conduct in every jurisdiction on a day, one in detail, and the changes. */
@ForEveryMember("the law is public")
@Controller
class LawPage {

  private final LawCatalogue catalogue;
  private final LawMatrix matrix;

  LawPage(LawCatalogue catalogue) {
    this.catalogue = catalogue;
    this.matrix = new LawMatrix(catalogue);
  }

  /** The form as it came; what is absent has its usual value. */
  record Form(
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
      @Nullable Material material,
      @Nullable AgeBand age,
      @Nullable String country,
      @Nullable Conduct conduct,
      LawMatrix.@Nullable Show show,
      @Nullable Integer page) {

    Asked asked() {
      return new Asked(
          on == null ? LocalDate.now(ZoneOffset.UTC) : on,
          material == null ? Material.SYNTHETIC_PHOTOREALISTIC : material,
          age == AgeBand.UNDER_14 || age == AgeBand.FROM_14_TO_17 ? age : null,
          country == null ? "" : country,
          conduct == null ? Conduct.POSSESS : conduct,
          show == null ? LawMatrix.Show.CATALOGUE : show,
          page == null ? 1 : Math.max(1, page));
    }
  }

  /** What the matrix is asked for. */
  record Asked(
      LocalDate on,
      Material material,
      @Nullable AgeBand age,
      String country,
      Conduct conduct,
      LawMatrix.Show show,
      int page) {

    Map<String, String> filters() {
      Map<String, String> filters = new LinkedHashMap<>();
      filters.put("on", on.toString());
      filters.put("material", material.name());
      filters.put("age", age == null ? "" : age.name());
      filters.put("show", show.name());
      return filters;
    }
  }

  @GetMapping("/operations/{operation}/law")
  String law(@PathVariable UUID operation, Form form, Model model) {
    Asked asked = form.asked();
    model.addAttribute("asked", asked);
    LawMatrix.Sheet sheet = matrix.sheet(asked.on(), asked.material(), asked.age(), asked.show());
    int page = Math.min(asked.page(), Math.ceilDiv(Math.max(1, sheet.lines().size()), Page.SIZE));
    int first = (int) Page.offset(page);
    List<LawMatrix.Line> lines =
        sheet.lines().subList(first, Math.min(sheet.lines().size(), first + Page.SIZE));
    model.addAttribute("lines", lines);
    model.addAttribute("gaps", sheet.gaps());
    model.addAttribute(
        "paging", new Paging(page, sheet.lines().size(), address(operation), asked.filters()));
    model.addAttribute("conducts", Conduct.values());
    model.addAttribute("materials", Material.values());
    model.addAttribute("shows", LawMatrix.Show.values());
    model.addAttribute("version", catalogue.version());
    catalogue.places().find(asked.country()).ifPresent(place -> detail(place, asked, model));
    return "law/law";
  }

  private void detail(Jurisdiction place, Asked asked, Model model) {
    model.addAttribute("place", place);
    model.addAttribute("file", catalogue.file(place.code()).orElse(null));
    model.addAttribute(
        "coverage",
        catalogue.coverage(
            new LawQuestion(
                place.code(), asked.conduct(), asked.material(), asked.age(), asked.on())));
  }

  @GetMapping("/operations/{operation}/law/changes")
  String changes(
      @PathVariable UUID operation,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @RequestParam(defaultValue = "SYNTHETIC_PHOTOREALISTIC") Material material,
      Model model) {
    LocalDate later = to == null ? LocalDate.now(ZoneOffset.UTC) : to;
    LocalDate earlier = from == null ? later.minusYears(2) : from;
    model.addAttribute("from", earlier);
    model.addAttribute("to", later);
    model.addAttribute("material", material);
    model.addAttribute("materials", Material.values());
    model.addAttribute("version", catalogue.version());
    model.addAttribute("reversed", later.isBefore(earlier));
    List<LawChange> changes =
        later.isBefore(earlier) ? List.of() : matrix.changes(material, earlier, later);
    model.addAttribute("changes", changes);
    model.addAttribute("places", catalogue.places());
    return "law/changes";
  }

  private static String address(UUID operation) {
    return "/operations/" + operation + "/law";
  }
}
