package dev.cordon.evidence.web;

import dev.cordon.RefusedException;
import dev.cordon.access.Area;
import dev.cordon.access.NeedToKnow;
import dev.cordon.evidence.CustodyActs;
import dev.cordon.evidence.CustodyChoices;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.Exhibits;
import dev.cordon.evidence.HandOverAnswers;
import dev.cordon.evidence.HandOvers;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hand-overs of an exhibit and where it is kept, as its page's forms tell them. */
@NeedToKnow(Area.EVIDENCE)
@Controller
@RequestMapping("/operations/{operation}/exhibits/{exhibit}")
class HandOverPage {

  private final Exhibits exhibits;
  private final HandOvers handOvers;
  private final HandOverAnswers answers;
  private final CustodyActs custody;
  private final CustodyChoices choices;

  HandOverPage(
      Exhibits exhibits,
      HandOvers handOvers,
      HandOverAnswers answers,
      CustodyActs custody,
      CustodyChoices choices) {
    this.exhibits = exhibits;
    this.handOvers = handOvers;
    this.answers = answers;
    this.custody = custody;
    this.choices = choices;
  }

  private @Nullable UUID location(ExhibitAct act, @Nullable String name) {
    String kept = CustodyForms.blank(name);
    Exhibit one = exhibits.get(act.id(), act.exhibit());
    return kept == null ? null : choices.location(act.id(), one.agency(), kept);
  }

  @PostMapping("/hand-overs")
  String handOver(
      @ModelAttribute(name = "act", binding = false) ExhibitAct act,
      @Valid CustodyForms.HandOverForm form,
      BindingResult checked) {
    return act.after(
        "The hand-over is in the register; giver and taker confirm it.",
        () ->
            handOvers.record(
                act.id(), act.exhibit(), form.handOver(location(act, form.location()))),
        checked);
  }

  @PostMapping("/hand-overs/{handOver}/answer")
  String answer(
      @ModelAttribute(name = "act", binding = false) ExhibitAct act,
      @PathVariable UUID handOver,
      @Valid CustodyForms.AnswerForm form,
      BindingResult checked) {
    return act.after(
        Boolean.TRUE.equals(form.confirmed())
            ? "Confirmed."
            : "The dispute stands beside the hand-over.",
        () ->
            answers.answer(
                act.id(),
                act.exhibit(),
                handOver,
                form.party(),
                form.confirmed(),
                form.paper(),
                form.words()),
        checked);
  }

  @PostMapping("/moves")
  String move(
      @ModelAttribute(name = "act", binding = false) ExhibitAct act,
      @Valid CustodyForms.Told told,
      BindingResult checked,
      @RequestParam String location) {
    return act.after(
        "It is kept at " + location + " now.",
        () -> {
          UUID place = location(act, location);
          if (place == null) {
            throw new RefusedException("Name the place it is kept at.");
          }
          custody.move(act.id(), act.exhibit(), told.told(), place);
        },
        checked);
  }
}
