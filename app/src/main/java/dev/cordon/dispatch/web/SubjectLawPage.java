package dev.cordon.dispatch.web;

import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.access.OperationId;
import dev.cordon.attribution.Attributions;
import dev.cordon.dispatch.ShownConduct;
import dev.cordon.dispatch.SubjectProvisions;
import dev.cordon.law.Jurisdiction;
import dev.cordon.law.LawCatalogue;
import dev.cordon.law.Material;
import dev.cordon.resolution.SubjectId;
import dev.cordon.resolution.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Which provisions may apply to what a subject's records show, at the time of each. */
@NeedToKnow(Area.SUBJECTS)
@Controller
class SubjectLawPage {

  private final Subjects subjects;
  private final Attributions attributions;
  private final SubjectProvisions provisions;
  private final LawCatalogue law;

  SubjectLawPage(
      Subjects subjects,
      Attributions attributions,
      SubjectProvisions provisions,
      LawCatalogue law) {
    this.subjects = subjects;
    this.attributions = attributions;
    this.provisions = provisions;
    this.law = law;
  }

  @NeedToKnow(value = Area.SUBJECTS, consults = true)
  @GetMapping("/operations/{operation}/subjects/{id}/law")
  String law(
      @PathVariable UUID operation,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "SYNTHETIC_PHOTOREALISTIC") Material material,
      Model model) {
    OperationId in = new OperationId(operation);
    SubjectId subjectId = new SubjectId(id);
    model.addAttribute("subject", subjects.open(in, subjectId));
    String decided = attributions.of(in, subjectId).country();
    Optional<Jurisdiction> place =
        law.places()
            .find(country)
            .or(() -> Optional.ofNullable(decided).flatMap(law.places()::find));
    model.addAttribute("decided", decided);
    model.addAttribute("place", place.orElse(null));
    model.addAttribute("choices", choices(place));
    model.addAttribute("material", material);
    model.addAttribute("materials", Material.values());
    model.addAttribute("showings", ShownConduct.Showing.values());
    model.addAttribute("version", law.version());
    model.addAttribute(
        "shown", place.map(one -> provisions.of(in, id, one.code(), material)).orElse(List.of()));
    return "dispatch/subject-law";
  }

  // The countries the catalogue speaks of, the parts of the chosen one, and the chosen one itself.
  private List<Jurisdiction> choices(Optional<Jurisdiction> chosen) {
    List<Jurisdiction> choices = new ArrayList<>();
    for (Jurisdiction one : law.places().all()) {
      boolean ofChosen =
          chosen.map(Jurisdiction::country).filter(one.country()::equals).isPresent();
      if (ofChosen || (!one.isDivision() && law.file(one.code()).isPresent())) {
        choices.add(one);
      }
    }
    return choices;
  }
}
